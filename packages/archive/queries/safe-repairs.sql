-- What could be repaired without a person, a row each rule.
SELECT rule, count(*) FILTER (safe) AS safe, count(*) AS findings, round(100.0 * count(*) FILTER (safe) / count(*), 1) AS percent
FROM 'findings*.parquet'
GROUP BY rule
ORDER BY safe DESC, rule;
