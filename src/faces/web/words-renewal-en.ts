/** The words of a season that is made anew, in English. */
import type { renewalNl } from "./words-renewal-nl.js";

const sessions = (n: number): string => (n === 1 ? "1 session" : `${n} sessions`);
const trainers = (n: number): string => (n === 1 ? "1 trainer" : `${n} trainers`);

export const renewalEn: typeof renewalNl = {
  help: "This is what changes when the season is made anew of what the pool has now. Nothing has changed yet.",
  of: "Of which programmes",
  none: "of no programme",
  row: (name, n, isNew) => `${name}: ${sessions(n)}${isNew ? ", not in this season yet" : ""}`,
  comes: (n, of) => `New: ${sessions(n)} (${of})`,
  goes: (n, of) => `Gone: ${sessions(n)} (${of})`,
  come: (n, who) => `New: ${trainers(n)} (${who})`,
  go: (n, who) => `Gone: ${trainers(n)} (${who})`,
  loses: (plan, n) => `Plan ${plan} loses ${n === 1 ? "1 team" : `${n} teams`}`,
  released: (what) => `What was fixed falls away: ${what}`,
  time: "When trainers can come and what sessions ask for is read anew.",
  nothing: "Nothing comes and nothing goes.",
  choose: "Choose at least one programme.",
  lost: (n) =>
    `${n === 1 ? "1 wish of yours does" : `${n} wishes of yours do`} not fit this season any more and no longer count${n === 1 ? "s" : ""} (fixed, excluded).`,
};
