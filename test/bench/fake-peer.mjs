#!/usr/bin/env node
// Stands in for a peer's Python or Java: `… SEASON PLAN LOG SECONDS SEED THREADS` answers with what lies beside the season.
import { readFileSync, writeFileSync } from "node:fs";

if (process.argv[2] !== "-version") {
  const [season, plan, log, ...limits] = process.argv.slice(-6);
  const answer = JSON.parse(readFileSync(`${season}.answer`, "utf8"));
  if (answer.plan !== null) writeFileSync(plan, JSON.stringify(answer.plan));
  if (answer.log !== undefined) writeFileSync(log, answer.log);
  process.stdout.write(JSON.stringify({ status: "time", note: limits.join(" ") }));
  process.exitCode = answer.code ?? 0;
}
