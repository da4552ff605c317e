"""The same on a Spark cluster: every line of a partition goes through one process of Stet on its node.

    spark-submit spark.py s3a://news/archive/*.jsonl.gz s3a://news/checked

Needs Node and Stet on each node (or in the image of the executors). Start-up costs about a second a partition: make
partitions of some thousand articles.
"""

import sys

from pyspark.sql import SparkSession

source, target = sys.argv[1:3]
spark = SparkSession.builder.appName("stet").getOrCreate()
lines = spark.sparkContext.textFile(source).repartition(200)
# checkCode: a process that ends badly fails its task, and Spark tries again.
lines.pipe("stet filter --field body", checkCode=True).saveAsTextFile(target)
