-- hotline.consultation: one pass over the records, then the cells from the groups.
WITH g AS MATERIALIZED (
  SELECT unit, topic, substr(answered_on, 1, 7) AS m_answered,
    SUM(people) AS people,
    COUNT(*) FILTER (WHERE result = 'aid') AS aid,
    COUNT(*) FILTER (WHERE result = 'mediation') AS mediation
  FROM r_hotline_consultation GROUP BY unit, topic, m_answered
)
SELECT 'hotline.consultation.answered' AS indicator, m_answered AS month, unit, SUM(people) AS value FROM g WHERE m_answered IS NOT NULL GROUP BY m_answered, unit
UNION ALL
SELECT 'hotline.consultation.referred' AS indicator, m_answered AS month, unit, SUM(aid) AS value FROM g WHERE m_answered IS NOT NULL GROUP BY m_answered, unit
UNION ALL
SELECT 'hotline.consultation.to_mediation' AS indicator, m_answered AS month, unit, SUM(mediation) AS value FROM g WHERE m_answered IS NOT NULL GROUP BY m_answered, unit
UNION ALL
SELECT 'hotline.consultation.answered#' || topic, m_answered, unit, SUM(people) FROM g WHERE m_answered IS NOT NULL AND topic IS NOT NULL GROUP BY topic, m_answered, unit
