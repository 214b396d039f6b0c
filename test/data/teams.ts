/**
 * Every team that one session could have by the rules of a single session (docs/season-format.md), plainly enumerated from the
 * model's page alone. It tells whether the demo season holds the easy, hard and impossible sessions that it is meant to.
 */
import { feeOf } from "../../src/model/fee.js";
import { kmBetween } from "../../src/model/geo.js";
import { minuteOf } from "../../src/model/time.js";
import type { Member, Role, Season, Session, Trainer, Who } from "../../src/model/types.js";

/** A date of a session and a team that could take it; `fee` is what the team costs, in euros. */
export interface Possible {
  readonly slot: number;
  readonly team: readonly Member[];
  readonly fee: number;
}

interface Sitting {
  readonly seat: Role;
  readonly trainer: Trainer;
}

/** Whether those whom `who` names hold what is needed: all of them for `all`, else one. */
function met(team: readonly Sitting[], who: Who, holds: (trainer: Trainer) => boolean): boolean {
  if (who === "all") return team.every(({ trainer }) => holds(trainer));
  return team.some(({ seat, trainer }) => (who === "any" ? seat !== "actor" : seat === who) && holds(trainer));
}

/** Whether a trainer may sit there at all, whoever sits beside her (rules 1, 3 to 6, 8). */
function mayStand(season: Season, session: Session, slot: number, trainer: Trainer): boolean {
  const place = (id: string) => season.places.find((candidate) => candidate.id === id);
  const waived = (rule: string) => session.waivers.some((w) => w.trainer === trainer.id && w.rule === rule);
  const km = (a: string, b: string) => {
    const [from, to] = [place(a), place(b)];
    return from && to ? kmBetween(from, to) : Number.POSITIVE_INFINITY;
  };
  const covered = (session.slots[slot] ?? []).every(([start, end]) =>
    trainer.available.some(
      ([from, to]) =>
        minuteOf(from) <= minuteOf(start) - session.before && minuteOf(end) + session.after <= minuteOf(to),
    ),
  );
  const seen = [...(session.place === null ? [] : [session.place]), ...session.audience];
  const own = session.communities.some((need) => need.backgrounds.some((tag) => trainer.backgrounds.includes(tag)));
  return (
    (covered || waived("available")) &&
    (session.place === null || waived("travelKm") || km(trainer.home, session.place) <= trainer.limits.travelKm) &&
    !seen.some((id) => trainer.avoidPlaces.includes(id)) &&
    !(own && seen.some((id) => km(trainer.home, id) < trainer.limits.ownCommunityKm)) &&
    !session.excludes.includes(trainer.id)
  );
}

/** Whether the team as a whole meets the session's needs (rules 7, 9 to 13). */
function together(session: Session, slot: number, team: readonly Sitting[]): boolean {
  const pin = session.pinned;
  const apart = (a: Trainer, b: Trainer) => a.avoidTrainers.includes(b.id) || b.avoidTrainers.includes(a.id);
  return (
    !team.some((a, i) => team.some((b, j) => i < j && apart(a.trainer, b.trainer))) &&
    session.themes.every((need) => met(team, need.who, (t) => (t.expertise[need.id] ?? 0) >= need.level)) &&
    session.languages.every((need) => met(team, need.who, (t) => t.languages.includes(need.id))) &&
    session.traits.every((need) => met(team, need.who, (t) => t.traits.includes(need.id))) &&
    session.communities.every(
      (need) =>
        need.required === null ||
        met(team, need.required, (t) => need.backgrounds.every((tag) => t.backgrounds.includes(tag))),
    ) &&
    (pin === null ||
      (pin.slot === slot &&
        pin.team.every((member) => team.some((s) => s.seat === member.seat && s.trainer.id === member.trainer))))
  );
}

/** All choices of `count` from a list, each in the list's order. */
function choices<T>(list: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return list.flatMap((head, index) => choices(list.slice(index + 1), count - 1).map((tail) => [head, ...tail]));
}

/** Every possible team of a session, budgets and other sessions apart. Small seasons only: it tries them all. */
export function possibleTeams(season: Season, session: Session): Possible[] {
  const found: Possible[] = [];
  for (const [slot, parts] of session.slots.entries()) {
    const able = season.trainers.filter((trainer) => mayStand(season, session, slot, trainer));
    let teams: Sitting[][] = [[]];
    for (const [role, count] of Object.entries(session.seats) as [Role, number][]) {
      const holders = able.filter((trainer) => trainer.roles.includes(role));
      const groups = choices(holders, count).map((group) => group.map((trainer) => ({ seat: role, trainer })));
      teams = teams.flatMap((team) =>
        groups
          .filter((group) => !group.some((a) => team.some((b) => a.trainer === b.trainer)))
          .map((group) => [...team, ...group]),
      );
    }
    const minutes = parts.reduce((sum, [start, end]) => sum + minuteOf(end) - minuteOf(start), session.paidMinutes);
    for (const team of teams.filter((candidate) => together(session, slot, candidate))) {
      found.push({
        slot,
        team: team.map(({ seat, trainer }) => ({ seat, trainer: trainer.id })),
        fee: team.reduce((sum, { trainer }) => sum + feeOf(trainer.ratePerHour, minutes), 0),
      });
    }
  }
  return found;
}
