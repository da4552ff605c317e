-- Findings a thousand words, a row each MQM error type and engine, counting only what is sure.
WITH size AS (SELECT engine, sum(words) AS words FROM 'articles*.parquet' WHERE status = 'ok' GROUP BY engine)
SELECT mqm, engine, count(*) AS findings, round(1000.0 * count(*) / any_value(words), 3) AS rate
FROM 'findings*.parquet' JOIN size USING (engine)
WHERE confidence >= 0.9
GROUP BY mqm, engine
ORDER BY mqm, rate DESC, engine;
