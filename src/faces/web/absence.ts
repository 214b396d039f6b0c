/** Somebody who cannot come for some days: kept where it counts, so that nothing that was fixed with her holds any longer. */
import { ask, list, post, versionIn } from "./api.js";
import { plusDays } from "./look.js";
import { me, openSeason, pool, season, seasons, seasonVersion, tell, tried, words } from "./state.js";
import type { AskRow, Availability, Part, Season } from "./types.js";

export interface Absence {
  readonly trainer: string;
  /** first and last day */
  readonly from: string;
  readonly to: string;
}

/** By what a fixed team lets go of her: her own agenda, her answer for her, or nothing that this coordinator may do. */
export type LettingGo = "agenda" | "answer" | "nothing";

/** Her agenda is her own organisation's to keep; an answer there is where something was published and she was asked. */
export function lettingGo(trainer: string): LettingGo {
  const hers = pool.value.find((row) => row.trainer === trainer)?.organisation;
  if (hers !== undefined && hers === me.value?.organisation) return "agenda";
  const row = seasons.value.find(({ id }) => id === season.value?.id);
  return row?.published ? "answer" : "nothing";
}

/**
 * Says that she cannot come, by the way that `lettingGo` names, and reads the season as it stands then; the plan that is shown stays.
 * @param fixed the sessions in which she was fixed
 * @returns those that still hold her
 * @throws ApiError where somebody changed her agenda meanwhile, or she may not be changed
 */
export async function letGo({ trainer, from, to }: Absence, fixed: readonly string[]): Promise<readonly string[]> {
  const id = season.value?.id;
  if (id === undefined) return fixed;
  const way = lettingGo(trainer);
  const at = `seasons/${encodeURIComponent(id)}`;
  if (way === "agenda") {
    const agenda = `trainers/${encodeURIComponent(trainer)}/availability`;
    const { value, etag } = await ask<Availability>("GET", agenda);
    const block: Part = [`${from}T00:00`, `${plusDays(to, 1)}T00:00`];
    await ask("PUT", agenda, { ...value, blocks: [...value.blocks, block] }, { "if-match": etag ?? "" });
  } else if (way === "answer") {
    const asked = (await list<AskRow>(`${at}/replies`)).find((row) => row.trainer === trainer)?.askings ?? [];
    for (const { session } of asked)
      if (fixed.includes(session)) await post(`${at}/replies`, { session, trainer, reply: "no" });
  }
  const { value, etag } = await ask<Season>("GET", at);
  const isAsSeen = versionIn(etag) === seasonVersion.value;
  // Made anew by somebody else meanwhile, dates may mean others: the plan that is shown stays one of the season that was seen, and is refused.
  if (isAsSeen) season.value = value;
  else tell("bad", words.value.conflict, { name: words.value.showTheirs, go: () => void tried(() => openSeason(id)) });
  const isIn = (session: string): boolean =>
    value.sessions.find((one) => one.id === session)?.pinned?.team.some((member) => member.trainer === trainer) ===
    true;
  return fixed.filter(isIn);
}
