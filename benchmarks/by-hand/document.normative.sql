-- document.normative: one pass over the records, then the cells from the groups.
WITH g AS MATERIALIZED (
  SELECT unit, issuer, substr(reviewed_on, 1, 7) AS m_reviewed, substr(issued_on, 1, 7) AS m_issued, substr(filed_on, 1, 7) AS m_filed, substr(amended_on, 1, 7) AS m_amended, substr(ended_on, 1, 7) AS m_ended, substr(effective_on, 1, 7) AS m_effective,
    COUNT(*) AS n,
    COUNT(*) FILTER (WHERE filing_result = 'corrected') AS corrected,
    COUNT(*) FILTER (WHERE ending = 'repealed') AS repealed,
    COUNT(*) FILTER (WHERE ending = 'lapsed') AS lapsed
  FROM r_document_normative GROUP BY unit, issuer, m_reviewed, m_issued, m_filed, m_amended, m_ended, m_effective
)
SELECT 'document.normative.reviewed' AS indicator, m_reviewed AS month, unit, SUM(n) AS value FROM g WHERE m_reviewed IS NOT NULL GROUP BY m_reviewed, unit
UNION ALL
SELECT 'document.normative.issued' AS indicator, m_issued AS month, unit, SUM(n) AS value FROM g WHERE m_issued IS NOT NULL GROUP BY m_issued, unit
UNION ALL
SELECT 'document.normative.filed' AS indicator, m_filed AS month, unit, SUM(n) AS value FROM g WHERE m_filed IS NOT NULL GROUP BY m_filed, unit
UNION ALL
SELECT 'document.normative.corrected' AS indicator, m_filed AS month, unit, SUM(corrected) AS value FROM g WHERE m_filed IS NOT NULL GROUP BY m_filed, unit
UNION ALL
SELECT 'document.normative.amended' AS indicator, m_amended AS month, unit, SUM(n) AS value FROM g WHERE m_amended IS NOT NULL GROUP BY m_amended, unit
UNION ALL
SELECT 'document.normative.repealed' AS indicator, m_ended AS month, unit, SUM(repealed) AS value FROM g WHERE m_ended IS NOT NULL GROUP BY m_ended, unit
UNION ALL
SELECT 'document.normative.lapsed' AS indicator, m_ended AS month, unit, SUM(lapsed) AS value FROM g WHERE m_ended IS NOT NULL GROUP BY m_ended, unit
UNION ALL
SELECT 'document.normative.in_force' AS indicator, m_effective AS month, unit, SUM(n) AS value FROM g WHERE m_effective IS NOT NULL GROUP BY m_effective, unit
UNION ALL
SELECT 'document.normative.in_force', CASE WHEN m_ended < m_effective THEN m_effective ELSE m_ended END, unit, -SUM(n) FROM g WHERE m_effective IS NOT NULL AND m_ended IS NOT NULL GROUP BY CASE WHEN m_ended < m_effective THEN m_effective ELSE m_ended END, unit
UNION ALL
SELECT 'document.normative.in_force#' || issuer, m_effective, unit, SUM(n) FROM g WHERE m_effective IS NOT NULL AND issuer IS NOT NULL GROUP BY issuer, m_effective, unit
UNION ALL
SELECT 'document.normative.in_force#' || issuer, CASE WHEN m_ended < m_effective THEN m_effective ELSE m_ended END, unit, -SUM(n) FROM g WHERE m_effective IS NOT NULL AND m_ended IS NOT NULL AND issuer IS NOT NULL GROUP BY issuer, CASE WHEN m_ended < m_effective THEN m_effective ELSE m_ended END, unit
