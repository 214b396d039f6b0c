/** Work that outlives the process that took it on: what was asked, how far it is, and what came of it. */
import { inTransaction, type Store } from "./context.js";

/** A piece of work that is to be there after a restart. */
export interface KeptJob {
  readonly id: string;
  readonly account: string;
  /** what was asked, or how it ended */
  readonly body: unknown;
  /** how far it had come, or null */
  readonly reached: unknown;
  readonly at: string;
}

export function keepJob(store: Store, { id, account, body }: Omit<KeptJob, "at" | "reached">): void {
  store.db.prepare("INSERT INTO jobs VALUES (?, ?, ?, ?)").run(id, account, JSON.stringify(body), store.now());
}

export function keptJobs(store: Store): readonly KeptJob[] {
  const rows = store.db
    .prepare(
      "SELECT id, account, jobs.body, reached.body AS reached, at FROM jobs LEFT JOIN job_reached AS reached ON job = id ORDER BY at, id",
    )
    .all();
  return (rows as unknown as (Omit<KeptJob, "body" | "reached"> & { body: string; reached: string | null })[]).map(
    ({ body, reached, ...rest }) => ({ ...rest, body: JSON.parse(body), reached: JSON.parse(reached ?? "null") }),
  );
}

/**
 * Writes how far a job has come, beside what was asked: that may be a whole season, and is not written again each time.
 * @returns false where it is gone: an erasure took it away, and it is not to come back
 */
export function keepJobReached(store: Store, id: string, reached: unknown): boolean {
  const { changes } = store.db
    .prepare(
      "INSERT INTO job_reached SELECT id, ? FROM jobs WHERE id = ? ON CONFLICT (job) DO UPDATE SET body = excluded.body",
    )
    .run(JSON.stringify(reached), id);
  return changes > 0;
}

/**
 * Writes how a job ended in the place of what was asked and how far it had come.
 * @returns false where it is gone, as above
 */
export function endKeptJob(store: Store, id: string, body: unknown): boolean {
  return inTransaction(store, () => {
    store.db.prepare("DELETE FROM job_reached WHERE job = ?").run(id);
    return store.db.prepare("UPDATE jobs SET body = ? WHERE id = ?").run(JSON.stringify(body), id).changes > 0;
  });
}

/** Whether anything is kept of a job. */
export function isJobKept(store: Store, id: string): boolean {
  return store.db.prepare("SELECT 1 FROM jobs WHERE id = ?").get(id) !== undefined;
}

/** What is kept of a job besides how far it had come, or null. */
export function keptJob(store: Store, id: string): unknown {
  const row = store.db.prepare("SELECT body FROM jobs WHERE id = ?").get(id) as { body: string } | undefined;
  return row === undefined ? null : JSON.parse(row.body);
}

export function dropJob(store: Store, id: string): void {
  store.db.prepare("DELETE FROM jobs WHERE id = ?").run(id);
}

/**
 * Work that mentions a trainer is not taken up again, nor its answer told, and work that has not ended may still come to mention her:
 * it read the season before. Whoever asked for it asks anew, without her.
 */
export function dropJobsAbout(store: Store, trainer: string): void {
  for (const { id, body } of keptJobs(store)) {
    const hasEnded = typeof body === "object" && body !== null && "outcome" in body;
    if (!hasEnded || mentions(body, trainer)) dropJob(store, id);
  }
}

/** Whether a code is anywhere in JSON, in text in it too, however it is quoted there: a job too many that is dropped does no harm. */
function mentions(value: unknown, code: string): boolean {
  const bare = (text: string): string => text.replaceAll("\\", "");
  return bare(JSON.stringify(value)).includes(bare(JSON.stringify(code).slice(1, -1)));
}
