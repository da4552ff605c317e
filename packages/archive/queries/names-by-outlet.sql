-- Which outlet prints which French form of a name, and how often.
SELECT outlet, actual AS wrong, expected[1] AS correct, count(*) AS times, count(DISTINCT article) AS articles
FROM 'findings*.parquet'
WHERE rule IN ('name-form', 'place-form', 'organisation-form') AND outlet IS NOT NULL
GROUP BY ALL
ORDER BY times DESC, outlet, wrong, correct
LIMIT 50;
