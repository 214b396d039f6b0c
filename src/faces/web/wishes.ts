/** Whom she fixes and keeps out, kept over a reload by account and season: codes and dates alone. */
import { keptSignal } from "./kept.js";
import { type DatedMarks, datedMarks, isDatedMarks, type Marks, marksIn } from "./marks.js";
import type { Season } from "./types.js";

const all = keptSignal<Readonly<Record<string, DatedMarks>>>(
  "marks",
  {},
  (found): found is Readonly<Record<string, DatedMarks>> =>
    typeof found === "object" && found !== null && Object.values(found).every(isDatedMarks),
);
const keyOf = (account: string, season: Season): string => `${account} ${season.id}`;

/** Keeps what she wishes of a season as it stands. */
export function keepWishes(account: string, season: Season, marks: Marks): void {
  const key = keyOf(account, season);
  const dated = datedMarks(marks, season);
  if (JSON.stringify(all.peek()[key] ?? {}) === JSON.stringify(dated)) return;
  const { [key]: _, ...others } = all.peek();
  all.value = Object.keys(dated).length === 0 ? others : { ...others, [key]: dated };
}

/** What she wished of a season, as far as it fits the season as it stands by now; `lost` is how much of it does not. */
export function keptWishes(account: string, season: Season): { readonly marks: Marks; readonly lost: number } {
  return marksIn(all.peek()[keyOf(account, season)] ?? {}, season);
}
