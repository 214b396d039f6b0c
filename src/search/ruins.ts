/** Neighbourhoods: which sessions to take out of the plan together. Each is one function of the state and a seed session. */
import type { Core } from "../bound/cores.js";
import { sessionsByProgramme } from "../problem/lookup.js";
import type { SearchState } from "../score/state.js";
import type { Random } from "./random.js";
import type { Way } from "./roulette.js";

export interface RuinTools {
  /** a trainer whom this step must do without, −1 for none; set by a ruin */
  closed: number;
  /** whether fees weigh in this step whatever its taste; set by a ruin */
  thrifty: boolean;
  readonly state: SearchState;
  readonly random: Random;
  /** those of a slot who are in nearly its cheapest teams */
  readonly coreOf: (slot: number) => Core;
  /** the team that a session would have in a slot if others made way, each at a price */
  readonly teamIfOthersMadeWay: (session: number, slot: number) => readonly number[];
  /** by programme: its sessions */
  readonly ofProgramme: readonly (readonly number[])[];
  /** sessions by the day of their first slot */
  readonly byDay: Int32Array;
  /** by session: its place in `byDay` */
  readonly placeByDay: Int32Array;
}

/** Adds up to `size` sessions, the seed's surroundings, to `out` (some may be open already). */
export type Ruin = (tools: RuinTools, seed: number, size: number, out: Set<number>) => void;

/** Those who hold the people that the seed could use, on the seed's own dates. */
export const rivals: Ruin = (tools, seed, size, out) => {
  const { state, random } = tools;
  const { data } = state;
  const { shape } = data;
  const slots = (shape.slotStart[seed + 1] as number) - (shape.slotStart[seed] as number);
  for (let tries = 0; tries < 4 * size && out.size < size; tries++) {
    const slot = (shape.slotStart[seed] as number) + random.below(slots);
    const groups = (data.groupStart[seed + 1] as number) - (data.groupStart[seed] as number);
    const trainer = wanted(tools, slot, random.below(groups));
    if (trainer < 0) continue;
    const clashing = state.diaries.clashing(trainer, slot);
    for (const s of clashing) out.add(s);
    const held = state.diaries.slots[trainer] as number[];
    if (clashing.length === 0 && held.length > 0)
      out.add(shape.sessionOf[nearest(state, held, slot, random)] as number);
  }
};

/** Whoever stands in the way of one whole team for the seed: its members' clashing sessions, or those nearest in time. */
export const makeRoom: Ruin = (tools, seed, size, out) => {
  const { state, random, ofProgramme } = tools;
  const { data } = state;
  const { shape } = data;
  const first = data.groupStart[seed] as number;
  const slot =
    (shape.slotStart[seed] as number) +
    random.below((shape.slotStart[seed + 1] as number) - (shape.slotStart[seed] as number));
  for (let q = first; q < (data.groupStart[seed + 1] as number); q++) {
    for (let k = 0; k < (data.groupSeats[q] as number); k++) {
      const trainer = wanted(tools, slot, q - first);
      if (trainer < 0) break;
      if (state.hasRoom(trainer, slot, data.groupRole[q] as number)) continue;
      const clashing = state.diaries.clashing(trainer, slot);
      for (const s of clashing) out.add(s);
      const held = state.diaries.slots[trainer] as number[];
      if (clashing.length === 0 && held.length > 0)
        out.add(shape.sessionOf[nearest(state, held, slot, random)] as number);
    }
  }
  const purse = ofProgramme[shape.programmeOf[seed] as number];
  if (purse && random.below(4) === 0) out.add(purse[random.below(purse.length)] as number);
  if (random.below(2) === 0) rivals(tools, seed, size, out);
};

/** Whoever stands in the way of the team that the seed would have if others made way at a price. */
export const clearTheWay: Ruin = (tools, seed, _size, out) => {
  const { state, random } = tools;
  const { data } = state;
  const { shape } = data;
  const from = shape.slotStart[seed] as number;
  const slot = from + random.below((shape.slotStart[seed + 1] as number) - from);
  const seat = data.seatStart[seed] as number;
  const column = state.chosen[seed] as number;
  const own = column < 0 ? [] : state.columns.teamOf(column);
  tools.teamIfOthersMadeWay(seed, slot).forEach((trainer, k) => {
    if (own.includes(trainer) || state.hasRoom(trainer, slot, data.seatRole[seat + k] as number)) return;
    const clashing = state.diaries.clashing(trainer, slot);
    for (const s of clashing) out.add(s);
    const held = state.diaries.slots[trainer] as number[];
    if (clashing.length === 0 && held.length > 0)
      out.add(shape.sessionOf[nearest(state, held, slot, random)] as number);
  });
};

/** Share of those whom a seed would like to have that are taken from its core. */
const FROM_CORE = 0.5;

/** Somebody who could sit in group k of a slot, mostly one of those who would be cheap there; −1 for nobody. */
function wanted({ state, random, coreOf }: RuinTools, slot: number, k: number): number {
  const { data } = state;
  if (random.unit() < FROM_CORE) {
    const { start, trainer } = coreOf(slot);
    const [from, to] = [start[k] as number, start[k + 1] as number];
    if (from < to) return trainer[from + random.below(to - from)] as number;
  }
  const list = (data.entryList[slot] as number) + k;
  const [from, to] = [data.entryStart[list] as number, data.entryStart[list + 1] as number];
  return from < to
    ? (data.candidateTrainer[data.entryCandidate[from + random.below(to - from)] as number] as number)
    : -1;
}

/** One of the slots in a diary that lie near another in time. */
export function nearest(state: SearchState, held: readonly number[], slot: number, random: Random): number {
  const { shape } = state.data;
  const day = shape.startDay[shape.partStart[slot] as number] as number;
  let best = held[0] as number;
  let least = Number.POSITIVE_INFINITY;
  for (const g of held) {
    const away = Math.abs((shape.startDay[shape.partStart[g] as number] as number) - day) + 7 * random.unit();
    if (away < least) {
      least = away;
      best = g;
    }
  }
  return best;
}

/** Several sessions of the seed's own members. */
export const colleagues: Ruin = ({ state, random }, seed, size, out) => {
  const column = state.chosen[seed] as number;
  if (column < 0) return;
  const team = state.columns.teamOf(column);
  for (let tries = 0; tries < 3 * size && out.size < size; tries++) {
    const held = state.diaries.slots[team[random.below(team.length)] as number] as number[];
    const slot = held[random.below(held.length)];
    if (slot !== undefined) out.add(state.data.shape.sessionOf[slot] as number);
  }
};

/** Sessions that are paid from the same budget. */
export const samePurse: Ruin = ({ state, random, ofProgramme }, seed, size, out) => {
  const sessions = ofProgramme[state.data.shape.programmeOf[seed] as number];
  for (let tries = 0; sessions && tries < 2 * size && out.size < size; tries++)
    out.add(sessions[random.below(sessions.length)] as number);
};

/** Everything that one budget pays, up to a number, put back thriftily: so that one more session fits it. */
export const wholePurse: Ruin = (tools, seed, _size, out) => {
  const { state, random, ofProgramme } = tools;
  const sessions = ofProgramme[state.data.shape.programmeOf[seed] as number];
  if (!sessions) return;
  tools.thrifty = true;
  if (sessions.length <= MOST_OF_PURSE) for (const s of sessions) out.add(s);
  while (out.size < Math.min(MOST_OF_PURSE, sessions.length))
    out.add(sessions[random.below(sessions.length)] as number);
};
const MOST_OF_PURSE = 10;

/** Sessions of about the same date. */
export const sameDays: Ruin = ({ random, byDay, placeByDay }, seed, size, out) => {
  const at = placeByDay[seed] as number;
  const reach = 3 * size + 4;
  for (let tries = 0; tries < 2 * size && out.size < size; tries++) {
    const other = at - reach + random.below(2 * reach + 1);
    if (other >= 0 && other < byDay.length) out.add(byDay[other] as number);
  }
};

/** The seed's whole series. */
export const wholeSeries: Ruin = ({ state }, seed, _size, out) => {
  const { previous, next } = state.data.links;
  let first = seed;
  while ((previous[first] as number) >= 0) first = previous[first] as number;
  for (let s = first; s >= 0; s = next[s] as number) out.add(s);
};

/** How many of a closed trainer's sessions also take somebody else's out, in whose place they could go. */
const PASSED_ON = 0.7;

/**
 * All sessions of one trainer who has few, so that the season may do without her (a step price), and some of those that
 * stand where hers could go.
 */
export const emptyTrainer: Ruin = (tools, _seed, _size, out) => {
  const { state, random } = tools;
  const { slots } = state.diaries;
  let trainer = -1;
  for (let tries = 0; tries < 12; tries++) {
    const t = random.below(slots.length);
    const held = slots[t]?.length ?? 0;
    if (held > 0 && (trainer < 0 || held < (slots[trainer]?.length ?? 0))) trainer = t;
  }
  if (trainer < 0) return;
  tools.closed = trainer;
  for (const slot of slots[trainer] ?? []) {
    out.add(state.data.shape.sessionOf[slot] as number);
    if (random.unit() < PASSED_ON) displace(tools, slot, trainer, out);
  }
};

/** Takes out what one other trainer who could sit in a slot has against it. */
function displace({ state, random }: RuinTools, slot: number, but: number, out: Set<number>): void {
  const { data } = state;
  const list = data.entryList[slot] as number;
  const [from, to] = [data.entryStart[list] as number, data.entryStart[list + 1] as number];
  for (let tries = 0; tries < 4 && from < to; tries++) {
    const t = data.candidateTrainer[data.entryCandidate[from + random.below(to - from)] as number] as number;
    if (t === but || (state.diaries.slots[t]?.length ?? 0) === 0) continue;
    for (const s of state.diaries.clashing(t, slot)) out.add(s);
    return;
  }
}

/** Neighbourhoods that only a step price calls for. */
export const STEP_RUINS: readonly Way<Ruin>[] = [{ value: emptyTrainer, weight: 14 }];

export const RUINS: readonly Way<Ruin>[] = [
  { value: makeRoom, weight: 5 },
  { value: clearTheWay, weight: 5 },
  { value: rivals, weight: 3 },
  { value: colleagues, weight: 3 },
  { value: sameDays, weight: 2 },
  { value: wholeSeries, weight: 1 },
  { value: samePurse, weight: 1 },
  { value: wholePurse, weight: 3 },
];

/** What ruins are handed of a season, once. */
export function ruinTools(state: SearchState, random: Random): Omit<RuinTools, "coreOf" | "teamIfOthersMadeWay"> {
  const { shape } = state.data;
  const ofProgramme = sessionsByProgramme(state.data);
  const dayOf = (s: number): number =>
    shape.startDay[shape.partStart[shape.slotStart[s] as number] as number] as number;
  const byDay = Int32Array.from({ length: shape.sessions }, (_, s) => s).sort((a, b) => dayOf(a) - dayOf(b) || a - b);
  const placeByDay = new Int32Array(shape.sessions);
  byDay.forEach((s, i) => {
    placeByDay[s] = i;
  });
  return { closed: -1, thrifty: false, state, random, ofProgramme, byDay, placeByDay };
}
