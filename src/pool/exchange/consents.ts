/** All that a trainer consents to, in place of what she consented to before. */
import {
  type Actor,
  consentsOf,
  giveConsent,
  type Purpose,
  type SensitiveField,
  type Store,
  withdrawConsent,
} from "../store/index.js";

/** purpose → fields */
export type Consents = Readonly<Partial<Record<Purpose, readonly SensitiveField[]>>>;

/** Gives what is new and withdraws what is gone, each with its row of the trail. @throws StoreError `unknown` for no such trainer */
export function settleConsents(store: Store, actor: Actor, trainer: string, said: Consents): void {
  const before = consentsOf(store, trainer) as Consents;
  for (const purpose of new Set([...Object.keys(before), ...Object.keys(said)]) as Set<Purpose>) {
    const [had, has] = [before[purpose] ?? [], said[purpose] ?? []];
    for (const field of has) if (!had.includes(field)) giveConsent(store, actor, trainer, field, purpose);
    for (const field of had) if (!has.includes(field)) withdrawConsent(store, actor, trainer, field, purpose);
  }
}
