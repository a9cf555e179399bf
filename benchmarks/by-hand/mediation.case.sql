-- mediation.case: one pass over the records, then the cells from the groups.
WITH g AS MATERIALIZED (
  SELECT unit, kind, substr(accepted_on, 1, 7) AS m_accepted, substr(closed_on, 1, 7) AS m_closed, substr(confirmed_on, 1, 7) AS m_confirmed,
    COUNT(*) AS n,
    COUNT(*) FILTER (WHERE outcome IN ('written', 'oral')) AS succeeded,
    COUNT(*) FILTER (WHERE outcome IN ('failed', 'refused', 'withdrawn', 'diverted')) AS failed,
    SUM(amount) FILTER (WHERE outcome IN ('written', 'oral')) AS amount,
    COUNT(*) FILTER (WHERE confirmation = 'confirmed') AS judicial,
    COUNT(*) FILTER (WHERE source = 'court') AS court
  FROM r_mediation_case GROUP BY unit, kind, m_accepted, m_closed, m_confirmed
)
SELECT 'mediation.case.accepted' AS indicator, m_accepted AS month, unit, SUM(n) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'mediation.case.closed' AS indicator, m_closed AS month, unit, SUM(n) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'mediation.case.succeeded' AS indicator, m_closed AS month, unit, SUM(succeeded) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'mediation.case.failed' AS indicator, m_closed AS month, unit, SUM(failed) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'mediation.case.amount' AS indicator, m_closed AS month, unit, SUM(amount) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'mediation.case.judicial_confirmed' AS indicator, m_confirmed AS month, unit, SUM(judicial) AS value FROM g WHERE m_confirmed IS NOT NULL GROUP BY m_confirmed, unit
UNION ALL
SELECT 'mediation.case.from_court' AS indicator, m_accepted AS month, unit, SUM(court) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'mediation.case.open' AS indicator, m_accepted AS month, unit, SUM(n) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'mediation.case.open', CASE WHEN m_closed < m_accepted THEN m_accepted ELSE m_closed END, unit, -SUM(n) FROM g WHERE m_accepted IS NOT NULL AND m_closed IS NOT NULL GROUP BY CASE WHEN m_closed < m_accepted THEN m_accepted ELSE m_closed END, unit
UNION ALL
SELECT 'mediation.case.accepted#' || kind, m_accepted, unit, SUM(n) FROM g WHERE m_accepted IS NOT NULL AND kind IS NOT NULL GROUP BY kind, m_accepted, unit
