/** A season and its plan between two edits, and what the edits so far have done. */
import type { Edit } from "./edit-types.js";
import type { Plan, Season, Session, Slot, Trainer } from "./types.js";

/** Where in a season an edit wrote, and where in the edit that stands: so that a fault is told at the edit. */
export interface Written {
  readonly list: "trainers" | "sessions" | "programmes" | "weights";
  /** of the record; empty for the weights */
  readonly id: string;
  /** the record's field; null: any */
  readonly field: string | null;
  /** the edit's index, and the path below it that stands for the record (or, with `field`, for that field) */
  readonly edit: number;
  readonly at: string;
}

export class Draft {
  season: Season;
  plan: Plan | null;
  readonly released = new Set<string>();
  readonly removedTrainers = new Set<string>();
  readonly blockedTrainers = new Set<string>();
  readonly changedTrainers = new Set<string>();
  readonly addedTrainers = new Set<string>();
  readonly cancelledSessions = new Set<string>();
  readonly changedSessions = new Set<string>();
  readonly addedSessions = new Set<string>();
  /** session → for each slot of the season as it was the index that it has now, or null */
  readonly slots = new Map<string, readonly (number | null)[]>();
  readonly written: Written[] = [];

  constructor(season: Season, plan: Plan | null) {
    this.season = season;
    this.plan = plan;
  }

  trainer(id: string): Trainer | undefined {
    return this.season.trainers.find((trainer) => trainer.id === id);
  }

  session(id: string): Session | undefined {
    return this.season.sessions.find((session) => session.id === id);
  }

  set(change: Partial<Season>): void {
    this.season = { ...this.season, ...change };
  }

  putTrainer(trainer: Trainer): void {
    this.set({ trainers: this.season.trainers.map((old) => (old.id === trainer.id ? trainer : old)) });
  }

  putSession(session: Session): void {
    this.set({ sessions: this.season.sessions.map((old) => (old.id === session.id ? session : old)) });
  }

  setPlan(assignments: Plan["assignments"]): void {
    // What the plan states of itself was said of another season.
    if (this.plan !== null) this.plan = { format: this.plan.format, season: this.plan.season, assignments };
  }

  /** She leaves the pool, every list and every team; a pin or an assignment keeps its other members. */
  removeTrainer(id: string): void {
    const other = (one: string): boolean => one !== id;
    const notHer = (one: { readonly trainer: string }): boolean => one.trainer !== id;
    const { trainers, sessions, pairs, published } = this.season;
    this.set({
      trainers: trainers
        .filter((trainer) => trainer.id !== id)
        .map((trainer) =>
          trainer.avoidTrainers.includes(id)
            ? { ...trainer, avoidTrainers: trainer.avoidTrainers.filter(other) }
            : trainer,
        ),
      sessions: sessions.map((session) => {
        const { excludes, waivers, pinned } = session;
        const named = excludes.includes(id) || [...waivers, ...(pinned?.team ?? [])].some((one) => !notHer(one));
        if (!named) return session;
        return {
          ...session,
          excludes: excludes.filter(other),
          waivers: waivers.filter(notHer),
          pinned: pinned === null ? null : { ...pinned, team: pinned.team.filter(notHer) },
        };
      }),
      pairs: pairs.filter(({ a, b }) => a !== id && b !== id),
      published: published.map((one) => ({ ...one, team: one.team.filter(notHer) })),
    });
    if (this.plan === null) return;
    const rest = this.plan.assignments.map((one) => ({ ...one, team: one.team.filter(notHer) }));
    this.setPlan(rest.filter(({ team }) => team.length > 0));
  }

  /** The session goes from its series, the published plan and the plan. */
  removeSession(id: string): void {
    const { sessions, series, published } = this.season;
    const left = series.map((one) => ({ ...one, sessions: one.sessions.filter((session) => session !== id) }));
    this.set({
      sessions: sessions.filter((session) => session.id !== id),
      series: left.filter((one) => one.sessions.length > 1),
      published: published.filter(({ session }) => session !== id),
    });
    this.setPlan((this.plan?.assignments ?? []).filter(({ session }) => session !== id));
  }

  /** Other slots on offer: whatever names a slot by its index follows the slot with the same parts, or loses it. */
  replaceSlots(session: Session, slots: readonly Slot[]): void {
    const { id } = session;
    const keys = slots.map((slot) => JSON.stringify(slot));
    const now = session.slots.map((slot) => {
      const index = keys.indexOf(JSON.stringify(slot));
      return index < 0 ? null : index;
    });
    const follow = (index: number): number | null => now[index] ?? null;
    const before = this.slots.get(id) ?? session.slots.map((_, index) => index);
    this.slots.set(
      id,
      before.map((index) => (index === null ? null : follow(index))),
    );
    let { pinned } = session;
    if (pinned !== null) {
      const slot = follow(pinned.slot);
      if (slot === null) this.released.add(id);
      pinned = slot === null ? null : { ...pinned, slot };
    }
    this.putSession({ ...session, slots, pinned });
    this.set({
      published: this.season.published.map((one) =>
        one.session === id && one.slot !== null ? { ...one, slot: follow(one.slot) } : one,
      ),
    });
    const assignments = (this.plan?.assignments ?? []).flatMap((one) => {
      if (one.session !== id) return [one];
      const slot = follow(one.slot);
      return slot === null ? [] : [{ ...one, slot }];
    });
    this.setPlan(assignments);
  }
}

/** The session whose pin an edit makes itself, or null: it is refused if it cannot hold, and others make way for it. */
export function pinnedBy(edit: Edit): string | null {
  if (edit.edit === "pin" || edit.edit === "fix-slot") return edit.session;
  if (edit.edit === "add-session" && edit.session.pinned !== null) return edit.session.id;
  if (edit.edit === "change-session" && edit.set.pinned !== undefined) return edit.session;
  return null;
}
