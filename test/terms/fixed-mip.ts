/** An integer program of a season in which a plan has settled every choice: what is left is what the plan costs there. */
import type { Problem } from "../../src/problem/compile.js";
import { type PlanView, ROLE_COUNT, type SessionIx, type SlotIx, type TrainerIx } from "../../src/terms/indices.js";
import { Expression, type MemberChoice, type MipSink } from "../../src/terms/mip-sink.js";

interface Column {
  readonly cost: number;
  least: number;
  most: number;
}
interface Row {
  readonly lower: number;
  readonly of: Expression;
  readonly upper: number;
}

/** Sums of whole numbers: what passes this is no rounding. */
const SLACK = 1e-9;

export class FixedMip implements MipSink {
  readonly shape;
  private readonly columns: Column[] = [];
  private readonly rows: Row[] = [];
  private readonly objective = new Expression();
  private readonly members: MemberChoice[][];
  private readonly plan: PlanView;

  /** Everybody may sit in every seat of every slot, so that a plan can break whatever rule it likes. */
  constructor({ data }: Problem, plan: PlanView) {
    this.shape = data.shape;
    this.plan = plan;
    this.members = Array.from({ length: data.shape.sessions }, (_, s) => this.everySeat(s));
  }

  private everySeat(session: SessionIx): MemberChoice[] {
    const { slotStart, seats, trainers } = this.shape;
    const team = this.plan.team(session);
    const found: MemberChoice[] = [];
    for (let slot = slotStart[session] ?? 0; slot < (slotStart[session + 1] ?? 0); slot++)
      for (let role = 0; role < ROLE_COUNT; role++)
        for (let trainer = 0; (seats[session * ROLE_COUNT + role] ?? 0) > 0 && trainer < trainers; trainer++) {
          let sits = false;
          for (let k = 0; team && team.slot === slot && k < team.trainers.length; k++)
            sits ||= team.trainers[k] === trainer && team.roles[k] === role;
          found.push({ slot, role, trainer, sits: constant(sits ? 1 : 0) });
        }
    return found;
  }

  column(cost: number, lower: number, upper: number, _integer: boolean): Expression {
    this.columns.push({ cost, least: lower, most: upper });
    return new Expression().term(this.columns.length - 1, 1);
  }

  row(lower: number, of: Expression, upper: number): void {
    // Kinds go on building on expressions that they have handed over.
    this.rows.push({ lower, of: new Expression().add(of), upper });
  }

  cost(expression: Expression, factor: number): void {
    this.objective.add(expression, factor);
  }

  staffed(session: SessionIx): Expression {
    return constant(this.plan.team(session) ? 1 : 0);
  }

  slotUsed(slot: SlotIx): Expression {
    return constant(this.plan.team(this.shape.sessionOf[slot] ?? 0)?.slot === slot ? 1 : 0);
  }

  membersOf(session: SessionIx): readonly MemberChoice[] {
    return this.members[session] ?? [];
  }

  choicesOf(trainer: TrainerIx): readonly MemberChoice[] {
    return this.members.flat().filter((choice) => choice.trainer === trainer);
  }

  /**
   * The least that the rows allow, Infinity where they allow nothing. Rows with one open column narrow it, until nothing
   * narrows any more; kinds make no rows in which several columns stay open.
   * @throws Error where they do after all
   */
  value(): number {
    for (let narrowed = true; narrowed; ) {
      narrowed = false;
      for (const row of this.rows) narrowed = this.narrow(row) || narrowed;
    }
    for (const row of this.rows) {
      const { sum, open } = this.settle(row.of);
      if (open.size > 1) throw new Error("a row has several open columns: this evaluation is too simple for it");
      if (open.size === 0 && (sum < row.lower - SLACK || sum > row.upper + SLACK)) return Number.POSITIVE_INFINITY;
    }
    let value = this.objective.constant;
    if (this.objective.columns.length > 0) throw new Error("only columns of their own have costs here");
    for (const { cost, least, most } of this.columns) {
      if (least > most + SLACK) return Number.POSITIVE_INFINITY;
      value += cost === 0 ? 0 : cost * (cost > 0 ? least : most);
    }
    return value;
  }

  /** The sum of what is settled in an expression, and the coefficients of the columns that are not. */
  private settle(of: Expression): { sum: number; open: Map<number, number> } {
    const open = new Map<number, number>();
    let sum = of.constant;
    of.columns.forEach((column, i) => {
      const { least, most } = this.columns[column] ?? { least: 0, most: 0 };
      const coefficient = of.coefficients[i] ?? 0;
      if (least === most) sum += coefficient * least;
      else open.set(column, (open.get(column) ?? 0) + coefficient);
    });
    return { sum, open };
  }

  private narrow({ lower, of, upper }: Row): boolean {
    const { sum, open } = this.settle(of);
    const [only, ...others] = open;
    const column = only && this.columns[only[0]];
    if (!only || !column || others.length > 0 || only[1] === 0) return false;
    const ends = [(lower - sum) / only[1], (upper - sum) / only[1]];
    const [least, most] = [Math.max(column.least, Math.min(...ends)), Math.min(column.most, Math.max(...ends))];
    if (least === column.least && most === column.most) return false;
    column.least = least;
    column.most = most;
    return true;
  }
}

function constant(value: number): Expression {
  return new Expression().plus(value);
}
