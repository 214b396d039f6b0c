/** The plan and the alternative that a programme's papers are made from. */
import { check } from "../../../check/check.js";
import { readPlan } from "../../../model/parse.js";
import type { Plan, Season } from "../../../model/types.js";
import type { Alternative, ChoiceFile } from "../../../programme/choose/alternatives.js";
import { UsageError } from "../errors.js";
import { nameOf, readInput } from "../files.js";
import type { Io } from "../io.js";

/**
 * A plan of the season; it may break rules of people and money, which `koppel check` tells.
 * @throws UsageError where it is of another season, or has sessions or dates that this one does not have
 */
export async function readPlanOf(io: Io, season: Season, file: string): Promise<Plan> {
  const plan = readPlan(await readInput(io, file, "plan"), season, nameOf(file));
  const strange = check(season, plan).violations.filter(({ rule }) => rule === "known" || rule === "slot");
  if (plan.season === season.id && strange.length === 0) return plan;
  throw new UsageError(
    `the plan ${nameOf(file)} is not one of this season: give the two that belong together`,
    strange.map(({ where, text }) => `${where}: ${text}`),
  );
}

/** @throws UsageError where the choice has no such alternative */
export function alternativeIn({ alternatives }: ChoiceFile, kind: string): Alternative {
  const found = alternatives.find((one) => one.kind === kind);
  if (found !== undefined) return found;
  const kinds = alternatives.map((one) => one.kind).join(", ");
  throw new UsageError(`--kind: the choice has no alternative ${kind}: give one of ${kinds}`);
}
