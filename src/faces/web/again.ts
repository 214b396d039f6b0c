/** After something in the pool has changed what is open is read again; and a season made of what is there by now. */
import { ask, list } from "./api.js";
import { loadSeasons, openSeason, seasons, tried } from "./state.js";
import type { SeasonRow } from "./types.js";

export const again = (): Promise<void> => tried(loadSeasons);

interface Wanted {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** only their sessions; absent: those of all */
  readonly programmes?: readonly string[];
}

/** Makes a season beside those that there are, and opens it. @returns how many sessions it has */
export async function makeSeason(wanted: Wanted): Promise<number> {
  const { value } = await ask<{ readonly sessions: number }>("POST", "seasons", wanted, { "if-none-match": "*" });
  seasons.value = await list<SeasonRow>("seasons");
  await openSeason(wanted.id);
  return value.sessions;
}
