#!/bin/sh
# The same six articles from two engines: a report on each, then what is different. The runs go into the folder named.
set -eu
out=${1:?"usage: report.sh OUT"}
here=$(dirname "$0")
stet report "$here/old-engine.jsonl" --out "$out/old" --quiet
stet report "$here/new-engine.jsonl" --out "$out/new" --quiet
# After a day: only what is new or has changed is checked again.
stet report "$here/new-engine.jsonl" --out "$out/next-day" --since "$out/new" --quiet
stet report --compare "$out/old" "$out/new" --out "$out/compared"
echo "open $out/new/index.html and $out/compared/comparison.html"
