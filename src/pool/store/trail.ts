/**
 * The audit trail: who did or read what of whom, for what, and when. Rows are chained by hashes and hold no content. Of the
 * trainer concerned they hold a random key; erasing her destroys the row that leads from the key to her.
 */
import { createHash, randomBytes } from "node:crypto";
import { traced } from "./context.js";
import type { Database } from "./driver.js";
import type { Actor } from "./rights.js";

export interface Entry {
  /** e.g. `read`, `save`, `withdraw`, `erase` */
  readonly action: string;
  readonly purpose?: string;
  /** a sensitive field, or the kind of record */
  readonly field: string;
  /** a trainer's code, or none */
  readonly trainer?: string;
  readonly outcome?: "done" | "given" | "refused" | "no consent" | "unknown";
}

/** The end of the chain at some moment. Kept outside the database, it finds even a chain that was forged anew. */
export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly purpose: string;
  readonly field: string;
  readonly subject: string;
  readonly outcome: string;
  readonly previous: string;
  readonly hash: string;
}

interface Writable {
  readonly db: Database;
  readonly now: () => string;
}

/** What tells somebody something at once: undoing it later does not untell it. */
const LOOKS: ReadonlySet<string> = new Set(["read", "match"]);

/** The random key by which the trail calls a trainer of the pool; empty for a code that the pool does not know. */
export function subjectOf(db: Database, trainer: string | undefined): string {
  if (trainer === undefined) return "";
  const row = db.prepare("SELECT subject FROM subjects WHERE trainer = ?").get(trainer);
  return (row as { subject: string } | undefined)?.subject ?? "";
}

/** A key for a trainer who is new; within the caller's transaction. */
export function addSubject(db: Database, trainer: string): void {
  const key = randomBytes(16).toString("hex");
  db.prepare("INSERT INTO subjects VALUES (?, ?) ON CONFLICT (trainer) DO NOTHING").run(trainer, key);
}

const hashOf = (row: Omit<Row, "hash">): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        row.seq,
        row.at,
        row.actor,
        row.role,
        row.action,
        row.purpose,
        row.field,
        row.subject,
        row.outcome,
        row.previous,
      ]),
    )
    .digest("hex");

/**
 * Writes a row at the end of the trail, within the caller's transaction: what it tells of and the row are both there or
 * neither is. What was refused or looked at stays in the trail, though all else is undone.
 * @throws Error outside a transaction, which would be our fault
 */
export function append(store: Writable, actor: Actor, entry: Entry): void {
  const { db, now } = store;
  if (!db.inTransaction) throw new Error("a row of the trail was written outside a transaction");
  if (entry.outcome === "refused" || LOOKS.has(entry.action)) traced(db, () => append(store, actor, entry));
  const head = trailHead(db);
  // A trainer who looks at what is held of her is herself a subject.
  const id = actor.role === "trainer" ? subjectOf(db, actor.trainer) : actor.id;
  const row = {
    seq: head.seq + 1,
    at: now(),
    actor: id,
    role: actor.role,
    action: entry.action,
    purpose: entry.purpose ?? "",
    field: entry.field,
    subject: subjectOf(db, entry.trainer),
    outcome: entry.outcome ?? "done",
    previous: head.hash,
  };
  const hash = hashOf(row);
  db.prepare("INSERT INTO trail VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").run(...Object.values(row), hash);
  db.prepare("UPDATE trail_head SET seq = ?, hash = ?").run(row.seq, hash);
}

/** The end of the chain: keep it outside the database as an anchor. */
export function trailHead(db: Database): Anchor {
  return db.prepare("SELECT seq, hash FROM trail_head").get() as Anchor;
}

export interface TrailVerdict {
  readonly rows: number;
  /** null: the chain is whole */
  readonly fault: { readonly seq: number; readonly text: string } | null;
}

/**
 * Walks the whole trail and finds any row that was edited, deleted, added or moved.
 * @param anchor an end of the chain that was kept elsewhere (each backup's manifest holds one); without it, whoever can write
 * the file and reckons all hashes anew is not found
 */
export function verifyTrail(db: Database, anchor: Anchor | null = null): TrailVerdict {
  let before: Anchor = { seq: 0, hash: "" };
  const fault = (seq: number, text: string): TrailVerdict => ({ rows: before.seq, fault: { seq, text } });
  for (const row of db.prepare("SELECT * FROM trail ORDER BY seq").iterate() as IterableIterator<Row>) {
    if (row.seq !== before.seq + 1) return fault(row.seq, `a row is missing before row ${row.seq}`);
    if (row.previous !== before.hash) return fault(row.seq, `row ${row.seq} does not follow the row before it`);
    if (hashOf(row) !== row.hash) return fault(row.seq, `row ${row.seq} is not what was written`);
    if (anchor?.seq === row.seq && anchor.hash !== row.hash) {
      return fault(row.seq, `row ${row.seq} is not the one that the anchor knows`);
    }
    before = { seq: row.seq, hash: row.hash };
  }
  const head = trailHead(db) as Anchor | undefined;
  if (head?.seq !== before.seq || head.hash !== before.hash)
    return fault(before.seq + 1, "the end of the trail is missing");
  if (anchor !== null && anchor.seq > before.seq) return fault(anchor.seq, "the trail ends before its anchor");
  return { rows: before.seq, fault: null };
}

/** What the trail has about a trainer, without who it was: when, in which role, what and what for. */
export interface Look {
  readonly at: string;
  readonly role: string;
  readonly action: string;
  readonly field: string;
  readonly purpose: string;
  readonly outcome: string;
}

/** The rows about a trainer, oldest first. */
export function lookersAt({ db }: { readonly db: Database }, trainer: string): readonly Look[] {
  const subject = subjectOf(db, trainer);
  if (subject === "") return [];
  const sql = "SELECT at, role, action, field, purpose, outcome FROM trail WHERE subject = ? ORDER BY seq";
  return db.prepare(sql).all(subject) as Look[];
}

/** A row as an auditor sees it: everything but the hashes. */
export interface TrailRow extends Look {
  readonly seq: number;
  readonly actor: string;
  /** the trainer's random key; empty where it is about none */
  readonly subject: string;
}

/** The newest rows of the trail, newest first. */
export function recentTrail({ db }: { readonly db: Database }, most: number): readonly TrailRow[] {
  const sql =
    "SELECT seq, at, actor, role, action, field, purpose, subject, outcome FROM trail ORDER BY seq DESC LIMIT ?";
  return db.prepare(sql).all(most) as TrailRow[];
}
