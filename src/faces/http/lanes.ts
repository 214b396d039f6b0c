/** Who answers which questions: threads side by side, so that what takes long keeps nothing short waiting. */
import type { Question } from "./desk-thread.js";
import type { AnswerText, ThreadData } from "./thread.js";
import { Threads } from "./threads.js";

export interface LaneLimits {
  /** threads for suggestions and explanations */
  readonly advice: number;
  /** questions that may wait for each kind of advice */
  readonly waiting: number;
}

/** Advice that takes seconds. */
const SLOW: ReadonlySet<string> = new Set(["overviews", "imports", "repairs", "proposals", "programmes"]);
/** Records that may wait to be read or written: a planner that opens asks for many at once. */
const RECORDS_WAITING = 1000;

export class Lanes {
  private readonly advice: Threads;
  /** whoever edits a plan waits for these after each edit, and a suggestion for thousands of sessions may take a minute */
  private readonly checks: Threads;
  private readonly slow: Threads;
  private readonly records: Threads;
  private readonly whole: Threads;

  constructor({ advice, waiting }: LaneLimits, data: ThreadData) {
    this.advice = new Threads(advice, waiting, data);
    this.checks = new Threads(1, waiting, data);
    this.slow = new Threads(1, waiting, data);
    // Without a database there are no records.
    const one = data.db === null ? 0 : 1;
    this.records = new Threads(one, RECORDS_WAITING, data);
    this.whole = new Threads(one, RECORDS_WAITING, data);
  }

  /** @param left aborts when whoever asks has gone */
  ask(question: Question, left?: AbortSignal): Promise<AnswerText> {
    return this.laneOf(question).ask(question, left);
  }

  async close(): Promise<void> {
    await Promise.all(
      [this.advice, this.checks, this.slow, this.records, this.whole].map((threads) => threads.close()),
    );
  }

  private laneOf(question: Question): Threads {
    if (question.by === "advice" && question.op === "checks") return this.checks;
    if (question.by === "advice") return SLOW.has(question.op) ? this.slow : this.advice;
    return question.by === "page" || question.isWhole ? this.whole : this.records;
  }
}
