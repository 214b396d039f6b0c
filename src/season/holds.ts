/** Dates that are kept for a question until it lapses: they bind every other season. */
import type { Slot } from "../model/index.js";
import { NO_AVAILABILITY } from "../pool/availability/index.js";
import { type Actor, availabilityOf, type Store, saveAvailability } from "../pool/store/index.js";

/** Holds the parts of a date for a season. */
export function hold(store: Store, actor: Actor, trainer: string, season: string, slot: Slot, until: string): void {
  const said = availabilityOf(store, trainer) ?? NO_AVAILABILITY;
  const others = said.holds.filter((one) => !isOf(one, season, slot));
  const holds = slot.map(([start, end]) => ({ offer: season, start, end, until }));
  saveAvailability(store, actor, trainer, { ...said, holds: [...others, ...holds] });
}

/** Lets go of them. */
export function release(store: Store, actor: Actor, trainer: string, season: string, slot: Slot): void {
  const said = availabilityOf(store, trainer);
  if (said === null) return;
  const holds = said.holds.filter((one) => !isOf(one, season, slot));
  if (holds.length < said.holds.length) saveAvailability(store, actor, trainer, { ...said, holds });
}

function isOf(
  { offer, start, end }: { readonly offer: string; readonly start: string; readonly end: string },
  season: string,
  slot: Slot,
): boolean {
  return offer === season && slot.some(([from, to]) => from === start && to === end);
}
