-- aid.case: one pass over the records, then the cells from the groups.
WITH g AS MATERIALIZED (
  SELECT unit, recipient, substr(applied_on, 1, 7) AS m_applied, substr(accepted_on, 1, 7) AS m_accepted, substr(examined_on, 1, 7) AS m_examined, substr(closed_on, 1, 7) AS m_closed,
    COUNT(*) AS n,
    COUNT(*) FILTER (WHERE kind = 'civil') AS civil,
    COUNT(*) FILTER (WHERE kind = 'criminal') AS criminal,
    COUNT(*) FILTER (WHERE kind = 'administrative') AS administrative,
    COUNT(*) FILTER (WHERE recipient = 'migrant') AS migrant,
    COUNT(*) FILTER (WHERE refusal <> '') AS refused,
    SUM(recovered) FILTER (WHERE recipient = 'migrant') AS wages
  FROM r_aid_case GROUP BY unit, recipient, m_applied, m_accepted, m_examined, m_closed
)
SELECT 'aid.case.applied' AS indicator, m_applied AS month, unit, SUM(n) AS value FROM g WHERE m_applied IS NOT NULL GROUP BY m_applied, unit
UNION ALL
SELECT 'aid.case.accepted' AS indicator, m_accepted AS month, unit, SUM(n) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'aid.case.civil' AS indicator, m_accepted AS month, unit, SUM(civil) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'aid.case.criminal' AS indicator, m_accepted AS month, unit, SUM(criminal) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'aid.case.administrative' AS indicator, m_accepted AS month, unit, SUM(administrative) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'aid.case.migrant' AS indicator, m_accepted AS month, unit, SUM(migrant) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'aid.case.refused' AS indicator, m_examined AS month, unit, SUM(refused) AS value FROM g WHERE m_examined IS NOT NULL GROUP BY m_examined, unit
UNION ALL
SELECT 'aid.case.closed' AS indicator, m_closed AS month, unit, SUM(n) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'aid.case.wage_amount' AS indicator, m_closed AS month, unit, SUM(wages) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'aid.case.open' AS indicator, m_accepted AS month, unit, SUM(n) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'aid.case.open', CASE WHEN m_closed < m_accepted THEN m_accepted ELSE m_closed END, unit, -SUM(n) FROM g WHERE m_accepted IS NOT NULL AND m_closed IS NOT NULL GROUP BY CASE WHEN m_closed < m_accepted THEN m_accepted ELSE m_closed END, unit
UNION ALL
SELECT 'aid.case.accepted#' || recipient, m_accepted, unit, SUM(n) FROM g WHERE m_accepted IS NOT NULL AND recipient IS NOT NULL GROUP BY recipient, m_accepted, unit
