/**
 * Whose names an organisation may see besides those of its own trainers: of those who were suggested for or assigned to the
 * sessions that its coordinators plan. Each look at a name has its row of the trail all the same.
 */
import { inTransaction, type Store } from "./context.js";
import { assignedTrainers } from "./life.js";
import { need } from "./need.js";
import { type Actor, mayName } from "./rights.js";
import { append } from "./trail.js";

/** Keeps that these trainers were suggested to or assigned by a coordinator: her organisation may know their names from now on. */
export function shareNames(store: Store, actor: Actor, trainers: Iterable<string>): void {
  const { organisation } = actor;
  if (actor.role !== "coordinator" || organisation === undefined) return;
  assertOrganisation(store, actor);
  inTransaction(store, () => {
    const known = store.db.prepare("SELECT 1 FROM named WHERE organisation = ? AND trainer = ?");
    const add = store.db.prepare("INSERT INTO named VALUES (?, ?)");
    for (const trainer of new Set(trainers)) {
      if (known.get(organisation, trainer) !== undefined) continue;
      add.run(organisation, trainer);
      append(store, actor, { action: "name", field: "contact", trainer });
    }
  });
}

/** @throws StoreError `unknown` for an actor of an organisation that the pool does not have */
export function assertOrganisation(store: Store, { organisation }: Actor): void {
  if (organisation !== undefined) need(store, "organisations", "id", organisation, "organisation");
}

/** Whether an actor may see the name of a trainer of that organisation, by the role or by what was planned. */
export function mayNameNow(store: Store, actor: Actor, trainer: string, organisation: string): boolean {
  if (mayName(actor, trainer, organisation)) return true;
  if (actor.role === "safetyOfficer") return assignedTrainers(store).has(trainer);
  if (actor.role !== "coordinator" || actor.organisation === undefined) return false;
  const sql = "SELECT 1 FROM named WHERE organisation = ? AND trainer = ?";
  return store.db.prepare(sql).get(actor.organisation, trainer) !== undefined;
}
