/** `npm run bench:repairs -- SEASON PLAN [--count 100] [--time 10] [--all]`: one trainer ill for a fortnight, how often proven. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { repair, repairTask } from "../../src/advice/index.js";
import { check } from "../../src/check/check.js";
import { applyEdits, type Plan, readPlan, readSeason, type Season } from "../../src/model/index.js";
import { solve } from "../../src/solve/index.js";
import { machineLine } from "../machine.js";

const DAY_MS = 86_400_000;

/** Whether somebody gives a session in these days, by the plan: an illness that hits nothing is repaired by doing nothing. */
function hits(season: Season, plan: Plan, trainer: string, from: string, to: string): boolean {
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  return plan.assignments.some(
    ({ session, slot, team }) =>
      team.some((member) => member.trainer === trainer) &&
      (sessions.get(session)?.slots[slot] ?? []).some(
        ([start, end]) => start.slice(0, 10) <= to && end.slice(0, 10) >= from,
      ),
  );
}

/** Trainers in the order of the file, each ill for every fortnight of the season in turn. */
function* illnesses({ trainers, from, to }: Season): Generator<{ trainer: string; from: string; to: string }> {
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const [start, end] = [Date.parse(from), Date.parse(to)];
  for (const { id } of trainers)
    for (let at = start; at + 13 * DAY_MS <= end; at += 14 * DAY_MS)
      yield { trainer: id, from: day(at), to: day(at + 13 * DAY_MS) };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "100" },
    time: { type: "string", default: "10" },
    all: { type: "boolean" },
  },
});
const [seasonFile, planFile] = positionals;
if (seasonFile === undefined || planFile === undefined) {
  process.stderr.write("give SEASON PLAN, and --count or --time if you like\n");
  process.exit(2);
}
const season = readSeason(readFileSync(seasonFile));
const plan = readPlan(readFileSync(planFile), season);
const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));
let [cases, unstaffed, contacts, unsound] = [0, 0, 0, 0];
const took: number[] = [];
for (const { trainer, from, to } of illnesses(season)) {
  if (cases >= Number(values.count)) break;
  if (values.all !== true && !hits(season, plan, trainer, from, to)) continue;
  const began = Date.now();
  const changed = applyEdits(season, plan, [{ edit: "block-trainer", trainer, from, to }]);
  const found = await repair(repairTask(plan, changed), {
    time: Number(values.time),
    view: "full",
    solve,
    wait,
    clock: () => Date.now() - began,
  });
  cases++;
  took.push((Date.now() - began) / 1000);
  if (!check(changed.season, found.plan).feasible) unsound++;
  if (found.proven.unstaffed) unstaffed++;
  if (found.proven.unstaffed && found.proven.contacts) contacts++;
  else process.stderr.write(`${trainer} from ${from}: ${JSON.stringify(found.proven)}\n`);
}
took.sort((a, b) => a - b);
process.stdout.write(
  `Measured ${machineLine(new Date())}.\n${season.id}: ${cases} cases, ${unsound} break a rule, unstaffed proven ${unstaffed}, calls proven too ${contacts}; ` +
    `median ${took[Math.floor(took.length / 2)]?.toFixed(1)} s, worst ${took.at(-1)?.toFixed(1)} s\n`,
);
