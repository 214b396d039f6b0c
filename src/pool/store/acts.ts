/**
 * What each role may do with seasons and plans: the other half of the table of docs/trust.md, as data. Every face asks here,
 * and a refusal leaves its row in the trail.
 */
import { inTransaction, type Store } from "./context.js";
import { StoreError } from "./errors.js";
import type { Actor, ActorRole } from "./rights.js";
import { append } from "./trail.js";

const PLANNERS = ["coordinator", "safetyOfficer"] as const;

/** act → the roles that may do it; what is not listed is refused. */
export const ACTS = {
  /** bring records in by spreadsheet, or take them out */
  exchange: PLANNERS,
  /** keep when trainers of her own organisation can come */
  keepTime: ["coordinator", "trainer"],
  /** keep the record of a trainer of her own organisation, but for what protects her */
  keepTrainer: ["coordinator"],
  /** keep what sessions are and when, but for whom they exclude */
  keepWork: ["coordinator"],
  /** see and keep organisations, clients, local organisations, budgets, series and venues */
  keepRecords: ["coordinator"],
  /** see the record of a trainer of her own organisation, or her own with all that is sensitive */
  seeTrainer: ["coordinator", "trainer"],
  /** keep what a trainer consents to and wishes */
  keepAgreed: ["coordinator", "trainer"],
  /** make a season of what the pool has */
  buildSeason: PLANNERS,
  /** see what is in a season and its plans: sessions, dates, teams by their codes */
  seeBookings: ["coordinator", "safetyOfficer", "auditor"],
  /** take a season out as a file: it holds where trainers must never be sent */
  exportSeason: ["safetyOfficer"],
  /** make, change, compare plans, and ask for advice */
  plan: PLANNERS,
  /** keep a programme's papers, and book its sessions */
  programme: ["coordinator"],
  /** see who is in which group of a programme, and who waits, by their codes */
  seeParticipants: ["coordinator"],
  /** ask for suggestions and explanations, redacted; another system for the sessions of its client alone */
  ask: ["coordinator", "safetyOfficer", "apiClient"],
  /** agree that a plan be published, publish it, keep what trainers answer */
  publish: ["coordinator"],
  /** read and add to what protects a trainer; take away from it, which takes two */
  protect: ["safetyOfficer"],
  /** answer what she is asked herself */
  answerOwn: ["trainer"],
  /** print what a team takes along */
  printTeamSheets: ["coordinator"],
  /** all that is held about a trainer */
  seeOwn: ["trainer"],
  /** what happened, when and by whom */
  seeTrail: ["auditor"],
} as const satisfies Readonly<Record<string, readonly ActorRole[]>>;
export type Act = keyof typeof ACTS;

export function mayDo({ role }: Actor, act: Act): boolean {
  return (ACTS[act] as readonly ActorRole[]).includes(role);
}

/**
 * Whether an actor may write an organisation: a coordinator her own and no other, a new one too, since she could neither change nor
 * remove it.
 */
export function mayWriteOrganisation({ role, organisation }: Actor, id: string): boolean {
  return role !== "coordinator" || id === organisation;
}

/** Keeps in the trail that somebody was refused something. @param what the act, or the route, that was asked for */
export function noteRefusal(store: Store, actor: Actor, what: string, trainer?: string): void {
  const about = trainer === undefined ? {} : { trainer };
  inTransaction(store, () => append(store, actor, { action: what, field: "season", outcome: "refused", ...about }));
}

/** The one sentence for whoever may not do something. @param who may: roles, or people in words */
export function mayNot({ role }: Pick<Actor, "role">, who: readonly string[]): string {
  return `role ${role} may not do this: ${who.join(" or ")} may`;
}

/** @throws StoreError `refused` where the role may not do it; the trail keeps that it was tried */
export function assertMay(store: Store, actor: Actor, act: Act): void {
  if (!mayDo(actor, act)) refuse(store, actor, act, ACTS[act]);
}

/**
 * Keeps in the trail that somebody was refused something, and refuses it.
 * @param who may, in words
 * @throws StoreError `refused`
 */
export function refuse(store: Store, actor: Actor, what: string, who: readonly string[], trainer?: string): never {
  noteRefusal(store, actor, what, trainer);
  throw new StoreError("refused", mayNot(actor, who));
}

/** How much of reasons and costs a role is told: all, or only what tells nothing of a trainer. */
export function viewOfRole(role: ActorRole): "full" | "redacted" {
  return role === "safetyOfficer" ? "full" : "redacted";
}
