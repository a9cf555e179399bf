-- enforcement.leniency_return: one pass over the records, then the cells from the groups.
WITH g AS MATERIALIZED (
  SELECT unit, substr(period, 1, 7) AS m_period,
    SUM(cases) FILTER (WHERE approved_on IS NOT NULL) AS cases,
    SUM(amount) FILTER (WHERE approved_on IS NOT NULL) AS amount,
    SUM(waived) FILTER (WHERE approved_on IS NOT NULL) AS waived,
    SUM(reduced) FILTER (WHERE approved_on IS NOT NULL) AS reduced,
    SUM(lightened) FILTER (WHERE approved_on IS NOT NULL) AS lightened,
    SUM(uncoerced) FILTER (WHERE approved_on IS NOT NULL) AS uncoerced
  FROM r_enforcement_leniency_return GROUP BY unit, m_period
)
SELECT 'enforcement.leniency_return.cases' AS indicator, m_period AS month, unit, SUM(cases) AS value FROM g WHERE m_period IS NOT NULL GROUP BY m_period, unit
UNION ALL
SELECT 'enforcement.leniency_return.amount' AS indicator, m_period AS month, unit, SUM(amount) AS value FROM g WHERE m_period IS NOT NULL GROUP BY m_period, unit
UNION ALL
SELECT 'enforcement.leniency_return.waived' AS indicator, m_period AS month, unit, SUM(waived) AS value FROM g WHERE m_period IS NOT NULL GROUP BY m_period, unit
UNION ALL
SELECT 'enforcement.leniency_return.reduced' AS indicator, m_period AS month, unit, SUM(reduced) AS value FROM g WHERE m_period IS NOT NULL GROUP BY m_period, unit
UNION ALL
SELECT 'enforcement.leniency_return.lightened' AS indicator, m_period AS month, unit, SUM(lightened) AS value FROM g WHERE m_period IS NOT NULL GROUP BY m_period, unit
UNION ALL
SELECT 'enforcement.leniency_return.uncoerced' AS indicator, m_period AS month, unit, SUM(uncoerced) AS value FROM g WHERE m_period IS NOT NULL GROUP BY m_period, unit
