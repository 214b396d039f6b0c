/** What a person reads at the end of a solve or a check. */
import Table from "cli-table3";
import { COSTS, type CostName, type Costs, type Verdict, type Violation } from "../../model/types.js";
import { boundLine, type Lang, paperRule, statementLines, visible, WORDS, whole } from "../../papers/index.js";
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
export function outcomeText(
  outcome: Omit<SolveOutcome, "plan" | "costs"> & { readonly costs: Partial<Costs> },
): string {
  const { status, cost, bound, costs, staffed, sessions, open, ms } = outcome;
  const end = `${ENDS[status]} after ${(ms / 1000).toFixed(1)} s`;
  const proof = status === "optimal" ? "" : ` (${gapWords(cost, bound)})`;
  return [
    `${whole(staffed, "en")} of ${whole(sessions, "en")} sessions staffed · cost ${whole(cost, "en")}${proof} · ${end}`,
    costTable(costs, cost, "en"),
    ...openLines(open, sessions),
    "",
  ].join("\n");
}

/** The costs that are paid, dearest first, and what they come to. */
export function costTable(costs: Partial<Costs>, total: number, lang: Lang): string {
  const words = VERDICT[lang];
  const table = new Table({
    head: [...words.head],
    colAligns: ["left", "right", "left"],
    style: { head: [], border: [], compact: true },
  });
  const of = (name: CostName): number => costs[name] ?? 0;
  const paid = COSTS.filter((name) => of(name) > 0).sort((a, b) => of(b) - of(a));
  for (const name of paid) table.push([name, whole(of(name), lang), WORDS[lang].costs[name]]);
  table.push([words.total, whole(total, lang), words.lower]);
  return costs.background === undefined ? `${table.toString()}\n${words.kept}` : table.toString();
}

function openLines(open: readonly OpenSession[], sessions: number): string[] {
  if (open.length === 0) return [sessions === 0 ? "The season has no session." : "Every session has a team."];
  const urgent = [...open].sort((a, b) => b.priority - a.priority);
  const lines = [`Left open (${whole(open.length, "en")}):`];
  for (const { session, priority, reasons, together } of urgent.slice(0, MOST_OPEN)) {
    lines.push(`  ${visible(session)} (priority ${priority})`);
    if (reasons.length === 0) lines.push("    not looked into in the time: koppel show gives the reasons");
    const joined = together ? "and also " : "or ";
    for (const [i, { rule, text }] of reasons.entries())
      lines.push(`    ${i > 0 ? joined : ""}${rule}: ${visible(text)}`);
  }
  if (open.length > MOST_OPEN) lines.push(`  … and ${open.length - MOST_OPEN} more: use --json to have them all`);
  return lines;
}

/**
 * Every broken rule, then the cost by rule, then what the plan states of itself.
 * @param bound as the plan states it
 */
export function verdictText(verdict: Verdict, bound: number | null, lang: Lang): string {
  const words = VERDICT[lang];
  const { season, violations, total, costs, staffed, sessions } = verdict;
  const count = violations.length;
  // The check's own words are English; in Dutch the rule is told and where, as papers tell it.
  const line = ({ rule, where, text }: Violation) =>
    visible(`  ${rule} · ${where}: ${lang === "en" ? text : WORDS.nl.rules[paperRule(rule)]}`);
  const lines = violations.slice(0, MOST_VIOLATIONS).map(line);
  if (count > MOST_VIOLATIONS) lines.push(`  ${words.more(whole(count - MOST_VIOLATIONS, lang))}`);
  const cost = `${words.cost} ${whole(total, lang)}`;
  const isBound = bound !== null && !verdict.overbound && !verdict.misstated;
  return [
    `${words.plan} ${visible(season)}: ${words.broken(count, whole(count, lang))}`,
    ...lines,
    `${WORDS[lang].staffedOf(whole(staffed, lang), whole(sessions, lang))} ${words.staffed} · ${cost}`,
    costTable(costs, total, lang),
    ...(isBound ? [boundLine(bound, (total - bound) / Math.max(1, total), lang)] : []),
    ...statementLines(verdict, lang),
    "",
  ].join("\n");
}

const VERDICT = {
  en: {
    plan: "Plan for season",
    broken: (count: number, shown: string) =>
      count === 0 ? "no rule is broken" : count === 1 ? "1 rule is broken" : `${shown} rules are broken`,
    more: (count: string) => `… and ${count} more: use --json to have them all`,
    staffed: "staffed",
    cost: "cost",
    head: ["Rule", "Cost", "For"],
    total: "total",
    kept: "The total has what backgrounds cost in it, which is not told by itself.",
    lower: "lower is better",
  },
  nl: {
    plan: "Planning voor seizoen",
    broken: (count: number, shown: string) =>
      count === 0 ? "geen regel gebroken" : count === 1 ? "1 regel gebroken" : `${shown} regels gebroken`,
    more: (count: string) => `… en nog ${count}: met --json staan ze er alle`,
    staffed: "bemenst",
    cost: "kosten",
    head: ["Regel", "Kosten", "Voor"],
    total: "totaal",
    kept: "In het totaal zit ook wat achtergronden kosten; dat wordt niet apart verteld.",
    lower: "lager is beter",
  },
} as const;
