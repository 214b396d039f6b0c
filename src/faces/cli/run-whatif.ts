/** What `koppel whatif` does between its options and its table. */
import Table from "cli-table3";
import type { ScenarioResult, Solver, WhatifOutcome, WhatifResult } from "../../advice/whatif-api.js";
import { COSTS } from "../../model/types.js";
import { visible, whole } from "../../papers/index.js";
import type { Engine } from "./engine.js";
import { EXIT } from "./errors.js";
import { nameOf, onlyOneStdin, readInput } from "./files.js";
import { readPlanFile, readScenariosFile, readSeasonBytes } from "./inputs.js";
import type { Io } from "./io.js";
import { gapWords } from "./progress.js";
import { assertSound } from "./sound.js";
import { whatifProgress } from "./whatif-progress.js";

/** The options of `koppel whatif`, as parsed. */
export interface WhatifRequest {
  readonly season: string;
  readonly scenarios: string;
  readonly plan: string | undefined;
  /** seconds */
  readonly time: number;
  /** relative; 0 for none */
  readonly gap: number;
  readonly threads: number;
  readonly seed: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

/**
 * Plans the scenarios and prints the comparison.
 * @param solve who plans; by default this process
 * @returns the exit code
 * @throws UsageError, InputError
 */
export async function runWhatif(io: Io, engine: Engine, request: WhatifRequest, solve?: Solver): Promise<number> {
  const order = "SEASON SCENARIOS --plan PLAN";
  onlyOneStdin([request.season, request.scenarios, request.plan]);
  const season = await readSeasonBytes(engine, await readInput(io, request.season, "season"), request.season, order);
  const scenarios = await readScenariosFile(io, engine, season, request.scenarios);
  const { plan: file } = request;
  const plan = file === undefined ? undefined : await readPlanFile(io, engine, season, file, "plan", order);
  if (plan !== undefined) await assertSound(io, engine, season, plan, file ?? "", request.quiet);
  const progress = whatifProgress(io, request.quiet);
  const abort = new AbortController();
  const release = io.onInterrupt(() => {
    progress.stop();
    if (abort.signal.aborted) {
      io.quit(EXIT.interrupted);
      return;
    }
    abort.abort();
    if (!request.quiet) io.err("koppel: stopping with the scenarios planned so far; Ctrl-C again quits at once\n");
  });
  try {
    const outcome = await engine.whatif(season, scenarios, {
      plan,
      time: request.time,
      gap: request.gap,
      threads: request.threads,
      seed: request.seed,
      view: "full",
      what: nameOf(request.scenarios),
      signal: abort.signal,
      onProgress: progress.show,
      ...(solve === undefined ? {} : { solve }),
    });
    progress.stop();
    const left = scenarios.scenarios.length - outcome.scenarios.length;
    if (left > 0 && !request.quiet) io.err(`koppel: ${whole(left, "en")} of the scenarios were not planned\n`);
    await io.out(request.json ? `${JSON.stringify(outcome)}\n` : whatifText(outcome));
    return EXIT.done;
  } finally {
    progress.stop();
    release();
  }
}

/** The comparison as a table, then each scenario's largest differences and released pins. */
function whatifText({ base, scenarios }: WhatifOutcome): string {
  const table = new Table({
    head: ["Scenario", "Staffed", "Cost", "Δ", "Changed", "Better"],
    colAligns: ["left", "right", "right", "right", "right", "left"],
    style: { head: [], border: [], compact: true },
  });
  table.push(["base", base.staffed, whole(base.cost, "en"), "", "", ""]);
  for (const one of scenarios)
    table.push([
      visible(one.id),
      one.staffed,
      whole(one.cost, "en"),
      signed(one.delta),
      whole(one.changed.length, "en"),
      one.better,
    ]);
  const lines = [
    table.toString(),
    `base: bound ${whole(base.bound, "en")}, ${gapWords(base.cost, base.bound)}`,
    ...scenarios.flatMap((one) => scenarioLines(one, base)),
  ];
  return `${lines.join("\n")}\n`;
}

function scenarioLines(one: ScenarioResult, base: WhatifResult): string[] {
  const title = one.title === undefined ? "" : ` (${visible(one.title)})`;
  const rules = COSTS.map((name) => ({ name, by: (one.costs[name] ?? 0) - (base.costs[name] ?? 0) }))
    .filter(({ by }) => by !== 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .map(({ name, by }) => `${name} ${signed(by)}`);
  const lines = [
    `${visible(one.id)}${title}: bound ${whole(one.bound, "en")}, ${gapWords(one.cost, one.bound)}`,
    `  by rule: ${rules.length === 0 ? "no difference" : rules.join(", ")}`,
  ];
  if (one.released.length > 0) lines.push(`  pins released: ${one.released.map(visible).join(", ")}`);
  return lines;
}

function signed(value: number): string {
  if (value === 0) return "0";
  return `${value < 0 ? "−" : "+"}${whole(Math.abs(value), "en")}`;
}
