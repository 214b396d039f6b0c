/** Why teams are suggested, with what is the same of all of them told once. Pure. */
import type { Suggested } from "./types.js";

export interface Folded {
  /** what holds of every team */
  readonly common: readonly string[];
  /** what is left to say of each, in the order of the teams */
  readonly own: readonly (readonly string[])[];
}

/** @param all the word for the whole team, in the place of the codes of all its members */
export function foldedReasons(teams: readonly Pick<Suggested, "team" | "reasons">[], all: string): Folded {
  const told = teams.map(({ team, reasons }) => {
    const codes = team.map(({ trainer }) => trainer);
    return [...new Set(reasons.map((reason) => ofAll(reason, codes, all)))];
  });
  const [first = [], ...others] = told;
  const common = others.length === 0 ? [] : first.filter((one) => others.every((those) => those.includes(one)));
  return { common, own: told.map((those) => those.filter((one) => !common.includes(one))) };
}

/** Where a reason names everybody in the team, it says so; of who is alone in it her name says nothing more. */
function ofAll(reason: string, team: readonly string[], all: string): string {
  const [what, list, ...rest] = reason.split(": ");
  if (what === undefined || list === undefined || rest.length > 0) return reason;
  const named = list.split(", ");
  const isAll = named.length === team.length && named.every((code) => team.includes(code));
  if (!isAll) return reason;
  return team.length === 1 ? what : `${what}: ${all}`;
}
