/** `npm run bench:groups -- --seeds 2 --out docs/benchmarks.md`: colleagues together in few groups, and 1,000 people in many. */
import { groupsOf } from "../../src/programme/groups/groups.js";
import { machineLine } from "../machine.js";
import { number, parsedOptions, runBench } from "../options.js";
import { seconds, table, whole, writeSection } from "../report.js";
import { type Case, drawIntake, USUAL } from "./cases.js";

const MANY: readonly Case[] = [
  { people: 1000, groups: 72, organisations: 250, tight: 0 },
  { people: 1000, groups: 72, organisations: 250, tight: 15 },
  { people: 1000, groups: 72, organisations: 50, tight: 15 },
  { people: 1000, groups: 120, organisations: 200, tight: 30 },
];

interface Run {
  readonly one: Case;
  readonly apart: number;
  readonly bound: number;
  readonly proven: boolean;
  readonly waiting: number;
  readonly ms: number;
}

function run(one: Case, seed: number): Run {
  const intake = drawIntake(one, seed);
  const start = process.cpuUsage();
  const { measures, bound, proven, waiting } = groupsOf(intake);
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  return { one, apart: measures.colleagues, bound: bound.colleagues, proven, waiting: waiting.length, ms };
}

const sum = (runs: readonly Run[], of: (one: Run) => number): number => runs.reduce((all, one) => all + of(one), 0);

function row(name: string, runs: readonly Run[]): readonly string[] {
  return [
    name,
    whole(runs.length),
    whole(sum(runs, ({ apart }) => apart)),
    whole(sum(runs, ({ bound }) => bound)),
    whole(runs.filter(({ apart, bound }) => apart === bound).length),
    whole(runs.filter(({ proven }) => proven).length),
    whole(sum(runs, ({ waiting }) => waiting)),
    seconds(sum(runs, ({ ms }) => ms) / runs.length),
    seconds(Math.max(...runs.map(({ ms }) => ms))),
  ];
}

function main(args: readonly string[]): void {
  const values = parsedOptions(args, ["seeds", "out"]);
  const seeds = number("seeds", values.seeds ?? "2", 1, true);
  const drawn = (cases: readonly Case[], each: number) =>
    cases.flatMap((one) => Array.from({ length: each }, (_, n) => run(one, n + 1)));
  const few = drawn(USUAL, seeds);
  const groups = [...new Set(USUAL.map((one) => one.groups))].sort((a, b) => a - b);
  const rows = [
    ...groups.map((n) =>
      row(
        `20 to 60 people, ${n} groups`,
        few.filter(({ one }) => one.groups === n),
      ),
    ),
    row("all of these", few),
    ...MANY.map((one) =>
      row(
        `${one.people} people, ${one.groups} groups, ${one.organisations} organisations, ${one.tight} %`,
        drawn([one], 1),
      ),
    ),
  ];
  const heads = ["who", "cases", "apart", "at least", "gap closed", "all proven", "waiting", "mean", "longest"];
  const text = [
    "## Groups: colleagues together",
    "",
    `Measured ${machineLine(new Date())} (\`npm run bench:groups -- --seeds ${seeds}\`). Groups of at most 16; in the small ones 3 to 12 organisations, and 0 to 30 %`,
    "of the people can share little with others (in the large ones as said). Summed over the cases: `apart`, groups over which organisations are spread beyond one",
    "each; `at least`, what is proven of it; `all proven`, nobody more placed and the mix no more even either. Times are the processor's.",
    "",
    table(heads, rows),
  ].join("\n");
  if (values.out === undefined) process.stdout.write(`${text}\n`);
  else writeSection(values.out, "groups", text);
}

runBench(main);
