/** What each kind of edit does to a season: one function a kind. */
import type { Draft, Written } from "./edit-draft.js";
import { holdsAlone } from "./edit-pins.js";
import type { Edit, EditName } from "./edit-types.js";
import type { Interval, Session, Trainer } from "./types.js";
import { skippedIn } from "./zone.js";

/** Tells a fault of the edit at one of its fields. */
export type Say = (field: string, expected: string, value?: unknown) => void;
type EditOf<N extends EditName> = Extract<Edit, { readonly edit: N }>;
/** Changes the draft, or tells why not and leaves it as it is. */
type Step<N extends EditName> = (draft: Draft, edit: EditOf<N>, say: Say, write: Write) => void;
type Write = (written: Omit<Written, "edit">) => void;

function trainerOf(draft: Draft, id: string, say: Say): Trainer | undefined {
  const trainer = draft.trainer(id);
  if (trainer === undefined) say("trainer", "the id of a trainer of this season", id);
  return trainer;
}

function sessionOf(draft: Draft, id: string, say: Say): Session | undefined {
  const session = draft.session(id);
  if (session === undefined) say("session", "the id of a session of this season", id);
  return session;
}

/** Whether a slot is on offer; tells if not. */
function offers(session: Session, slot: number, say: Say): boolean {
  if (slot < session.slots.length) return true;
  say("slot", `the index of one of the session's ${session.slots.length} slots, from 0`, slot);
  return false;
}

/** Half-open minutes of a block, as wall times: a day as `to` ends when the next begins. */
function span(edit: EditOf<"block-trainer">): Interval {
  const { from, to } = edit;
  const nextDay = (day: string): string =>
    `${new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10)}T00:00`;
  return [from.length === 10 ? `${from}T00:00` : from, to.length === 10 ? nextDay(to) : to];
}

/** What is left of intervals when one is taken out; wall times of one format are in the order of their texts. */
function without(intervals: readonly Interval[], [from, to]: Interval): readonly Interval[] {
  return intervals.flatMap(([start, end]): Interval[] => {
    if (end <= from || to <= start) return [[start, end]];
    const pieces: Interval[] = [];
    if (start < from) pieces.push([start, from]);
    if (to < end) pieces.push([to, end]);
    return pieces;
  });
}

function budgetOf(edit: EditOf<"set-budget">, budget: number): number {
  if (edit.factor === undefined) return edit.budget ?? budget;
  // 100 × 0.29 is 28.999999999999996 in binary; fifteen digits are what was meant.
  return Math.floor(Number((budget * edit.factor).toPrecision(15)));
}

const STEPS: { readonly [N in EditName]: Step<N> } = {
  "remove-trainer": (draft, { trainer }, say) => {
    if (trainerOf(draft, trainer, say) === undefined) return;
    draft.removeTrainer(trainer);
    // One who came with an edit before was never there.
    if (!draft.addedTrainers.delete(trainer)) draft.removedTrainers.add(trainer);
    for (const set of [draft.blockedTrainers, draft.changedTrainers]) set.delete(trainer);
  },
  "block-trainer": (draft, edit, say) => {
    const trainer = trainerOf(draft, edit.trainer, say);
    const skipped = skippedIn(draft.season.timeZone);
    const block = span(edit);
    for (const [i, field] of (["from", "to"] as const).entries()) {
      if (!skipped(block[i] ?? "")) continue;
      say(field, "a wall time that the zone does not skip (its clocks go forward then)", edit[field]);
      return;
    }
    if (trainer === undefined) return;
    draft.putTrainer({ ...trainer, available: without(trainer.available, block) });
    draft.blockedTrainers.add(trainer.id);
  },
  "add-trainer": (draft, { trainer }, say, write) => {
    if (draft.trainer(trainer.id) !== undefined) {
      say("trainer.id", "an id that no trainer of this season has", trainer.id);
      return;
    }
    draft.set({ trainers: [...draft.season.trainers, trainer] });
    draft.addedTrainers.add(trainer.id);
    write({ list: "trainers", id: trainer.id, field: null, at: "trainer" });
  },
  "change-trainer": (draft, { trainer: id, set }, say, write) => {
    const trainer = trainerOf(draft, id, say);
    if (trainer === undefined) return;
    draft.putTrainer({ ...trainer, ...set });
    if (!draft.addedTrainers.has(id)) draft.changedTrainers.add(id);
    for (const field of Object.keys(set)) write({ list: "trainers", id, field, at: `set.${field}` });
  },
  "add-session": (draft, { session }, say, write) => {
    if (draft.session(session.id) !== undefined) {
      say("session.id", "an id that no session of this season has", session.id);
      return;
    }
    draft.set({ sessions: [...draft.season.sessions, session] });
    draft.addedSessions.add(session.id);
    write({ list: "sessions", id: session.id, field: null, at: "session" });
  },
  "change-session": (draft, { session: id, set }, say, write) => {
    const session = sessionOf(draft, id, say);
    if (session === undefined) return;
    if (set.pinned !== undefined) draft.putSession({ ...session, pinned: null });
    if (set.slots !== undefined) draft.replaceSlots(draft.session(id) ?? session, set.slots);
    draft.putSession({ ...(draft.session(id) ?? session), ...set });
    if (!draft.addedSessions.has(id)) draft.changedSessions.add(id);
    for (const field of Object.keys(set)) write({ list: "sessions", id, field, at: `set.${field}` });
  },
  "cancel-session": (draft, { session: id }, say) => {
    if (sessionOf(draft, id, say) === undefined) return;
    draft.removeSession(id);
    if (!draft.addedSessions.delete(id)) draft.cancelledSessions.add(id);
    draft.changedSessions.delete(id);
    draft.released.delete(id);
    draft.slots.delete(id);
  },
  "set-weight": (draft, { weight, value }, _say, write) => {
    draft.set({ weights: { ...draft.season.weights, [weight]: value } });
    write({ list: "weights", id: "", field: weight, at: "value" });
  },
  "set-budget": (draft, edit, say, write) => {
    const { programmes } = draft.season;
    const programme = programmes.find(({ id }) => id === edit.programme);
    if (programme === undefined) {
      say("programme", "the id of a programme of this season", edit.programme);
      return;
    }
    const budget = budgetOf(edit, programme.budget);
    draft.set({ programmes: programmes.map((one) => (one === programme ? { ...one, budget } : one)) });
    const at = edit.factor === undefined ? "budget" : "factor";
    write({ list: "programmes", id: programme.id, field: "budget", at });
  },
  pin: (draft, edit, say, write) => {
    const session = sessionOf(draft, edit.session, say);
    if (session === undefined) return;
    const planned = draft.plan?.assignments.find((one) => one.session === edit.session);
    const slot = edit.slot ?? planned?.slot;
    const team = edit.team ?? planned?.team;
    if (slot === undefined || team === undefined) {
      const missing = [...(slot === undefined ? ["slot"] : []), ...(team === undefined ? ["team"] : [])];
      const why = draft.plan === null ? "there is no plan" : "the plan leaves the session open";
      say(
        missing[0] ?? "slot",
        `${missing.join(" and ")}, since ${why} to take them from (an empty team pins the date)`,
      );
      return;
    }
    if (!offers(session, slot, say)) return;
    draft.putSession({ ...session, pinned: { slot, team } });
    write({ list: "sessions", id: session.id, field: "pinned", at: "" });
  },
  unpin: (draft, edit, say) => {
    const session = sessionOf(draft, edit.session, say);
    if (session !== undefined) draft.putSession({ ...session, pinned: null });
  },
  "fix-slot": (draft, { session: id, slot }, say, write) => {
    const session = sessionOf(draft, id, say);
    if (session === undefined || !offers(session, slot, say)) return;
    draft.putSession({ ...session, pinned: { slot, team: session.pinned?.team ?? [] } });
    if (!holdsAlone(draft.season, id)) {
      draft.putSession({ ...session, pinned: { slot, team: [] } });
      draft.released.add(id);
    }
    write({ list: "sessions", id, field: "pinned", at: "" });
  },
  exclude: (draft, { session: id, trainer }, say) => {
    const session = sessionOf(draft, id, say);
    if (trainerOf(draft, trainer, say) === undefined || session === undefined) return;
    // Whether she was excluded before is not told: it may be why somebody is safe.
    if (!session.excludes.includes(trainer)) draft.putSession({ ...session, excludes: [...session.excludes, trainer] });
  },
  waive: (draft, { session: id, trainer, rule }, say) => {
    const session = sessionOf(draft, id, say);
    if (trainerOf(draft, trainer, say) === undefined || session === undefined) return;
    if (session.waivers.some((one) => one.trainer === trainer && one.rule === rule)) return;
    draft.putSession({ ...session, waivers: [...session.waivers, { trainer, rule }] });
  },
};

/** Applies one edit to a draft: its faults are told, and a faulty edit changes nothing. */
export function step(draft: Draft, edit: Edit, say: Say, write: Write): void {
  // The table holds for each kind the function that takes it, which the compiler cannot follow through the union.
  const act = STEPS[edit.edit] as Step<EditName>;
  act(draft, edit, say, write);
}

/** Whether a season's costs mean something else after an edit: then the costs of both cannot be compared. */
export function changesCosts(edit: Edit): boolean {
  return ["set-weight", "add-session", "change-session", "cancel-session"].includes(edit.edit);
}

/** Whether an edit can only take plans away. A budget in euros may be a raise, so only a factor tells. */
export function onlyTightens(edit: Edit): boolean {
  if (edit.edit === "set-budget") return edit.factor !== undefined && edit.factor <= 1;
  return edit.edit === "block-trainer";
}
