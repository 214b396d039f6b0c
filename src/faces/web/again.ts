/** After something in the pool has changed what is open is read again; and a season made of what is there by now. */
import { ask, list } from "./api.js";
import { loadSeasons, openSeason, seasons, seasonVersion, tried } from "./state.js";
import type { Renewal, Season, SeasonRow } from "./types.js";

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

type Renewed = Pick<Season, "id" | "from" | "to">;
/** Over the season that was seen, and no other. */
const renew = ({ id, from, to }: Renewed, programmes: Renewal["choice"] | undefined, dryRun: boolean) =>
  ask<Renewal>(
    "POST",
    "seasons",
    { id, from, to, dryRun, ...(programmes === undefined ? {} : { programmes }) },
    { "if-match": `"${seasonVersion.value}"` },
  );

/** What would come of a season made anew; nothing is done. @param programmes absent: what it was made of */
export const tryRenewal = async (of: Renewed, programmes?: Renewal["choice"]): Promise<Renewal> =>
  (await renew(of, programmes, true)).value;

/** Makes the season that is open once more, of what the pool has by now, and opens it. @returns how many sessions it has */
export async function renewSeason(of: Renewed, programmes?: Renewal["choice"]): Promise<number> {
  const { value } = await renew(of, programmes, false);
  await loadSeasons();
  return value.sessions;
}
