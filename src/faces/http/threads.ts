/** A bounded number of threads that answer one question at a time, and a bounded queue before them. */
import { Worker } from "node:worker_threads";
import type { Question } from "./desk-thread.js";
import { problem } from "./problems.js";
import type { AnswerText, ThreadData } from "./thread.js";

/** Milliseconds after which a thread that does not answer is given up. */
const PATIENCE = 120_000;

interface Waiting {
  readonly question: Question;
  readonly settle: (answer: AnswerText) => void;
}
interface Desk {
  worker: Worker;
  current: Waiting | null;
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
    for (let i = 0; i < size; i++) this.desks.push({ worker: this.start(i), current: null, timer: null });
  }

  /** Questions that wait or are being answered. */
  get load(): number {
    return this.queue.length + this.desks.filter(({ current }) => current !== null).length;
  }

  ask(question: Question): Promise<AnswerText> {
    if (this.queue.length >= this.most)
      return Promise.resolve({ problem: problem(429, "too many questions at once: ask again in a second") });
    return new Promise((settle) => {
      this.queue.push({ question, settle });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.desks.map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    for (const desk of this.desks) {
      if (desk.current !== null) continue;
      const waiting = this.queue.shift();
      if (waiting === undefined) return;
      desk.current = waiting;
      desk.timer = setTimeout(() => this.giveUp(desk, "it took too long: ask for less, or as a job"), PATIENCE);
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
    void desk.worker.terminate();
    if (!this.closed) desk.worker = this.start(i);
    this.settle(desk, { problem: problem(detail.startsWith("it took") ? 503 : 500, detail) });
  }
}
