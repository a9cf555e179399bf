-- reconsideration.case: one pass over the records, then the cells from the groups.
WITH g AS MATERIALIZED (
  SELECT unit, field, outcome, substr(applied_on, 1, 7) AS m_applied, substr(accepted_on, 1, 7) AS m_accepted, substr(examined_on, 1, 7) AS m_examined, substr(closed_on, 1, 7) AS m_closed, substr(hearing_on, 1, 7) AS m_hearing, substr(consulted_on, 1, 7) AS m_consulted, substr(opinion_on, 1, 7) AS m_opinion,
    COUNT(*) AS n,
    COUNT(*) FILTER (WHERE procedure = 'summary') AS summary,
    COUNT(*) FILTER (WHERE refusal <> '') AS refused,
    COUNT(*) FILTER (WHERE outcome IN ('mediated', 'settled')) AS mediated,
    COUNT(*) FILTER (WHERE outcome IN ('changed', 'revoked', 'partly_revoked', 'unlawful', 'void', 'ordered', 'agreement_ordered')) AS corrected,
    COUNT(*) FILTER (WHERE outcome = 'upheld') AS upheld,
    COUNT(*) FILTER (WHERE outcome IN ('rejected', 'claim_rejected')) AS rejected,
    COUNT(*) FILTER (WHERE outcome IN ('withdrawn', 'terminated')) AS ended
  FROM r_reconsideration_case GROUP BY unit, field, outcome, m_applied, m_accepted, m_examined, m_closed, m_hearing, m_consulted, m_opinion
)
SELECT 'reconsideration.case.received' AS indicator, m_applied AS month, unit, SUM(n) AS value FROM g WHERE m_applied IS NOT NULL GROUP BY m_applied, unit
UNION ALL
SELECT 'reconsideration.case.accepted' AS indicator, m_accepted AS month, unit, SUM(n) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'reconsideration.case.summary' AS indicator, m_accepted AS month, unit, SUM(summary) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'reconsideration.case.not_accepted' AS indicator, m_examined AS month, unit, SUM(refused) AS value FROM g WHERE m_examined IS NOT NULL GROUP BY m_examined, unit
UNION ALL
SELECT 'reconsideration.case.closed' AS indicator, m_closed AS month, unit, SUM(n) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'reconsideration.case.mediated' AS indicator, m_closed AS month, unit, SUM(mediated) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'reconsideration.case.corrected' AS indicator, m_closed AS month, unit, SUM(corrected) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'reconsideration.case.upheld' AS indicator, m_closed AS month, unit, SUM(upheld) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'reconsideration.case.rejected' AS indicator, m_closed AS month, unit, SUM(rejected) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'reconsideration.case.ended' AS indicator, m_closed AS month, unit, SUM(ended) AS value FROM g WHERE m_closed IS NOT NULL GROUP BY m_closed, unit
UNION ALL
SELECT 'reconsideration.case.hearings' AS indicator, m_hearing AS month, unit, SUM(n) AS value FROM g WHERE m_hearing IS NOT NULL GROUP BY m_hearing, unit
UNION ALL
SELECT 'reconsideration.case.consulted' AS indicator, m_consulted AS month, unit, SUM(n) AS value FROM g WHERE m_consulted IS NOT NULL GROUP BY m_consulted, unit
UNION ALL
SELECT 'reconsideration.case.opinions' AS indicator, m_opinion AS month, unit, SUM(n) AS value FROM g WHERE m_opinion IS NOT NULL GROUP BY m_opinion, unit
UNION ALL
SELECT 'reconsideration.case.open' AS indicator, m_accepted AS month, unit, SUM(n) AS value FROM g WHERE m_accepted IS NOT NULL GROUP BY m_accepted, unit
UNION ALL
SELECT 'reconsideration.case.open', CASE WHEN m_closed < m_accepted THEN m_accepted ELSE m_closed END, unit, -SUM(n) FROM g WHERE m_accepted IS NOT NULL AND m_closed IS NOT NULL GROUP BY CASE WHEN m_closed < m_accepted THEN m_accepted ELSE m_closed END, unit
UNION ALL
SELECT 'reconsideration.case.received#' || field, m_applied, unit, SUM(n) FROM g WHERE m_applied IS NOT NULL AND field IS NOT NULL GROUP BY field, m_applied, unit
UNION ALL
SELECT 'reconsideration.case.closed#' || outcome, m_closed, unit, SUM(n) FROM g WHERE m_closed IS NOT NULL AND outcome IS NOT NULL GROUP BY outcome, m_closed, unit
