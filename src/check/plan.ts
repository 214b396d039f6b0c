/** Reading the plan: what it lists that can be judged at all, and what cannot (`shape`, `known`, `once`, `slot`). */
import { type Facts, partsOf, type Report, type Seated, type Staffed, type StaffedById } from "./facts.js";

interface RawAssignment {
  readonly session: string;
  readonly slot: number;
  readonly team: readonly { readonly seat: string; readonly trainer: string }[];
}

type Refusal = readonly [rule: "known" | "once" | "slot", text: string];

/**
 * The staffed sessions of a plan. An assignment that cannot be read, names what does not exist, or comes second for its
 * session is reported and left out, so that its session counts as unstaffed unless another assignment staffs it.
 * @param plan the plan as it came; nothing in it is trusted, whatever its type said
 */
export function readPlan(facts: Facts, plan: unknown, report: Report): StaffedById {
  const staffed = new Map<string, Staffed>();
  if (!isRecord(plan)) {
    report("shape", "plan", "this is not a plan file: give the file that `koppel solve` wrote");
    return staffed;
  }
  if (!hasOnly(plan, ["format", "season", "assignments", "cost", "bound"]))
    report("shape", "plan", "the plan has a field that plans do not have: remove it");
  if (plan.format !== "koppel-plan/1" || plan.season !== facts.season.id)
    report("shape", "plan", "this is not a plan of this season: check that both files belong together");
  if (!Array.isArray(plan.assignments)) {
    report("shape", "plan", "the plan has no list of assignments");
    return staffed;
  }
  for (const [index, item] of plan.assignments.entries()) {
    const assignment = readAssignment(item);
    if (typeof assignment === "string") {
      report("shape", `assignment ${index}`, assignment);
      continue;
    }
    const refusal = staff(facts, assignment, staffed);
    if (refusal !== null) report(refusal[0], assignment.session, refusal[1]);
  }
  return staffed;
}

/** Staffs a session as an assignment says, or returns the rule that forbids it and a text. */
function staff(facts: Facts, assignment: RawAssignment, staffed: Map<string, Staffed>): Refusal | null {
  const { session: id, slot, team } = assignment;
  const session = facts.sessions.get(id);
  if (session === undefined) return ["known", "the season has no such session"];
  if (staffed.has(id)) return ["once", "the plan lists this session more than once; the first one counts"];
  const parts = session.slots[slot];
  if (parts === undefined) return ["slot", `slot ${slot} is not on offer; slots 0 to ${session.slots.length - 1} are`];
  const members: Seated[] = [];
  for (const member of team) {
    const trainer = facts.trainers.get(member.trainer);
    if (trainer === undefined) return ["known", `the pool has no trainer ${member.trainer}`];
    members.push({ seat: member.seat, trainer });
  }
  staffed.set(id, { session, slot, parts: partsOf(session, parts), members });
  return null;
}

/** The assignment, or why it is none. */
function readAssignment(item: unknown): RawAssignment | string {
  if (!isRecord(item) || !hasOnly(item, ["session", "slot", "team"]))
    return "it has to be session, slot and team alone";
  const { session, slot, team } = item;
  if (typeof session !== "string") return "its session has to be a code";
  if (!isWhole(slot)) return "its slot has to be a whole number, counted from 0";
  if (!Array.isArray(team)) return "its team has to be a list";
  const members: { seat: string; trainer: string }[] = [];
  for (const member of team) {
    if (!isRecord(member) || !hasOnly(member, ["seat", "trainer"])) return "a member has to be seat and trainer alone";
    const { seat, trainer } = member;
    if (typeof seat !== "string" || typeof trainer !== "string") return "a member's seat and trainer have to be codes";
    members.push({ seat, trainer });
  }
  return { session, slot, team: members };
}

/** A whole number, 0 or more, that is exact. */
export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasOnly(value: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}
