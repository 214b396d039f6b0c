/**
 * Tokens: who may come in, as whom, for how long. The secret is shown once; its SHA-256 is what is kept (it is 256 random bits, so
 * that no slower hash is needed).
 */
import { createHash, randomBytes } from "node:crypto";
import { inTransaction, type Store } from "./context.js";
import { StoreError } from "./errors.js";
import { need } from "./need.js";
import { ACTOR_ROLES, type Actor, type ActorRole } from "./rights.js";
import { append } from "./trail.js";

/** What a token opens: the API; a calendar feed; the page on which a trainer answers. */
export const SCOPES = ["api", "feed", "reply"] as const;
export type Scope = (typeof SCOPES)[number];

export interface TokenFor {
  readonly account: string;
  readonly role: ActorRole;
  readonly organisation?: string | undefined;
  readonly trainer?: string | undefined;
  readonly scope: Scope;
  /** an instant, ISO 8601 UTC; null: until it is revoked */
  readonly expires: string | null;
}

export interface TokenRow extends Omit<TokenFor, "organisation" | "trainer"> {
  /** by which it is revoked; no secret */
  readonly id: string;
  readonly organisation: string | null;
  readonly trainer: string | null;
  readonly at: string;
  readonly revoked: string | null;
}

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/**
 * @returns the secret, which is kept nowhere, and the id by which it can be revoked
 * @throws StoreError `unknown` for a trainer or an organisation that is not there, `refused` for a role that no one comes in as
 */
export function createToken(
  store: Store,
  actor: Actor,
  made: TokenFor,
): { readonly secret: string; readonly id: string } {
  const { account, role, organisation, trainer, scope, expires } = made;
  if (!ACTOR_ROLES.includes(role) || role === "planner")
    throw new StoreError("refused", `role ${role}: nobody comes in as that`);
  if (role === "coordinator" && organisation === undefined)
    throw new StoreError("refused", "a coordinator comes in for an organisation: name it");
  if ((role === "trainer") !== (trainer !== undefined))
    throw new StoreError("refused", "a token of role trainer, and no other, names a trainer");
  const secret = `kpl_${randomBytes(32).toString("base64url")}`;
  const id = randomBytes(6).toString("hex");
  inTransaction(store, () => {
    // Another system is a client's, everybody else an organisation's.
    if (organisation !== undefined)
      need(
        store,
        role === "apiClient" ? "clients" : "organisations",
        "id",
        organisation,
        role === "apiClient" ? "client" : "organisation",
      );
    if (trainer !== undefined) need(store, "trainers", "code", trainer, "trainer");
    store.db
      .prepare("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)")
      .run(hashOf(secret), id, account, role, organisation ?? null, trainer ?? null, scope, store.now(), expires);
    append(store, actor, { action: "token", field: scope, ...(trainer === undefined ? {} : { trainer }) });
  });
  return { secret, id };
}

/** Who comes in with a secret, or null: none such, another scope, revoked or past its time. */
export function actorOfToken(store: Store, secret: string, scope: Scope): Actor | null {
  const row = store.db.prepare("SELECT * FROM tokens WHERE hash = ?").get(hashOf(secret)) as TokenRow | undefined;
  if (row === undefined || row.scope !== scope || row.revoked !== null) return null;
  if (row.expires !== null && Date.parse(row.expires) <= Date.parse(store.now())) return null;
  const { account: id, role, organisation, trainer } = row;
  return { id, role, ...(organisation === null ? {} : { organisation }), ...(trainer === null ? {} : { trainer }) };
}

/** All tokens, newest first, without what opens anything. */
export function listTokens(store: Store): readonly TokenRow[] {
  const sql =
    "SELECT id, account, role, organisation, trainer, scope, at, expires, revoked FROM tokens ORDER BY at DESC, id";
  return store.db.prepare(sql).all() as unknown as TokenRow[];
}

/** @throws StoreError `unknown` for no such token */
export function revokeToken(store: Store, actor: Actor, id: string): void {
  inTransaction(store, () => {
    const { changes } = store.db.prepare("UPDATE tokens SET revoked = ? WHERE id = ?").run(store.now(), id);
    if (changes === 0) throw new StoreError("unknown", `token ${id}: not in the database; see koppel token list`);
    append(store, actor, { action: "revoke", field: "token" });
  });
}

/** A piece of work that is to be there after a restart. */
export interface KeptJob {
  readonly id: string;
  readonly account: string;
  readonly body: unknown;
  readonly at: string;
}

export function keepJob(store: Store, { id, account, body }: Omit<KeptJob, "at">): void {
  store.db
    .prepare("INSERT INTO jobs VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body")
    .run(id, account, JSON.stringify(body), store.now());
}

export function keptJobs(store: Store): readonly KeptJob[] {
  const rows = store.db.prepare("SELECT id, account, body, at FROM jobs ORDER BY at, id").all();
  return (rows as unknown as { id: string; account: string; body: string; at: string }[]).map(({ body, ...rest }) => ({
    ...rest,
    body: JSON.parse(body) as unknown,
  }));
}

export function dropJob(store: Store, id: string): void {
  store.db.prepare("DELETE FROM jobs WHERE id = ?").run(id);
}

/** Work that waits and mentions a trainer is not taken up again: whoever asked for it asks anew, without her. */
export function dropJobsAbout(store: Store, trainer: string): void {
  for (const { id, body } of keptJobs(store)) if (mentions(body, trainer)) dropJob(store, id);
}

/** Whether a code is in JSON, or in JSON that is text in it. */
function mentions(value: unknown, code: string): boolean {
  if (typeof value === "string") return value === code || mentionedIn(value, code);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, one]) => key === code || mentions(one, code));
}

/** Whether text that is JSON, or was cut off, has a code in it; a byte-order mark before it is skipped, as it is when it is read. */
function mentionedIn(text: string, code: string): boolean {
  const plain = text.replace(/^\uFEFF/, "");
  if (!/^\s*[[{]/.test(plain)) return false;
  try {
    return mentions(JSON.parse(plain), code);
  } catch {
    return plain.includes(JSON.stringify(code));
  }
}
