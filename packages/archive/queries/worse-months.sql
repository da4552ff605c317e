-- The months with most findings a thousand words.
SELECT date_trunc('month', day) AS month, count(*) AS articles, round(1000.0 * sum(findings) / sum(words), 2) AS rate
FROM 'articles*.parquet'
WHERE status = 'ok' AND day IS NOT NULL
GROUP BY month
ORDER BY rate DESC, month
LIMIT 12;
