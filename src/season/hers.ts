/** Whose a trainer's record and time are: her own, and her own organisation's. */
import { type Actor, assertMay, organisationOf, refuse, type Store, StoreError } from "../pool/store/index.js";

export const HERSELF = "she herself";

/**
 * A coordinator for her own organisation, a trainer for herself; what `keepTrainer` keeps is the coordinator's alone.
 * @throws StoreError `refused` for anybody else; `unknown` for a trainer whom the pool does not know
 */
export function assertHers(
  store: Store,
  actor: Actor,
  act: "seeTrainer" | "keepTrainer" | "keepAgreed" | "keepTime",
  id: string,
): void {
  assertMay(store, actor, act);
  const organisation = organisationOf(store, id);
  if (organisation === null) throw new StoreError("unknown", `trainer ${id}: not in the pool; see koppel pool show`);
  const own = actor.role === "trainer" ? actor.trainer === id : actor.organisation === organisation;
  if (own) return;
  const coordinator = "a coordinator of her own organisation";
  refuse(store, actor, act, act === "keepTrainer" ? [coordinator] : [coordinator, HERSELF], id);
}
