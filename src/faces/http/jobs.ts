/**
 * Jobs: a bounded number run, a bounded number wait, each in a thread of its own. A job is its owner's alone. Where there is a
 * database, jobs are kept there: as references, or as ciphertext where the database has a key; a whole object is never kept in the
 * clear. After a restart those that had not ended are taken up again, a solve from its last plan, and the answers of those that had
 * are still told. What an erasure takes out of the database is nowhere else.
 */
import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import { type Actor, isBusy, type Store } from "../../pool/store/index.js";
import { type Job, jobOf, type KeptBody, type Outcome } from "./job.js";
import { Shelf } from "./job-shelf.js";
import type { JobMessage, JobWork, Reached } from "./job-thread.js";
import { patiently } from "./patience.js";
import { type Problem, ProblemError, problem } from "./problems.js";
import type { JobKind } from "./schemas.js";
import type { ThreadData } from "./thread.js";

export interface JobLimits {
  readonly running: number;
  readonly waiting: number;
  readonly threads: 1 | 2;
}

/** Milliseconds within which a cancelled job's thread is ended, whatever it does. */
const CANCEL_WITHIN = 700;
/** Ended jobs are told of for so long, and so many of them. */
const KEPT_MS = 3_600_000;
const MOST_ENDED = 100;
/** Milliseconds for which a job's last plan, and its end, wait for others who write to the database. */
const REACHED_MS = 4000;
const ENDED_MS = 600_000;
const NOTHING = new Uint8Array(0);

export class Jobs {
  private readonly jobs = new Map<string, Job>();
  private readonly workers = new Map<string, Worker>();
  private readonly listeners = new Map<string, Set<(job: Job) => void>>();
  private readonly shelf: Shelf;
  private closing = false;
  /** jobs that are being put on the shelf */
  private coming = 0;

  constructor(
    store: Store | null,
    private readonly data: Omit<ThreadData, "kind">,
    private readonly limits: JobLimits,
    private readonly clock: () => number,
  ) {
    this.shelf = new Shelf(store);
    for (const [id, body, reached] of this.shelf.all()) this.take(id, body, reached);
    this.forget();
    this.next();
  }

  get running(): number {
    return this.workers.size;
  }
  get waiting(): number {
    return [...this.jobs.values()].filter(({ state }) => state === "queued").length;
  }

  /** @throws ProblemError 429 where too many wait; StoreError `busy` where it cannot be kept */
  async add(kind: JobKind, actor: Actor, body: Uint8Array): Promise<Job> {
    this.forget();
    if (this.waiting + this.coming >= this.limits.waiting)
      throw new ProblemError(problem(429, "too many jobs wait: ask again when one has ended"));
    const job = jobOf(randomUUID(), kind, actor, body);
    this.coming++;
    try {
      await patiently(() => this.shelf.put(job));
    } finally {
      this.coming--;
    }
    this.jobs.set(job.id, job);
    this.next();
    return job;
  }

  /** The job of that id, if it is this actor's. @throws ProblemError 404 */
  find(kind: JobKind, id: string, actor: Actor): Job {
    this.forget();
    const job = this.jobs.get(id);
    if (job !== undefined && job.ended !== null && this.shelf.isGone(id)) this.forgetOne(id);
    else if (job !== undefined && job.kind === kind && job.actor.id === actor.id && job.actor.role === actor.role)
      return job;
    throw new ProblemError(problem(404, "there is no such job of yours"));
  }

  /** JSON text of what a job came to, or null: it has not ended, failed, or told of somebody who was erased since. */
  resultOf(job: Job): string | null {
    return job.state === "done" ? (job.result ?? this.shelf.resultOf(job.id)) : null;
  }

  cancel(job: Job): void {
    if (job.state !== "queued" && job.state !== "running") return;
    const worker = this.workers.get(job.id);
    this.change(job, { state: "cancelled", ended: this.clock(), body: NOTHING, reached: null });
    this.drop(job.id);
    if (worker === undefined) return;
    worker.postMessage("cancel");
    setTimeout(() => void worker.terminate(), CANCEL_WITHIN).unref();
  }

  /** Asks a running job to end with what it has: it is done then, as if its time were up. One that waits is cancelled. */
  stop(job: Job): void {
    if (job.state === "running") this.workers.get(job.id)?.postMessage("cancel");
    else this.cancel(job);
  }

  /** Calls back at each change of a job, until the function that it returns is called. */
  listen(job: Job, heard: (job: Job) => void): () => void {
    const those = this.listeners.get(job.id) ?? new Set();
    those.add(heard);
    this.listeners.set(job.id, those);
    return () => those.delete(heard);
  }

  /** Ends all threads; jobs that have not ended stay in the database. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.workers.values()].map((worker) => worker.terminate()));
  }

  private take(id: string, { kind, actor, text = "", outcome }: KeptBody, reached: Reached | null): void {
    const job = jobOf(id, kind, actor, outcome === undefined ? Buffer.from(text) : NOTHING);
    this.jobs.set(id, job);
    job.reached = reached;
    if (outcome === undefined) return;
    job.state = outcome.state;
    job.problem = outcome.problem;
    job.ended = outcome.ended;
  }

  private next(): void {
    for (const job of this.jobs.values()) {
      if (this.closing || this.workers.size >= this.limits.running) return;
      if (job.state === "queued") this.start(job);
    }
  }

  private start(job: Job): void {
    if (this.shelf.isGone(job.id)) {
      this.cancel(job);
      return;
    }
    const { kind, actor, body, reached } = job;
    const { threads } = this.limits;
    const work: JobWork = { ...this.data, kind: "job", job: { kind, actor, body, threads, reached } };
    const worker = new Worker(new URL("./job-thread.js", import.meta.url), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: 8192 },
    });
    this.workers.set(job.id, worker);
    this.change(job, { state: "running" });
    // One after another, since what is kept of each may have to wait for others who write.
    let heard = Promise.resolve();
    worker.on("message", (message: JobMessage) => {
      heard = heard.then(() => this.hear(job, message));
    });
    const gone = async (): Promise<void> => {
      await heard;
      if (!this.workers.delete(job.id)) return;
      if (!this.closing && job.state === "running")
        await this.end(job, { state: "failed", problem: problem(500, "something went wrong that should not") });
      this.next();
    };
    worker.on("error", () => void gone());
    worker.on("exit", () => void gone());
  }

  private async hear(job: Job, message: JobMessage): Promise<void> {
    if (job.state !== "running") return;
    if (message.kind === "progress") this.change(job, { progress: message.value });
    else if (message.kind === "reached") await this.reached(job, message.reached);
    else if ("text" in message.answer) await this.end(job, { state: "done", result: message.answer.text });
    else await this.end(job, { state: "failed", problem: message.answer.problem });
  }

  private async reached(job: Job, reached: Reached): Promise<void> {
    try {
      // Taken away meanwhile: it is about somebody who was erased.
      if (!(await patiently(() => this.shelf.reached(job, reached), REACHED_MS))) this.cancel(job);
    } catch (error) {
      // Where others write for that long the next is kept.
      if (!isBusy(error)) throw error;
    }
  }

  private async end(
    job: Job,
    change: Pick<Job, "state"> & { readonly result?: string; readonly problem?: Problem },
  ): Promise<void> {
    const { state, result = null, problem: fault = null } = change;
    const outcome: Outcome = { state, result, problem: fault, ended: this.clock() };
    let kept = outcome;
    try {
      kept = await patiently(() => this.shelf.ended(job, outcome), ENDED_MS);
    } catch (error) {
      // It is told from here for as long as the process lives; after a restart it is done again.
      if (!isBusy(error)) throw error;
    }
    if (job.state !== "running") return;
    // What was asked may be a season of megabytes, and jobs are told of for an hour.
    this.change(job, { ...kept, body: NOTHING, reached: null });
  }

  private drop(id: string): void {
    // Where others write for very long a row stays that the next start of the server takes away.
    void patiently(() => this.shelf.drop(id), ENDED_MS).catch(() => {});
  }

  private change(job: Job, change: Partial<Job>): void {
    Object.assign(job, change);
    for (const heard of this.listeners.get(job.id) ?? []) heard(job);
  }

  /** Forgets jobs that ended long ago, and the oldest of many. */
  private forget(): void {
    const ended = [...this.jobs.values()].filter((job) => job.ended !== null);
    const late = this.clock() - KEPT_MS;
    for (const [i, job] of ended.entries())
      if ((job.ended ?? 0) < late || i < ended.length - MOST_ENDED) this.forgetOne(job.id);
  }

  private forgetOne(id: string): void {
    this.jobs.delete(id);
    this.listeners.delete(id);
    this.drop(id);
  }
}
