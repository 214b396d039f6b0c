/** Columns that keep a trainer safe: a blank keeps what is there, and an import may add to them and never take away. */
import type { Wording } from "../../sheets/types.js";

/** Said at each of them. */
export const OFFICER: Wording = {
  nl: "Alleen de veiligheidsfunctionaris vult dit in; een lege cel laat staan wat er was.",
  en: "Only the safety officer fills this in; a blank cell keeps what was there.",
};

/** Whether something that was on a list no longer is. */
export function shorterList(before: readonly string[], after: readonly string[]): boolean {
  return before.some((one) => !after.includes(one));
}

type Limits = Readonly<Record<string, number>>;

/** Whether a limit has gone or become higher. */
export function weakerLimits(before: Limits, after: Limits): boolean {
  return Object.entries(before).some(
    ([theme, most]) => !Object.hasOwn(after, theme) || (after[theme] ?? Number.POSITIVE_INFINITY) > most,
  );
}
