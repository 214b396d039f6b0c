#!/usr/bin/env bash
# Whom would this season miss most? Plans it once without each trainer, and lists the dearest to lose first.
#   docs/examples/leaves.sh SEASON PLAN [SECONDS FOR EACH]
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
season="$1" plan="$2" seconds="${3:-10}"

node "$here/leaves.mjs" "$season" |
  "$here/../../scripts/koppel" whatif "$season" - --plan "$plan" --time "$seconds" --threads 2 --json |
  node -e '
    const { scenarios } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    for (const { id, delta, staffed } of scenarios.sort((a, b) => b.delta - a.delta))
      console.log(`${id}: cost ${delta < 0 ? "" : "+"}${delta}, ${staffed} sessions staffed`);
  '
