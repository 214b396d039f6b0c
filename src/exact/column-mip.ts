/**
 * The season as a choice among given columns (Desaulniers, Desrosiers and Solomon, "Column generation", 2005, ch. 1):
 * one binary for each column, at most one column a session, and the rows of the kinds that couple sessions. What is
 * settled within one column (members, cover, pairs, slot) is in its cost already.
 */
import type { Problem } from "../problem/compile.js";
import type { SessionIx, SlotIx, TrainerIx } from "../terms/indices.js";
import { type KINDS, kindOf } from "../terms/kinds.js";
import { Expression } from "../terms/mip-sink.js";
import { MipModel } from "./highs/index.js";
import { ModelSink } from "./model-sink.js";

/** One team that the program may choose. */
export interface MipColumn {
  readonly slot: SlotIx;
  /** of each seat, in the session's order */
  readonly trainers: readonly TrainerIx[];
  /** what the column costs by itself */
  readonly cost: number;
}

export interface ColumnMip {
  /** its first columns are the given ones, in their order */
  readonly model: MipModel;
  /** by session: the position of the column that a solution chooses, −1 for none */
  read(x: Float64Array): Int32Array;
}

/** Kinds that couple sessions, or a session with its staying open. */
const COUPLING: readonly (keyof typeof KINDS)[] = ["unstaffed", "capacity", "conflict", "load", "link"];

/**
 * The integer program over some columns of a season: its cost at a choice of them is the cost of that plan.
 * @param columns teams that obey the rules of one session, each with its own cost
 */
export function columnMip(problem: Problem, columns: readonly MipColumn[]): ColumnMip {
  const { data, terms } = problem;
  const model = new MipModel();
  const sink = new ModelSink(data.shape, model);
  offerColumns(problem, sink, columns);
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

/** A member is the sum of the columns that seat her in one slot and role. */
function offerColumns({ data }: Problem, sink: ModelSink, columns: readonly MipColumn[]): void {
  const known = new Map<string, Expression>();
  columns.forEach(({ slot, trainers, cost }, i) => {
    const column = sink.model.addColumn(cost, 0, 1, true);
    if (column !== i) throw new RangeError("columns must come first in the program");
    sink.uses(slot, column);
    const session = data.shape.sessionOf[slot] as SessionIx;
    trainers.forEach((trainer, k) => {
      const role = data.seatRole[(data.seatStart[session] as number) + k] as number;
      const key = `${slot}:${role}:${trainer}`;
      let sits = known.get(key);
      if (!sits) {
        sits = new Expression();
        known.set(key, sits);
        sink.offer({ slot, role, trainer, sits });
      }
      sits.term(column, 1);
    });
  });
}
