/** `npm run bench:advice -- …`: see README.md. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Advisor, planWith } from "../../src/advice/index.js";
import { check } from "../../src/check/check.js";
import { type Plan, readPlan, readSeason, type Season } from "../../src/model/index.js";
import { Random } from "../../src/search/random.js";
import { solve } from "../../src/solve/index.js";
import { machineLine } from "../machine.js";
import { table } from "../report.js";

const TOP = 10;

/** The value below which a share of some numbers lies. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function latency(seasonFile: string, planFile: string, sessions: number): string {
  const season = readSeason(readFileSync(seasonFile));
  const plan = readPlan(readFileSync(planFile), season);
  const t0 = performance.now();
  const advisor = new Advisor(season, plan);
  const t1 = performance.now();
  advisor.standing.remaining();
  const t2 = performance.now();
  const random = new Random(1);
  const pick = (): string => season.sessions[random.below(season.sessions.length)]?.id ?? "";
  for (let i = 0; i < 50; i++) advisor.suggest(pick(), { top: TOP, view: "full" });
  const times: number[] = [];
  for (let i = 0; i < sessions; i++) {
    const id = pick();
    const from = performance.now();
    advisor.suggest(id, { top: TOP, view: "full" });
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const ms = (value: number): string => `${value.toFixed(2)} ms`;
  const seconds = (value: number): string => `${(value / 1000).toFixed(2)} s`;
  return table(
    ["season", "loading", "cold prices", "p50", "p95", "p99", "worst"],
    [
      [
        season.id,
        seconds(t1 - t0),
        seconds(t2 - t1),
        ms(quantile(times, 0.5)),
        ms(quantile(times, 0.95)),
        ms(quantile(times, 0.99)),
        ms(times.at(-1) ?? Number.NaN),
      ],
    ],
  );
}

/** Staffs a season one session at a time by the top suggestion, passing over what would raise the cost; answers the cost. */
function oneByOne(season: Season, order: readonly string[], foresight: boolean): number {
  let plan: Plan = new Advisor(season, null).standing.plan;
  const staffed = new Set(plan.assignments.map(({ session }) => session));
  for (const id of order) {
    if (staffed.has(id)) continue;
    const [best] = new Advisor(season, plan).suggest(id, { top: 1, view: "full", foresight }).teams;
    if (best && best.total < 0) plan = planWith(season, plan, id, best);
  }
  return check(season, plan).total;
}

async function useful(folder: string, time: number): Promise<string> {
  const rows: string[][] = [];
  const sums = [0, 0];
  for (const name of readdirSync(folder).sort()) {
    if (!/\.json(\.gz)?$/.test(name)) continue;
    const season = readSeason(readFileSync(path.join(folder, name)));
    const outcome = await solve(
      { season },
      { time, gap: 0, steps: Number.POSITIVE_INFINITY, seed: 1, threads: 2, startedAt: Date.now() },
    );
    const random = new Random(7);
    const order = season.sessions.map(({ id }) => ({ id, at: random.unit() })).sort((a, b) => a.at - b.at);
    const ids = order.map(({ id }) => id);
    const gaps = [true, false].map((foresight) => {
      const cost = oneByOne(season, ids, foresight);
      return (cost - outcome.bound) / Math.max(1, cost);
    });
    gaps.forEach((gap, i) => {
      sums[i] = (sums[i] ?? 0) + gap;
    });
    rows.push([
      name.replace(/\.json(\.gz)?$/, ""),
      String(outcome.bound),
      ...gaps.map((gap) => `${(100 * gap).toFixed(2)} %`),
    ]);
    process.stderr.write(`${rows.at(-1)?.join(" · ")}\n`);
  }
  rows.push(["mean", "", ...sums.map((sum) => `${((100 * sum) / Math.max(1, rows.length)).toFixed(2)} %`)]);
  return table(["season", "bound", "gap with opportunity costs", "without"], rows);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    latency: { type: "boolean" },
    useful: { type: "string" },
    sessions: { type: "string", default: "1000" },
    time: { type: "string", default: "10" },
  },
});
process.stdout.write(`Measured ${machineLine(new Date())}.\n\n`);
if (values.latency === true && positionals.length === 2)
  process.stdout.write(`${latency(positionals[0] ?? "", positionals[1] ?? "", Number(values.sessions))}\n`);
else if (values.useful !== undefined) process.stdout.write(`${await useful(values.useful, Number(values.time))}\n`);
else {
  process.stderr.write("give --latency SEASON PLAN or --useful FOLDER: see bench/advice/README.md\n");
  process.exitCode = 2;
}
