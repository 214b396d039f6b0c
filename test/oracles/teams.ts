/** One session by itself: rules 1 to 13, and the costs that depend on nothing but its slot and team. */
import type { Member, Role, Season, Session, Slot, Trainer, Who } from "../../src/model/types.js";
import { fee, km, minute, must } from "./arithmetic.js";

/** One way to staff a session: `slot` is an index, `cost` its one-session cost. */
export interface TeamOption {
  readonly slot: number;
  readonly team: readonly Member[];
  readonly cost: number;
}

interface Seated {
  readonly seat: Role;
  readonly trainer: Trainer;
}

const ROLES: readonly Role[] = ["professional", "lived", "actor"];

/**
 * Every (slot, team) that obeys rules 1 to 13, by slot and then in the order of the pool. The cost is what depends on
 * this session alone: background, depth, travel, discouraged, slot, pair, fee, and its own change and move.
 */
export function teamsOf(season: Season, session: Session): TeamOption[] {
  const seats = ROLES.flatMap((role) => Array<Role>(session.seats[role] ?? 0).fill(role));
  const options: TeamOption[] = [];
  session.slots.forEach((slot, index) => {
    if (session.pinned !== null && session.pinned.slot !== index) return;
    const pool = season.trainers.filter((trainer) => mayAttend(season, session, slot, trainer));
    fill(seats, pool, [], (team) => {
      if (!teamIsAllowed(session, team)) return;
      const members = team.map(({ seat, trainer }) => ({ seat, trainer: trainer.id }));
      options.push({ slot: index, team: members, cost: teamCost(season, session, index, members) });
    });
  });
  return options;
}

/** All ways to fill the seats; within a role the pool's order is kept, so that no team comes twice. */
function fill(
  seats: readonly Role[],
  pool: readonly Trainer[],
  team: readonly Seated[],
  found: (team: readonly Seated[]) => void,
): void {
  const seat = seats[team.length];
  if (seat === undefined) {
    found(team);
    return;
  }
  const last = team.at(-1);
  const from = last?.seat === seat ? pool.indexOf(last.trainer) + 1 : 0;
  for (const trainer of pool.slice(from))
    if (trainer.roles.includes(seat) && !team.some((member) => member.trainer === trainer))
      fill(seats, pool, [...team, { seat, trainer }], found);
}

/** Rules 3 to 6 and 8: whether she may be there at all. */
function mayAttend(season: Season, session: Session, slot: Slot, trainer: Trainer): boolean {
  const waived = (rule: string) =>
    session.waivers.some((waiver) => waiver.trainer === trainer.id && waiver.rule === rule);
  if (session.excludes.includes(trainer.id)) return false;
  if (!waived("available"))
    for (const [start, end] of slot) {
      const [begin, finish] = [minute(start) - session.before, minute(end) + session.after];
      if (!trainer.available.some(([from, to]) => minute(from) <= begin && minute(to) >= finish)) return false;
    }
  const place = session.place;
  if (place !== null && !waived("travelKm") && km(season, trainer.home, place) > trainer.limits.travelKm) return false;
  const seen = new Set([...session.audience, ...(place === null ? [] : [place])]);
  if (trainer.avoidPlaces.some((id) => seen.has(id))) return false;
  const tags = new Set(session.communities.flatMap(({ backgrounds }) => backgrounds));
  const own = trainer.backgrounds.some((tag) => tags.has(tag));
  return !(own && [...seen].some((id) => km(season, trainer.home, id) < trainer.limits.ownCommunityKm));
}

/** Rules 7 and 9 to 13. */
function teamIsAllowed(session: Session, team: readonly Seated[]): boolean {
  for (const { trainer } of team)
    if (team.some((other) => trainer.avoidTrainers.includes(other.trainer.id))) return false;
  const needs: [Who | null, (trainer: Trainer) => boolean][] = [
    ...session.themes.map(({ id, level, who }): [Who, (t: Trainer) => boolean] => [
      who,
      (t) => levelOf(t, id) >= level,
    ]),
    ...session.languages.map(({ id, who }): [Who, (t: Trainer) => boolean] => [who, (t) => t.languages.includes(id)]),
    ...session.traits.map(({ id, who }): [Who, (t: Trainer) => boolean] => [who, (t) => t.traits.includes(id)]),
    ...session.communities.map(({ required, backgrounds }): [Who | null, (t: Trainer) => boolean] => [
      required,
      (t) => hasAll(t, backgrounds),
    ]),
  ];
  for (const [who, has] of needs) {
    if (who === null) continue;
    const named = whoIs(team, who).map(({ trainer }) => has(trainer));
    if (who === "all" ? named.includes(false) : !named.includes(true)) return false;
  }
  const pinned = session.pinned?.team ?? [];
  return pinned.every((pin) => team.some(({ seat, trainer }) => seat === pin.seat && trainer.id === pin.trainer));
}

/**
 * What a team costs its session whatever the other sessions do: background, depth, travel, discouraged, slot, pair, fee,
 * and the change and move from its published team.
 */
export function teamCost(season: Season, session: Session, slot: number, members: readonly Member[]): number {
  const { weights } = season;
  const team: Seated[] = members.map(({ seat, trainer }) => {
    const found = season.trainers.find(({ id }) => id === trainer);
    return { seat, trainer: must(found, "such trainer") };
  });
  let cost = weights.slot * slot;
  for (const { backgrounds, weight } of session.communities) {
    const sharing = team.filter(({ trainer }) => hasAll(trainer, backgrounds));
    const factor = sharing.length === 0 ? 2 : sharing.every(({ seat }) => seat !== "lived") ? 1 : 0;
    cost += weights.background * weight * factor;
  }
  for (const { id, wish, who } of session.themes) {
    const levels = whoIs(team, who).map(({ trainer }) => levelOf(trainer, id));
    const best = levels.reduce((most, level) => Math.max(most, level), 0);
    if (best < wish) cost += weights.depth * (wish - best);
  }
  const parts = must(session.slots[slot], "such slot").map(([start, end]) => [minute(start), minute(end)] as const);
  team.forEach(({ trainer }, index) => {
    if (session.place !== null) cost += weights.travelKm * km(season, trainer.home, session.place);
    const unwelcome = trainer.discouraged.some(([from, to]) =>
      parts.some(([start, end]) => Math.max(minute(from), start) < Math.min(minute(to), end)),
    );
    if (unwelcome) cost += weights.discouraged;
    cost += weights.fee * fee(trainer, session, slot);
    for (const { trainer: other } of team.slice(0, index)) {
      const named = season.pairs.find(
        ({ a, b }) => (a === trainer.id && b === other.id) || (b === trainer.id && a === other.id),
      );
      cost += named === undefined ? weights.pair : named.cost;
    }
  });
  return cost + publishedCost(season, session, slot, members);
}

/** What leaving the published plan costs in one session; slot and team are null and empty where it is unstaffed. */
export function publishedCost(
  season: Season,
  session: Session,
  slot: number | null,
  members: readonly Member[],
): number {
  const known = season.published.find((one) => one.session === session.id);
  if (known === undefined) return 0;
  const gone = known.team.filter(({ trainer }) => members.every((member) => member.trainer !== trainer)).length;
  return season.weights.change * gone + (slot !== null && slot !== known.slot ? season.weights.move : 0);
}

function whoIs(team: readonly Seated[], who: Who): readonly Seated[] {
  if (who === "all") return team;
  if (who === "any") return team.filter(({ seat }) => seat === "professional" || seat === "lived");
  return team.filter(({ seat }) => seat === who);
}

function hasAll(trainer: Trainer, backgrounds: readonly string[]): boolean {
  return backgrounds.every((tag) => trainer.backgrounds.includes(tag));
}

function levelOf({ expertise }: Trainer, theme: string): number {
  return Object.hasOwn(expertise, theme) ? (expertise[theme] ?? 0) : 0;
}
