/**
 * The season as one plain integer program: a binary for each slot and for each member that may sit in it, rows that make
 * whole teams of them, and the rows and costs of every kind of term.
 */
import type { Problem } from "../problem/compile.js";
import type { ProblemData } from "../problem/data.js";
import type { RoleIx, SessionIx, SlotIx, TrainerIx } from "../terms/indices.js";
import { kindOf, type Term } from "../terms/kinds.js";
import { Expression } from "../terms/mip-sink.js";
import { MipModel } from "./highs/index.js";
import { ModelSink } from "./model-sink.js";
import { finished, type Steps } from "./steps.js";

/** A member of a team, in a seat of the role. */
export interface MipMember {
  readonly role: RoleIx;
  readonly trainer: TrainerIx;
}

/** The team that a solution gives a session. */
export interface MipTeam {
  readonly session: SessionIx;
  readonly slot: SlotIx;
  /** one for each seat, in the session's order */
  readonly members: readonly MipMember[];
}

/** A part of the season's program: what is left out cannot be chosen, or costs and forbids nothing. */
export interface MipPart {
  /** whether a member is offered in a slot at all; everybody who may sit there where it is left out */
  readonly offers?: (slot: SlotIx, role: RoleIx, trainer: TrainerIx) => boolean;
  /** the terms that it keeps to; all of the problem's where it is left out */
  readonly terms?: readonly Term[];
}

export interface SeasonMip {
  /** its cost at a solution is the cost of the plan */
  readonly model: MipModel;
  /** the teams of a solution, by session; of a point that is none, whatever it says */
  read(x: ArrayLike<number>): MipTeam[];
  /** the members that it offers in a slot */
  membersOf(slot: SlotIx): readonly (MipMember & { readonly column: number })[];
  /** the column of a slot */
  usedColumn(slot: SlotIx): number;
  /** the column of a member, −1 where she may not sit there */
  memberColumn(slot: SlotIx, role: RoleIx, trainer: TrainerIx): number;
}

interface Seat extends MipMember {
  readonly column: number;
}

/** The integer program of a compiled season, every rule and cost in it; or of a part of it. */
export function seasonMip(problem: Problem, part: MipPart = {}): SeasonMip {
  return finished(seasonMipSteps(problem, part));
}

/** The same in steps: a large season takes seconds, and who builds it may have to hear of an interruption meanwhile. */
export function* seasonMipSteps(problem: Problem, part: MipPart = {}): Steps<SeasonMip> {
  const { data } = problem;
  const { offers = () => true, terms = problem.terms } = part;
  const { shape } = data;
  const model = new MipModel();
  const sink = new ModelSink(shape, model);
  const slots = shape.sessionOf.length;
  const used = Int32Array.from({ length: slots }, () => model.addColumn(0, 0, 1, true));
  const seats: Seat[][] = [];
  for (let g = 0; g < slots; g++) {
    sink.uses(g, used[g] as number);
    seats.push(offerSlot(data, sink, g, used[g] as number, offers));
    yield;
  }
  for (let s = 0; s < shape.sessions; s++) sink.row(0, sink.staffed(s), 1);
  for (const term of terms) {
    kindOf(term).rows(term, sink);
    yield;
  }
  return {
    model,
    read: (x) => teamsAt(data, used, seats, x),
    membersOf: (slot) => seats[slot] ?? [],
    usedColumn: (slot) => used[slot] ?? -1,
    memberColumn: (slot, role, trainer) =>
      seats[slot]?.find((seat) => seat.role === role && seat.trainer === trainer)?.column ?? -1,
  };
}

/** The members of a slot, and the rows that make a whole team of them: seats filled iff it is used, nobody twice. */
function offerSlot(
  data: ProblemData,
  sink: ModelSink,
  slot: SlotIx,
  used: number,
  offers: NonNullable<MipPart["offers"]>,
): Seat[] {
  const session = data.shape.sessionOf[slot] as SessionIx;
  const firstGroup = data.groupStart[session] as number;
  const seats: Seat[] = [];
  const twice = new Map<TrainerIx, Expression>();
  for (let q = firstGroup; q < (data.groupStart[session + 1] as number); q++) {
    const [role, count] = [data.groupRole[q] as RoleIx, data.groupSeats[q] as number];
    const list = (data.entryList[slot] as number) + q - firstGroup;
    const filled = new Expression().term(used, -count);
    for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
      const trainer = data.candidateTrainer[data.entryCandidate[e] as number] as TrainerIx;
      if (!offers(slot, role, trainer)) continue;
      const column = sink.model.addColumn(0, 0, 1, true);
      seats.push({ role, trainer, column });
      sink.offer({ slot, role, trainer, sits: new Expression().term(column, 1) });
      filled.term(column, 1);
      twice.set(trainer, (twice.get(trainer) ?? new Expression().term(used, -1)).term(column, 1));
    }
    sink.row(0, filled, 0);
  }
  // A member in one role only is kept to one seat by her column; with two terms the row says nothing new.
  for (const row of twice.values()) if (row.columns.length > 2) sink.row(Number.NEGATIVE_INFINITY, row, 0);
  return seats;
}

function teamsAt(
  { shape }: ProblemData,
  used: Int32Array,
  seats: readonly (readonly Seat[])[],
  x: ArrayLike<number>,
): MipTeam[] {
  const isOn = (column: number): boolean => (x[column] ?? 0) > 0.5;
  return seats.flatMap((ofSlot, slot) => {
    if (!isOn(used[slot] as number)) return [];
    const members = ofSlot.filter(({ column }) => isOn(column));
    return [{ session: shape.sessionOf[slot] as SessionIx, slot, members }];
  });
}
