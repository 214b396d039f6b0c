import { readFile } from "node:fs/promises";
import { readSeason, type Season } from "../src/model/index.js";
import { listInstances } from "./instances.js";
import { bestBound, crossCheck, gapOf, type Judged } from "./judge.js";
import { type Known, readKnown, UNKNOWN } from "./known.js";
import type { Options } from "./options.js";
import { megabytes, percent, seconds, table, whole } from "./report.js";
import { run } from "./run.js";

/** One part of the page: its name, which marks it, and its Markdown. */
export interface Section {
  readonly name: string;
  readonly body: string;
}

/** Runs every season that is asked for with every solver; hands out a section as soon as a season is done. */
export async function* runSeasons(options: Options, folder: string, machine: string): AsyncGenerator<Section> {
  const known = options.known === null ? new Map<string, Known>() : await readKnown(options.known);
  for (const { name, path } of await listInstances(folder, options)) {
    const season = readSeason(await readFile(path));
    const runs: Judged[] = [];
    for (const solver of options.solvers) runs.push(await run(solver, path, season, options));
    const about = known.get(name) ?? UNKNOWN;
    yield { name, body: seasonSection(name, season, crossCheck(runs, about), about, options, machine) };
  }
}

/** The section of one season. */
export function seasonSection(
  name: string,
  season: Season,
  runs: readonly Judged[],
  known: Known,
  { time, seed, threads }: Pick<Options, "time" | "seed" | "threads">,
  machine: string,
): string {
  const proved = bestBound(runs, known);
  const columns = columnsOf(known, proved, season.sessions.length);
  const rows = runs.map((judged) => columns.map(({ cell }) => cell(judged)));
  const best =
    known.cost === null ? "" : ` Best known elsewhere: cost ${whole(known.cost)}, bound ${whole(known.bound)}.`;
  return [
    `## ${name}: ${whole(season.trainers.length)} trainers × ${whole(season.sessions.length)} sessions, ${time} s`,
    `Measured ${machine}; seed ${seed}, ${threads} threads where a solver takes them.${best}`,
    table(
      columns.map(({ title }) => title),
      rows,
    ),
  ].join("\n\n");
}

interface Column {
  readonly title: string;
  readonly cell: (judged: Judged) => string;
}

function columnsOf({ unavoidable }: Known, proved: number | null, sessions: number): readonly Column[] {
  const figure = (title: string, cell: (figures: NonNullable<Judged["figures"]>) => string): Column => ({
    title,
    cell: ({ figures }) => (figures === null ? "–" : cell(figures)),
  });
  const avoidable: Column[] =
    unavoidable === null
      ? []
      : [
          figure("gap without unavoidable", ({ cost, bound }) =>
            percent(bound === null ? null : (cost - bound) / Math.max(1, cost - unavoidable)),
          ),
        ];
  return [
    { title: "solver", cell: ({ solver }) => solver },
    figure("gap", ({ cost, bound }) => percent(bound === null ? null : gapOf(cost, bound))),
    ...avoidable,
    figure("over best bound", ({ cost }) => percent(proved === null ? null : gapOf(cost, proved))),
    figure("cost", ({ cost }) => whole(cost)),
    figure("bound", ({ bound }) => whole(bound)),
    figure("staffed", ({ staffed }) => `${whole(staffed)} / ${whole(sessions)}`),
    figure("first plan", ({ firstPlanMs }) => seconds(firstPlanMs)),
    figure("to 1 %", ({ onePercentMs }) => seconds(onePercentMs)),
    { title: "wall", cell: ({ measured }) => seconds(measured === null ? null : measured.seconds * 1000) },
    { title: "memory", cell: ({ measured }) => megabytes(measured?.peakBytes ?? null) },
    { title: "note", cell: ({ figures, note }) => [figures?.status, note].filter(Boolean).join("; ") },
  ];
}
