/** What every thread has: a database of its own, facts, and answers as text. */
import { openStore } from "../../pool/store/index.js";
import { type Problem, problemOf } from "./problems.js";
import type { Stepped } from "./programme-ops.js";
import type { Standing } from "./seen.js";
import type { Facts } from "./sources.js";

/** Which database a thread opens; null: none. */
export interface ThreadData {
  readonly kind: "desk" | "job";
  readonly facts: Facts;
  readonly db: { readonly file: string; readonly key: Uint8Array | null; readonly ledger: string } | null;
}
/** A page or a calendar; after an answer nothing but what follows from it. */
export interface Page {
  readonly text: string;
  /** the season of which she declined something: what follows she does not wait for */
  readonly declined?: string;
}
/**
 * Text, of most JSON, with the version that it is of where it has one, or else how many changes the database had seen; or what went
 * wrong.
 */
export type AnswerText = (Page & Partial<Standing> & { readonly changes?: number }) | { readonly problem: Problem };

/** The database of a thread. */
export function storeOf({ db }: ThreadData) {
  if (db === null) return null;
  const key = db.key === null ? null : Buffer.from(db.key);
  return openStore(db.file, { key, ledger: db.ledger, now: () => new Date().toISOString() });
}

export async function answerText(work: () => Promise<Stepped>): Promise<AnswerText> {
  return told(async () => {
    const { value, version } = await work();
    return { text: JSON.stringify(value), ...(version === undefined ? {} : { version }) };
  });
}

export async function told(work: () => Promise<AnswerText>): Promise<AnswerText> {
  try {
    return await work();
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
