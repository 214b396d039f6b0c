/**
 * The integer program as kinds see it. An expression is a sum of columns with coefficients; whether a member is one
 * column (the plain program) or a sum of team columns (the choice among priced teams) is the sink's affair.
 */
import type { RoleIx, SessionIx, Shape, SlotIx, TrainerIx } from "./indices.js";

/** Sum of coefficient × column, plus a constant. */
export class Expression {
  readonly columns: number[] = [];
  readonly coefficients: number[] = [];
  constant = 0;

  add(other: Expression, factor = 1): this {
    for (let i = 0; i < other.columns.length; i++)
      this.term(other.columns[i] as number, (other.coefficients[i] as number) * factor);
    this.constant += other.constant * factor;
    return this;
  }

  term(column: number, coefficient: number): this {
    this.columns.push(column);
    this.coefficients.push(coefficient);
    return this;
  }

  plus(constant: number): this {
    this.constant += constant;
    return this;
  }
}

/** One member that the program may choose. */
export interface MemberChoice {
  readonly slot: SlotIx;
  readonly role: RoleIx;
  readonly trainer: TrainerIx;
  readonly sits: Expression;
}

export interface MipSink {
  readonly shape: Shape;
  /** a fresh column; its cost is added to the objective */
  column(cost: number, lower: number, upper: number, integer: boolean): Expression;
  /** lower ≤ expression ≤ upper */
  row(lower: number, expression: Expression, upper: number): void;
  /** adds factor × expression to the objective */
  cost(expression: Expression, factor: number): void;
  /** 1 where the session has a team */
  staffed(session: SessionIx): Expression;
  /** 1 where the session has a team in this slot */
  slotUsed(slot: SlotIx): Expression;
  /** the members that a session may have */
  membersOf(session: SessionIx): readonly MemberChoice[];
  /** the members' seats that a trainer may have in all sessions */
  choicesOf(trainer: TrainerIx): readonly MemberChoice[];
}
