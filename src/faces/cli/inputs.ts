/** Reading a season and a plan that belong together, and saying so in few words where they do not. */
import type { Edits, Scenarios } from "../../model/edit-types.js";
import { InputError } from "../../model/errors.js";
import type { Plan, Season } from "../../model/types.js";
import type { Engine } from "./engine.js";
import { UsageError } from "./errors.js";
import { nameOf, readInput } from "./files.js";
import type { Io } from "./io.js";

/** What a command takes, for whoever gave a file in another's place. */
export type Order =
  | "SEASON"
  | "SEASON PLAN"
  | "SEASON --from PLAN"
  | "SEASON SCENARIOS --plan PLAN"
  | "SEASON PLAN --edits EDITS";

/** @throws UsageError where it is a plan, InputError where it is no season either */
export function readSeasonBytes(engine: Engine, bytes: Uint8Array, file: string, order: Order): Promise<Season> {
  return inPlace(engine.readSeason(bytes, nameOf(file)), file, order);
}

/**
 * The plan of a season.
 * @param what the plan is, for messages
 * @throws UsageError where it is a season, or of another season
 */
export async function readPlanFile(
  io: Io,
  engine: Engine,
  season: Season,
  file: string,
  what: string,
  order: Order,
): Promise<Plan> {
  const plan = await inPlace(engine.readPlan(await readInput(io, file, what), season, nameOf(file)), file, order);
  if (plan.season !== season.id)
    throw new UsageError(
      `the ${what} ${nameOf(file)} is for season ${plan.season}, and the season file is ${season.id}: give the two that belong together`,
    );
  return plan;
}

/** Season and plan of a command that takes both. */
export async function readBoth(
  io: Io,
  engine: Engine,
  seasonFile: string,
  planFile: string,
): Promise<{ season: Season; plan: Plan }> {
  const bytes = await readInput(io, seasonFile, "season");
  const season = await readSeasonBytes(engine, bytes, seasonFile, "SEASON PLAN");
  return { season, plan: await readPlanFile(io, engine, season, planFile, "plan", "SEASON PLAN") };
}

/**
 * The edits of a season.
 * @throws UsageError where it is another kind of file, InputError where it is none
 */
export async function readEditsFile(io: Io, engine: Engine, season: Season, file: string): Promise<Edits> {
  const bytes = await readInput(io, file, "edits");
  return inPlace(engine.readEdits(bytes, season, nameOf(file)), file, "SEASON PLAN --edits EDITS");
}

/**
 * The scenarios of a what-if.
 * @throws UsageError where it is another kind of file, InputError where it is none
 */
export async function readScenariosFile(io: Io, engine: Engine, season: Season, file: string): Promise<Scenarios> {
  const bytes = await readInput(io, file, "scenarios");
  return inPlace(engine.readScenarios(bytes, season, nameOf(file)), file, "SEASON SCENARIOS --plan PLAN");
}

const KINDS = new Map([
  ['"koppel-season/1"', "season"],
  ['"koppel-plan/1"', "plan"],
  ['"koppel-edits/1"', "file of edits"],
  ['"koppel-scenarios/1"', "file of scenarios"],
]);

/** Where a file is sound as the other kind alone, only that is said. */
async function inPlace<T>(reading: Promise<T>, file: string, order: Order): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const [issue, ...more] = error instanceof InputError ? error.issues : [];
    const [is, wanted] = [KINDS.get(issue?.value ?? ""), KINDS.get(issue?.expected ?? "")];
    if (issue?.path !== "format" || more.length > 0 || is === undefined || wanted === undefined) throw error;
    throw new UsageError(`${nameOf(file)} is a ${is}, where a ${wanted} is expected: the order is ${order}`);
  }
}
