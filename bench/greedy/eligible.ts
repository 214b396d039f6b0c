import type { Role, Session } from "../../src/model/index.js";
import type { Facts, Part, SessionFacts, TrainerFacts } from "./facts.js";
import { needsOf } from "./needs.js";

/**
 * Who may come to a session, whoever else comes and whatever she is booked for: rules 3 to 6 and 8, and the needs that
 * every member must meet. Asked again and again, so the answer is kept for each slot and role.
 */
export class Eligible {
  /** per session, per slot, by role */
  private readonly kept = new Map<SessionFacts, readonly Map<Role, readonly TrainerFacts[]>[]>();

  constructor(private readonly facts: Facts) {}

  /** The trainers of a role who may come in a slot, in the order of the season. */
  in(here: SessionFacts, slot: number, role: Role): readonly TrainerFacts[] {
    const lists = this.kept.get(here) ?? this.compute(here);
    return lists[slot]?.get(role) ?? [];
  }

  private compute(here: SessionFacts): readonly Map<Role, readonly TrainerFacts[]>[] {
    const lists = here.slots.map(() => new Map<Role, readonly TrainerFacts[]>());
    const needed = needsOf(here.session).filter(({ whom }) => whom === "all");
    for (const role of new Set(here.seats)) {
      const able = this.facts.byRole[role].filter(
        (who) => mayComeAtAll(this.facts, here, who) && needed.every(({ meets }) => meets(who.trainer)),
      );
      here.slots.forEach((parts, slot) => {
        const free = able.filter((who) => isAvailable(here.session, who, parts));
        lists[slot]?.set(role, free);
      });
    }
    this.kept.set(here, lists);
    return lists;
  }
}

/** Rules 4, 5, 6 and 8, which do not depend on the slot. */
export function mayComeAtAll(facts: Facts, { session, place, places }: SessionFacts, who: TrainerFacts): boolean {
  const { id, avoidPlaces, backgrounds, limits } = who.trainer;
  if (session.excludes.includes(id)) return false;
  if (avoidPlaces.length > 0 && places.some((near) => avoidPlaces.includes(near.id))) return false;
  if (place !== null && facts.km(who.home, place) > limits.travelKm && !isWaived(session, id, "travelKm")) return false;
  if (limits.ownCommunityKm === 0) return true;
  const own = session.communities.some((community) => community.backgrounds.some((tag) => backgrounds.includes(tag)));
  return !own || places.every((near) => facts.km(who.home, near) >= limits.ownCommunityKm);
}

/** Rule 3. */
export function isAvailable(session: Session, who: TrainerFacts, parts: readonly Part[]): boolean {
  const covered = parts.every(({ busyStart, busyEnd }) => who.available.covers(busyStart, busyEnd));
  return covered || isWaived(session, who.trainer.id, "available");
}

function isWaived(session: Session, trainer: string, rule: "available" | "travelKm"): boolean {
  return session.waivers.some((waiver) => waiver.trainer === trainer && waiver.rule === rule);
}
