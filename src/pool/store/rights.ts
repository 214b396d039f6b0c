/**
 * Who may read which sensitive field for what: the matrix of docs/trust.md as data. What is not listed is refused. Pure: no
 * database, no clock.
 */

/** The special-category fields of a trainer; each has a table of its own. */
export const SENSITIVE_FIELDS = [
  "roles",
  "backgrounds",
  "languages",
  "traits",
  "exposure",
  "ownCommunityKm",
  "avoidPlaces",
  "avoidTrainers",
] as const;
export type SensitiveField = (typeof SENSITIVE_FIELDS)[number];

/** `planner` is the program itself while it plans: what it reads goes into plans and never to a person. */
export const ACTOR_ROLES = [
  "coordinator",
  "safetyOfficer",
  "apiClient",
  "trainer",
  "auditor",
  "administrator",
  "planner",
] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

/**
 * - `matching`: planning inside the program
 * - `need`: whether a trainer matches what one session asks for: yes or no, never the value
 * - `safety`: keeping her safe
 * - `export`: a season file that leaves the database
 * - `own`: her own look at what is held of her
 */
export const PURPOSES = ["matching", "need", "safety", "export", "own"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Who asks. `id` is an account and never a name; `trainer` is her own code, for role `trainer` alone. */
export interface Actor {
  readonly id: string;
  readonly role: ActorRole;
  readonly organisation?: string;
  readonly trainer?: string;
}

/** What a right covers: the value of anybody, one's own, or only whether it matches. */
export type Scope = "all" | "own" | "match";

type Rights = Readonly<Partial<Record<Purpose, Scope>>>;
const NATURE = ["roles", "backgrounds", "languages", "traits"] as const;
const NO_GO = ["exposure", "ownCommunityKm", "avoidPlaces", "avoidTrainers"] as const;
const rights = (nature: Rights, noGo: Rights): Readonly<Record<SensitiveField, Rights>> =>
  Object.fromEntries([...NATURE.map((f) => [f, nature]), ...NO_GO.map((f) => [f, noGo])]) as Record<
    SensitiveField,
    Rights
  >;

/** role → field → purpose → scope. */
export const MATRIX: Readonly<Record<ActorRole, Readonly<Record<SensitiveField, Rights>>>> = {
  coordinator: rights({ need: "match" }, {}),
  safetyOfficer: rights({ safety: "all", export: "all", need: "match" }, { safety: "all", export: "all" }),
  apiClient: rights({}, {}),
  trainer: rights({ own: "own" }, { own: "own" }),
  auditor: rights({}, {}),
  administrator: rights({}, {}),
  planner: rights({ matching: "all" }, { matching: "all" }),
};

/** Whether this actor may read this field of this trainer for this purpose; `match` is a right to a yes or no alone. */
export function mayRead(
  actor: Actor,
  purpose: Purpose,
  trainer: string,
  field: SensitiveField,
  match = false,
): boolean {
  const scope = MATRIX[actor.role][field][purpose];
  if (scope === undefined) return false;
  if (scope === "own") return !match && actor.trainer !== undefined && actor.trainer === trainer;
  return match ? scope === "match" || scope === "all" : scope === "all";
}

/** Whether this actor may see names and contacts of that organisation's trainer. */
export function mayName(actor: Actor, trainer: string, organisation: string): boolean {
  if (actor.role === "trainer") return actor.trainer === trainer;
  return actor.role === "coordinator" && actor.organisation === organisation;
}

/**
 * Whether a field may be used for a purpose only with her consent. What protects her (no-go places and people, her own
 * community, how often) is used for her safety whatever she consented to: without it a plan could put her in danger.
 */
export function needsConsent(field: SensitiveField, purpose: Purpose): boolean {
  if (purpose === "own" || purpose === "safety") return false;
  return (NATURE as readonly string[]).includes(field);
}
