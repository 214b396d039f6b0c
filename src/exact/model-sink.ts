/** What the programs of a season share: kinds write into a model through it, whatever a member is made of. */
import type { SessionIx, Shape, SlotIx, TrainerIx } from "../terms/indices.js";
import { Expression, type MemberChoice, type MipSink } from "../terms/mip-sink.js";
import type { MipModel } from "./highs/index.js";

/**
 * Members, slots and their choices are filled once, by whoever builds the program, and read by every kind after that.
 * Expressions that it hands out are shared: kinds add them to their own and never change them.
 */
export class ModelSink implements MipSink {
  readonly shape: Shape;
  readonly model: MipModel;
  private readonly ofSlot: Expression[];
  private readonly ofSession: MemberChoice[][];
  private readonly ofTrainer: MemberChoice[][];

  constructor(shape: Shape, model: MipModel) {
    this.shape = shape;
    this.model = model;
    this.ofSlot = Array.from({ length: shape.sessionOf.length }, () => new Expression());
    this.ofSession = Array.from({ length: shape.sessions }, () => []);
    this.ofTrainer = Array.from({ length: shape.trainers }, () => []);
  }

  /** One more column that is 1 only if its slot is used; the columns of a slot sum to whether it is. */
  uses(slot: SlotIx, column: number): void {
    this.ofSlot[slot]?.term(column, 1);
  }

  /** One more member that the program may choose. */
  offer(choice: MemberChoice): void {
    this.ofSession[this.shape.sessionOf[choice.slot] as SessionIx]?.push(choice);
    this.ofTrainer[choice.trainer]?.push(choice);
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
