/** Where jobs outlive the process: what of them is kept in the database, and what becomes of it. */
import {
  dropJob,
  endKeptJob,
  erasuresOf,
  isJobKept,
  keepJob,
  keepJobReached,
  keptJob,
  keptJobs,
  type Store,
} from "../../pool/store/index.js";
import type { Job, KeptBody, Outcome } from "./job.js";
import type { Reached } from "./job-thread.js";

export class Shelf {
  /** jobs that are kept; of others nothing is written */
  private readonly kept = new Set<string>();

  /** of others, how often somebody had been erased when they were asked: what they read or come to may name her */
  private readonly unkept = new Map<string, number>();

  constructor(private readonly store: Store | null) {}

  /** What an earlier process left, in the order in which it was asked. */
  all(): readonly (readonly [id: string, body: KeptBody, reached: Reached | null])[] {
    if (this.store === null) return [];
    const found = keptJobs(this.store);
    for (const { id } of found) this.kept.add(id);
    return found.map(({ id, body, reached }) => [id, body as KeptBody, reached as Reached | null]);
  }

  /** Keeps a job that was asked for, where it may lie in the database. */
  put(job: Job): void {
    const { id, kind, actor } = job;
    const text = Buffer.from(job.body).toString("utf8");
    if (this.store === null) return;
    if (this.store.key === null && !isReferences(text)) {
      this.unkept.set(id, erasuresOf(this.store));
      return;
    }
    keepJob(this.store, { id, account: actor.id, body: { kind, actor, text } satisfies KeptBody });
    this.kept.add(id);
  }

  /** Keeps how far a job has come. @returns false where it was taken out of the database meanwhile */
  reached(job: Job, reached: Reached): boolean {
    if (this.store === null || !this.kept.has(job.id)) return true;
    return keepJobReached(this.store, job.id, reached);
  }

  /**
   * Keeps how a job ended.
   * @returns the same as the process is to hold it: a result that is kept lies in the database alone, and of a job that was taken
   * out of it nothing is left
   */
  ended(job: Job, outcome: Outcome): Outcome {
    if (this.store === null || !this.kept.has(job.id))
      return this.isGone(job.id) ? { ...outcome, result: null, state: "cancelled" } : outcome;
    const { id, kind, actor } = job;
    const isThere = endKeptJob(this.store, id, { kind, actor, outcome } satisfies KeptBody);
    return { ...outcome, result: null, state: isThere ? outcome.state : "cancelled" };
  }

  resultOf(id: string): string | null {
    if (this.store === null || !this.kept.has(id)) return null;
    return (keptJob(this.store, id) as KeptBody | null)?.outcome?.result ?? null;
  }

  /** Whether an erasure has taken a job away: it is not kept any more, or never was and somebody was erased since it was asked. */
  isGone(id: string): boolean {
    if (this.store === null) return false;
    if (this.kept.has(id)) return !isJobKept(this.store, id);
    const before = this.unkept.get(id);
    return before !== undefined && erasuresOf(this.store) !== before;
  }

  drop(id: string): void {
    this.unkept.delete(id);
    if (this.store === null || !this.kept.has(id)) return;
    dropJob(this.store, id);
    this.kept.delete(id);
  }
}

/** Whether a request names its season and plan by ids, and holds no edits of people. */
function isReferences(text: string): boolean {
  try {
    const value = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return (
      ["season", "plan", "from"].every((key) => typeof (value[key] ?? "") === "string") &&
      value.scenarios === undefined &&
      value.edits === undefined
    );
  } catch {
    return false;
  }
}
