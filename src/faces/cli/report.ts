/** What a person reads at the end of a solve or a check. */
import Table from "cli-table3";
import { COSTS, type Costs, type Verdict } from "../../model/types.js";
import { visible, WORDS, whole } from "../../papers/index.js";
import type { OpenSession, SolveOutcome, SolveStatus } from "../../solve/api.js";
import { gapWords } from "./progress.js";

const ENDS: Readonly<Record<SolveStatus, string>> = {
  optimal: "proven optimal",
  gap: "the gap that was asked for is reached",
  time: "the time is up",
  steps: "the steps are done",
  interrupted: "interrupted",
};

/** Open sessions are printed up to here; `--json` gives them all. */
const MOST_OPEN = 30;
/** Broken rules are printed up to here; `--json` gives them all. */
const MOST_VIOLATIONS = 200;

/** Staffed, cost by rule, and the sessions left open with what stands in their way. */
export function outcomeText(outcome: SolveOutcome): string {
  const { status, cost, bound, costs, staffed, sessions, open, ms } = outcome;
  const end = `${ENDS[status]} after ${(ms / 1000).toFixed(1)} s`;
  const proof = status === "optimal" ? "" : ` (${gapWords(cost, bound)})`;
  return [
    `${whole(staffed, "en")} of ${whole(sessions, "en")} sessions staffed · cost ${whole(cost, "en")}${proof} · ${end}`,
    costTable(costs, cost),
    ...openLines(open),
    "",
  ].join("\n");
}

function costTable(costs: Costs, total: number): string {
  const table = new Table({
    head: ["Rule", "Cost", "For"],
    colAligns: ["left", "right", "left"],
    style: { head: [], border: [], compact: true },
  });
  const paid = COSTS.filter((name) => costs[name] > 0).sort((a, b) => costs[b] - costs[a]);
  for (const name of paid) table.push([name, whole(costs[name], "en"), WORDS.en.costs[name]]);
  table.push(["total", whole(total, "en"), "lower is better"]);
  return table.toString();
}

function openLines(open: readonly OpenSession[]): string[] {
  if (open.length === 0) return ["Every session has a team."];
  const urgent = [...open].sort((a, b) => b.priority - a.priority);
  const lines = [`Left open (${whole(open.length, "en")}):`];
  for (const { session, priority, reasons } of urgent.slice(0, MOST_OPEN)) {
    lines.push(`  ${visible(session)} (priority ${priority})`);
    for (const { rule, text } of reasons) lines.push(`    ${rule}: ${visible(text)}`);
  }
  if (open.length > MOST_OPEN) lines.push(`  … and ${open.length - MOST_OPEN} more: use --json to have them all`);
  return lines;
}

/** Every broken rule, then the cost by rule. */
export function verdictText(verdict: Verdict): string {
  const { season, violations, total, costs, staffed, sessions } = verdict;
  const count = violations.length;
  const rules =
    count === 0 ? "no rule is broken" : count === 1 ? "1 rule is broken" : `${whole(count, "en")} rules are broken`;
  const lines = violations.slice(0, MOST_VIOLATIONS).map((one) => visible(`  ${one.rule} · ${one.where}: ${one.text}`));
  if (count > MOST_VIOLATIONS) lines.push(`  … and ${count - MOST_VIOLATIONS} more: use --json to have them all`);
  return [
    `Plan for season ${visible(season)}: ${rules}`,
    ...lines,
    `${whole(staffed, "en")} of ${whole(sessions, "en")} sessions staffed · cost ${whole(total, "en")}`,
    costTable(costs, total),
    ...statementLines(verdict),
    "",
  ].join("\n");
}

/** What a plan states of itself and should not. */
function statementLines({ stated, misstated, overbound, total }: Verdict): string[] {
  const lines: string[] = [];
  const cost = whole(total, "en");
  if (misstated && stated === null) lines.push(`The plan states no cost: add "cost": ${total}.`);
  else if (misstated)
    lines.push(`The plan states a cost of ${whole(stated ?? 0, "en")}, and it costs ${cost}: correct it.`);
  if (overbound)
    lines.push(`The plan states a bound that is above its cost of ${cost}, or no whole number: take it out.`);
  return lines;
}
