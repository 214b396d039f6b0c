/**
 * The season as a choice among given columns (Desaulniers, Desrosiers and Solomon, "Column generation", 2005, ch. 1):
 * one binary for each column, at most one column a session, and the rows of the kinds that couple sessions. What is
 * settled within one column (members, cover, pairs, slot) is in its cost already.
 */
import type { Problem } from "../problem/compile.js";
import type { SessionIx, SlotIx, TrainerIx } from "../terms/indices.js";
import { KINDS, kindOf } from "../terms/kinds.js";
import { Expression, type MemberChoice, type MipSink } from "../terms/mip-sink.js";
import { MipModel } from "./highs/index.js";

/** One team that the program may choose. */
export interface MipColumn {
  readonly slot: SlotIx;
  /** of each seat, in the session's order */
  readonly trainers: readonly TrainerIx[];
  /** what the column costs by itself */
  readonly cost: number;
}

export interface ColumnMip {
  readonly model: MipModel;
  /** by session: the position of the column that a solution chooses, −1 for none */
  read(x: Float64Array): Int32Array;
}

/** Kinds that couple sessions, or a session with its staying open. */
const COUPLING: readonly (keyof typeof KINDS)[] = ["unstaffed", "capacity", "conflict", "load", "link"];

/** The integer program over some columns of a season. */
export function columnMip(problem: Problem, columns: readonly MipColumn[]): ColumnMip {
  const { data, terms } = problem;
  const model = new MipModel();
  const sink = new ColumnSink(problem, model, columns);
  for (let s = 0; s < data.shape.sessions; s++) sink.row(0, sink.staffed(s), 1);
  for (const term of terms) if (COUPLING.includes(term.kind)) kindOf(term).rows(term, sink);
  return {
    model,
    read(x) {
      const chosen = new Int32Array(data.shape.sessions).fill(-1);
      columns.forEach(({ slot }, i) => {
        if ((x[i] as number) > 0.5) chosen[data.shape.sessionOf[slot] as number] = i;
      });
      return chosen;
    },
  };
}

class ColumnSink implements MipSink {
  readonly shape;
  private readonly model: MipModel;
  private readonly ofSlot: Expression[];
  private readonly ofSession: MemberChoice[][];
  private readonly ofTrainer: MemberChoice[][];

  constructor({ data }: Problem, model: MipModel, columns: readonly MipColumn[]) {
    this.shape = data.shape;
    this.model = model;
    this.ofSlot = Array.from({ length: data.shape.sessionOf.length }, () => new Expression());
    this.ofSession = Array.from({ length: data.shape.sessions }, () => []);
    this.ofTrainer = Array.from({ length: data.shape.trainers }, () => []);
    const known = new Map<string, Expression>();
    columns.forEach(({ slot, trainers, cost }, i) => {
      const column = model.addColumn(cost, 0, 1, true);
      if (column !== i) throw new RangeError("columns must come first in the program");
      this.ofSlot[slot]?.term(column, 1);
      const session = data.shape.sessionOf[slot] as SessionIx;
      trainers.forEach((trainer, k) => {
        const role = data.seatRole[(data.seatStart[session] as number) + k] as number;
        const key = `${slot}:${role}:${trainer}`;
        let sits = known.get(key);
        if (!sits) {
          sits = new Expression();
          known.set(key, sits);
          const choice: MemberChoice = { slot, role, trainer, sits };
          this.ofSession[session]?.push(choice);
          this.ofTrainer[trainer]?.push(choice);
        }
        sits.term(column, 1);
      });
    });
  }

  column(cost: number, lower: number, upper: number, integer: boolean): Expression {
    return new Expression().term(this.model.addColumn(cost, lower, upper, integer), 1);
  }

  row(lower: number, expression: Expression, upper: number): void {
    const { columns, coefficients, constant } = expression;
    this.model.addRow(lower - constant, upper - constant, columns, coefficients);
  }

  cost(expression: Expression, factor: number): void {
    expression.columns.forEach((column, i) => {
      this.model.addCost(column, factor * (expression.coefficients[i] as number));
    });
    this.model.offset += factor * expression.constant;
  }

  staffed(session: SessionIx): Expression {
    const sum = new Expression();
    for (let g = this.shape.slotStart[session] as SlotIx; g < (this.shape.slotStart[session + 1] as number); g++)
      sum.add(this.slotUsed(g));
    return sum;
  }

  slotUsed(slot: SlotIx): Expression {
    return this.ofSlot[slot] ?? new Expression();
  }

  membersOf(session: SessionIx): readonly MemberChoice[] {
    return this.ofSession[session] ?? [];
  }

  choicesOf(trainer: TrainerIx): readonly MemberChoice[] {
    return this.ofTrainer[trainer] ?? [];
  }
}
