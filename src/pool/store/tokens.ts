/**
 * Tokens: who may come in, as whom, for how long. The secret is shown once; its SHA-256 is what is kept (it is 256 random bits, so
 * that no slower hash is needed).
 */
import { createHash, randomBytes } from "node:crypto";
import { inTransaction, type Store } from "./context.js";
import { notThere, StoreError } from "./errors.js";
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
    if (changes === 0) throw notThere("token", id);
    append(store, actor, { action: "revoke", field: "token" });
  });
}
