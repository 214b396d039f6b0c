/** A bounded number of threads that answer one question at a time, and a bounded queue before them. */
import { Worker } from "node:worker_threads";
import type { Question } from "./desk-thread.js";
import { problem } from "./problems.js";
import type { AnswerText, ThreadData } from "./thread.js";

/** Milliseconds after which a thread that does not answer is given up: the first look at 10,000 sessions takes one on a slow machine. */
const PATIENCE = 300_000;

const TOO_LONG = "it took too long: ask for less, or as a job";
/** Questions that one account may have waiting at least; at most it is half of all, so that nobody shuts others out. */
const LEAST_SHARE = 4;
/** Milliseconds before a thread that failed is started again: what failed at once fails again. */
const START_AGAIN = 1000;

interface Waiting {
  readonly question: Question;
  /** the account that asks; null behind a secret in the address */
  readonly account: string | null;
  readonly settle: (answer: AnswerText) => void;
}
interface Desk {
  worker: Worker;
  current: Waiting | null;
  /** it failed, and is started again in a moment */
  resting: boolean;
  timer: NodeJS.Timeout | null;
}

export class Threads {
  private readonly desks: Desk[] = [];
  private readonly queue: Waiting[] = [];
  private closed = false;

  /**
   * @param size how many threads
   * @param most how many questions may wait; more are refused with 429
   */
  constructor(
    size: number,
    private readonly most: number,
    private readonly data: ThreadData,
  ) {
    for (let i = 0; i < size; i++)
      this.desks.push({ worker: this.start(i), current: null, resting: false, timer: null });
  }

  /** Questions that wait or are being answered. */
  get load(): number {
    return this.queue.length + this.desks.filter(({ current }) => current !== null).length;
  }

  /** @param left aborts when whoever asks has gone: a question that still waits then is not asked */
  ask(question: Question, left?: AbortSignal): Promise<AnswerText> {
    const account = question.by === "page" ? null : question.actor.id;
    const own = this.queue.filter((one) => account !== null && one.account === account).length;
    if (this.queue.length >= this.most || own >= Math.max(LEAST_SHARE, this.most / 2))
      return Promise.resolve({ problem: problem(429, "too many questions at once: ask again in a second") });
    return new Promise((settle) => {
      const waiting = { question, account, settle };
      this.queue.push(waiting);
      left?.addEventListener("abort", () => this.forget(waiting), { once: true });
      this.next();
    });
  }

  private forget(waiting: Waiting): void {
    const at = this.queue.indexOf(waiting);
    if (at < 0) return;
    this.queue.splice(at, 1);
    waiting.settle({ problem: problem(503, "whoever asked has gone") });
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.desks.map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    for (const desk of this.desks) {
      if (desk.current !== null || desk.resting) continue;
      const waiting = this.queue.shift();
      if (waiting === undefined) return;
      desk.current = waiting;
      desk.timer = setTimeout(() => this.giveUp(desk, TOO_LONG), PATIENCE);
      desk.worker.postMessage(waiting.question);
    }
  }

  private start(i: number): Worker {
    const worker = new Worker(new URL("./desk-thread.js", import.meta.url), { workerData: this.data });
    worker.on("message", (answer: AnswerText) => {
      const desk = this.desks[i];
      if (desk?.worker === worker) this.settle(desk, answer);
    });
    worker.on("error", () => {
      const desk = this.desks[i];
      if (desk?.worker === worker) this.giveUp(desk, "something went wrong that should not");
    });
    return worker;
  }

  private settle(desk: Desk, answer: AnswerText): void {
    const { current, timer } = desk;
    if (timer !== null) clearTimeout(timer);
    desk.current = null;
    desk.timer = null;
    current?.settle(answer);
    this.next();
  }

  /** Ends a thread that does not answer, and puts a new one in its place. */
  private giveUp(desk: Desk, detail: string): void {
    const i = this.desks.indexOf(desk);
    const isLate = detail === TOO_LONG;
    void desk.worker.terminate();
    desk.resting = true;
    const again = (): void => {
      if (this.closed) return;
      desk.worker = this.start(i);
      desk.resting = false;
      this.next();
    };
    if (isLate) again();
    else setTimeout(again, START_AGAIN).unref();
    this.settle(desk, { problem: problem(isLate ? 503 : 500, detail) });
  }
}
