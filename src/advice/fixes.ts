/**
 * The cheapest changes that would staff a session which no team can take: a waiver, a bigger budget, another date, a
 * recruit, letting go of a pin. Each is an edit that was made, planned with, and judged by the check.
 */
import { check } from "../check/check.js";
import type { Edit } from "../model/edit-types.js";
import { applyEdits } from "../model/edits.js";
import { InputError } from "../model/errors.js";
import type { Assignment, Member, Season, Session } from "../model/types.js";
import type { Case } from "../reasons/case.js";
import { dropOrder } from "../reasons/facts.js";
import { possible } from "../reasons/possible.js";
import { type CheapestTeam, cheapestTeam, type Wish } from "./cheapest-team.js";
import { newDates } from "./new-dates.js";
import { recruitsFor } from "./recruit-kind.js";
import type { View } from "./redact.js";
import { assignmentOf, placed, type Standing, withTeam } from "./standing.js";

/** A change of the season with which the session has a team. */
export interface Fix {
  /** `several` where it takes more than one waiver, or a waiver and money or a pin */
  readonly kind: "waive" | "set-budget" | "change-session" | "add-trainer" | "unpin" | "several";
  /** what to change, as an edits file has it */
  readonly edits: readonly Edit[];
  /** the number of its date among those on offer after the change */
  readonly slot: number;
  readonly start: string;
  readonly end: string;
  readonly team: readonly Member[];
  /** the plan's cost once the session has this team, by the season after the change */
  readonly cost: number;
  /** by how much that differs from the plan's cost now */
  readonly delta: number;
}

/** Waivers told at most, and dates. */
const MOST_OF_A_KIND = 3;
/** More euros than any season's fees come to: a budget that cannot be the reason. */
const NO_BUDGET = 1e9;

interface Quest {
  readonly standing: Standing;
  readonly session: Session;
  readonly kase: Case;
  readonly view: View;
  readonly costNow: number;
}

/**
 * @param standing holds the plan, in which the session is open
 * @param kase the session's, as the reader may see it
 * @returns the cheapest first; no waiver of `available` and no new date for a reader who may not know why somebody
 * does not come, since whether one helps would tell
 */
export function fixesFor(standing: Standing, kase: Case, view: View): Fix[] {
  const { season, plan, problem } = standing;
  const session = problem.index.session(kase.session);
  const quest: Quest = { standing, session, kase, view, costNow: check(season, plan).total };
  const wide = widened(quest, {});
  const fixes = [
    ...waivers(quest, wide),
    ...budgets(quest, wide),
    ...unpinned(quest),
    ...several(quest),
    ...recruits(quest),
    ...(view === "full" && session.pinned === null ? dates(quest) : []),
  ];
  return fixes.sort((a, b) => a.delta - b.delta);
}

/** The season with everything waived in the session, and money for it: who may come is then asked of the case. */
function widened({ standing: { season, plan }, session }: Quest, set: Partial<Session>): Standing {
  const waived = season.trainers.flatMap(({ id }) =>
    (["available", "travelKm"] as const).map((rule) => ({ trainer: id, rule })),
  );
  return placed(changed(season, session.id, { waivers: waived, ...set }, NO_BUDGET), plan);
}

function changed(season: Season, id: string, set: Partial<Session>, budget?: number): Season {
  const { programme } = season.sessions.find((one) => one.id === id) ?? { programme: null };
  return {
    ...season,
    sessions: season.sessions.map((one) => (one.id === id ? { ...one, ...set } : one)),
    programmes: season.programmes.map((one) =>
      one.id === programme && budget !== undefined ? { ...one, budget } : one,
    ),
  };
}

/** All facts hold but these. */
function allBut(kase: Case, lifted: readonly number[]): Uint8Array {
  const active = new Uint8Array(kase.facts.length).fill(1);
  for (const fact of lifted) active[fact] = 0;
  return active;
}

/** Who may sit where while only some facts hold; the dates of the wide season are those of the case. */
function mayBy(kase: Case, active: Uint8Array): NonNullable<Wish["may"]> {
  const open = new Set<string>();
  const holds = (fact: number): boolean => active[fact] === 1;
  for (const { slot, blocks, groups } of kase.dates) {
    if (blocks.some(holds)) continue;
    for (const { role, holders } of groups)
      for (const { trainer, blocks: hers } of holders) if (!hers.some(holds)) open.add(`${slot} ${trainer} ${role}`);
  }
  return (slot, trainer, role) => open.has(`${slot} ${trainer} ${role}`);
}

/** Money left for the session, or no limit. */
function leftFor({ dates, budget }: Case): Pick<Wish, "most"> {
  return budget < 0 ? {} : { most: Math.min(...dates.map(({ left }) => left)) };
}

function waivers(quest: Quest, wide: Standing): Fix[] {
  const { kase, session, view, standing } = quest;
  const fixes: Fix[] = [];
  for (const [fact, { rule, trainers }] of kase.facts.entries()) {
    const [trainer] = trainers;
    if (trainer === undefined || trainers.length > 1) continue;
    if (rule !== "travelKm" && (rule !== "available" || view !== "full")) continue;
    const active = allBut(kase, [fact]);
    if (possible(kase, active) < 0) continue;
    const team = cheapestTeam(wide.state, kase.session, { may: mayBy(kase, active), must: trainer, ...leftFor(kase) });
    const id = standing.problem.index.trainer(trainer).id;
    fixes.push(...tried(quest, wide, "waive", [{ edit: "waive", session: session.id, trainer: id, rule }], team));
  }
  return fixes.sort((a, b) => a.delta - b.delta).slice(0, MOST_OF_A_KIND);
}

function budgets(quest: Quest, wide: Standing): Fix[] {
  const { kase, session, standing } = quest;
  const programme = standing.season.programmes.find(({ id }) => id === session.programme);
  if (kase.budget < 0 || programme === undefined) return [];
  const active = allBut(kase, [kase.budget]);
  const may = mayBy(kase, active);
  const least = cheapestTeam(wide.state, kase.session, { may, by: "fee" });
  if (least === null) return [];
  const team = cheapestTeam(wide.state, kase.session, { may, most: least.price });
  const short = least.price - (leftFor(kase).most ?? 0);
  const budget = programme.budget + short;
  return tried(quest, wide, "set-budget", [{ edit: "set-budget", programme: programme.id, budget }], team);
}

function unpinned(quest: Quest): Fix[] {
  const { kase, session } = quest;
  if (session.pinned === null) return [];
  const wide = widened(quest, { pinned: null });
  const pin = kase.facts.findIndex(({ rule }) => rule === "pinned");
  if (pin < 0) return [];
  const active = allBut(kase, [pin]);
  if (possible(kase, active) < 0) return [];
  const team = cheapestTeam(wide.state, kase.session, { may: mayBy(kase, active), ...leftFor(kase) });
  return tried(quest, wide, "unpin", [{ edit: "unpin", session: session.id }], team);
}

/** Edits that a fix of several may be made of at most. */
const MOST_EDITS = 3;

/** Where no one waiver, sum of money or pin is enough: a set of them that is, none of which could be spared. */
function several(quest: Quest): Fix[] {
  const { kase, session, standing, view } = quest;
  const canLift = (fact: number): boolean => {
    const { rule, trainers } = kase.facts[fact] ?? { rule: "seats", trainers: [] };
    if (rule === "budget" || rule === "pinned") return true;
    return trainers.length === 1 && (rule === "travelKm" || (rule === "available" && view === "full"));
  };
  const all = dropOrder(kase.facts).filter(canLift);
  let lifted = all;
  if (possible(kase, allBut(kase, lifted)) < 0) return [];
  // What is dearest to ask for, somebody's own time, is spared first.
  for (const fact of [...all].reverse()) {
    const fewer = lifted.filter((one) => one !== fact);
    if (possible(kase, allBut(kase, fewer)) >= 0) lifted = fewer;
  }
  if (lifted.length < 2 || lifted.length > MOST_EDITS) return [];
  const active = allBut(kase, lifted);
  const isPinned = !lifted.some((fact) => kase.facts[fact]?.rule === "pinned");
  const wide = widened(quest, isPinned ? {} : { pinned: null });
  const may = mayBy(kase, active);
  const isPaid = lifted.includes(kase.budget);
  const least = isPaid ? cheapestTeam(wide.state, kase.session, { may, by: "fee" }) : null;
  const most = least === null ? leftFor(kase) : { most: least.price };
  const edits = lifted.flatMap((fact): Edit[] => {
    const { rule, trainers } = kase.facts[fact] ?? { rule: "seats", trainers: [] };
    const programme = standing.season.programmes.find(({ id }) => id === session.programme);
    if (rule === "pinned") return [{ edit: "unpin", session: session.id }];
    if (rule === "budget" && programme !== undefined && least !== null) {
      const budget = programme.budget + least.price - (leftFor(kase).most ?? 0);
      return [{ edit: "set-budget", programme: programme.id, budget }];
    }
    const trainer = standing.season.trainers[trainers[0] ?? -1]?.id;
    if (trainer === undefined || (rule !== "available" && rule !== "travelKm")) return [];
    return [{ edit: "waive", session: session.id, trainer, rule }];
  });
  return tried(quest, wide, "several", edits, cheapestTeam(wide.state, kase.session, { may, ...most }));
}

function recruits(quest: Quest): Fix[] {
  const { kase, session, standing } = quest;
  const { season, plan } = standing;
  return recruitsFor(season, session, kase).flatMap(({ trainer, active }) => {
    const wide = placed({ ...season, trainers: [...season.trainers, trainer] }, plan);
    const must = season.trainers.length;
    const others = mayBy(kase, active);
    const may: Wish["may"] = (slot, t, role) => t === must || others(slot, t, role);
    const team = cheapestTeam(wide.state, kase.session, { may, must });
    return tried(quest, wide, "add-trainer", [{ edit: "add-trainer", trainer }], team);
  });
}

/** Dates that are not on offer yet, without a price on their place in the list: each would be the last. */
function dates(quest: Quest): Fix[] {
  const { session, standing, kase } = quest;
  const { season, plan } = standing;
  const more = newDates(season, session);
  if (more.length === 0) return [];
  const weights = { ...season.weights, slot: 0 };
  const wide = placed({ ...changed(season, session.id, { slots: [...session.slots, ...more] }), weights }, plan);
  const first = (wide.problem.data.shape.slotStart[kase.session] as number) + session.slots.length;
  const teams = more.flatMap((slot, i) => {
    const team = cheapestTeam(wide.state, kase.session, { may: (g) => g === first + i });
    return team === null ? [] : [{ slot, team }];
  });
  teams.sort((a, b) => a.team.price - b.team.price);
  return teams.slice(0, MOST_OF_A_KIND).flatMap(({ slot, team }) => {
    const edits: Edit[] = [{ edit: "change-session", session: session.id, set: { slots: [...session.slots, slot] } }];
    const at = { ...assignmentOf(wide.problem, team.slot, team.trainers), slot: session.slots.length };
    return judged(quest, "change-session", edits, at);
  });
}

function tried(
  quest: Quest,
  wide: Standing,
  kind: Fix["kind"],
  edits: readonly Edit[],
  team: CheapestTeam | null,
): Fix[] {
  return team === null ? [] : judged(quest, kind, edits, assignmentOf(wide.problem, team.slot, team.trainers));
}

/** Makes the edits, gives the session its team, and has the plan checked: what fails is no fix. */
function judged(quest: Quest, kind: Fix["kind"], edits: readonly Edit[], assignment: Assignment): Fix[] {
  const { standing, costNow, session } = quest;
  const after = editedSeason(standing, edits);
  if (after === null) return [];
  const { feasible, total } = check(after, withTeam(standing.plan, session.id, assignment));
  const slot = after.sessions.find(({ id }) => id === session.id)?.slots[assignment.slot];
  const [first, last] = [slot?.[0], slot?.at(-1)];
  if (!feasible || first === undefined || last === undefined) return [];
  const { team } = assignment;
  return [
    { kind, edits, slot: assignment.slot, start: first[0], end: last[1], team, cost: total, delta: total - costNow },
  ];
}

/** The season after edits, or null where the model does not accept it (a date at an hour that the zone skips). */
function editedSeason({ season, plan }: Standing, edits: readonly Edit[]): Season | null {
  try {
    return applyEdits(season, plan, edits).season;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
