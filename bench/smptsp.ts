/** The literature: shift minimisation instances as seasons, whose cost is the number of workers used. */
import { readFile } from "node:fs/promises";
import { readSeason } from "../src/model/index.js";
import { listInstances } from "./instances.js";
import type { Judged } from "./judge.js";
import { crossCheck } from "./judge.js";
import { type Known, readBestKnown, UNKNOWN } from "./known.js";
import type { Options } from "./options.js";
import { percent, table, whole } from "./report.js";
import { run } from "./run.js";
import type { Section } from "./seasons.js";

/** One instance and how our run of it ended. */
export interface Outcome {
  readonly name: string;
  readonly known: Known;
  readonly judged: Judged;
}

/**
 * Runs koppel on every instance that is asked for; hands out a section for each set (`keb`, `fl`, `swmb`) when it is done.
 * @param onOutcome called after each instance, for progress
 */
export async function* runSmptsp(
  options: Options,
  folder: string,
  machine: string,
  onOutcome: (outcome: Outcome) => void,
): AsyncGenerator<Section> {
  const best = await readBestKnown(folder);
  const sets = new Map<string, Outcome[]>();
  for (const { name, path } of await listInstances(folder, options)) {
    const known = best.get(name) ?? UNKNOWN;
    const season = readSeason(await readFile(path));
    const [judged] = crossCheck([await run("koppel", path, season, options)], known);
    if (judged === undefined) continue;
    const outcome = { name, known, judged };
    onOutcome(outcome);
    const set = name.split("-")[0] ?? name;
    sets.set(set, [...(sets.get(set) ?? []), outcome]);
  }
  for (const [set, outcomes] of sets) {
    yield { name: `smptsp-${set}`, body: smptspSection(set, outcomes, options, machine) };
  }
}

/** Whether the run reached the best value known (or went under it). */
export function isHit({ known, judged }: Outcome): boolean {
  return judged.figures !== null && known.cost !== null && judged.figures.cost <= known.cost;
}

/** The section of one set. */
export function smptspSection(
  set: string,
  outcomes: readonly Outcome[],
  { time, seed, threads }: Pick<Options, "time" | "seed" | "threads">,
  machine: string,
): string {
  const hits = outcomes.filter(isHit).length;
  const proved = outcomes.filter(
    ({ judged }) => judged.figures !== null && judged.figures.cost === judged.figures.bound,
  );
  const over = outcomes.flatMap(({ known, judged }) =>
    judged.figures === null || known.cost === null ? [] : judged.figures.cost / known.cost - 1,
  );
  const mean = over.length === 0 ? null : over.reduce((sum, share) => sum + share, 0) / over.length;
  const rows = outcomes.map((outcome) => {
    const { figures, measured, note } = outcome.judged;
    return [
      outcome.name,
      whole(outcome.known.cost),
      whole(figures?.cost ?? null),
      whole(figures?.bound ?? null),
      measured === null ? "–" : `${measured.seconds.toFixed(1)} s`,
      isHit(outcome) ? "hit" : "",
      note,
    ];
  });
  return [
    `## Shift minimisation, ${set}: ${hits} of ${outcomes.length} at the best value known within ${time} s`,
    `Measured ${machine}; seed ${seed}, ${threads} threads. Proved optimal by us: ${proved.length}; on average ${percent(mean)} over the best known.`,
    table(["instance", "best known", "ours", "bound", "time", "hit", "note"], rows),
  ].join("\n\n");
}
