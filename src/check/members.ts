/** Rules 1 and 3 to 8: who sits where, and whether each member may be there at all. (Rule 2 is in plan.ts.) */
import { ROLES, type Waiver } from "../model/types.js";
import { type Facts, placesOf, type RuleReport, type Seated, type Staffed } from "./facts.js";

/** Reports what is wrong with a team's seats and with each of its members. */
export function checkMembers(facts: Facts, staffed: Staffed, report: RuleReport): void {
  seats(staffed, report);
  staffed.members.forEach((member, index) => {
    available(facts, staffed, member, report);
    travelKm(facts, staffed, member, report);
    avoidPlaces(staffed, member, report);
    ownCommunity(facts, staffed, member, report);
    avoidTrainers(staffed, member, staffed.members.slice(index + 1), report);
    excludes(staffed, member, report);
  });
}

/** 1. Every seat of the session is filled by a trainer who holds that role, and nobody sits twice. */
function seats({ session, members }: Staffed, report: RuleReport): void {
  for (const role of ROLES) {
    const wanted = session.seats[role] ?? 0;
    const filled = members.filter(({ seat }) => seat === role).length;
    if (filled !== wanted) report("seats", session.id, `${filled} in ${role} seats, where there are ${wanted}`);
  }
  const seen = new Set<string>();
  for (const { seat, trainer } of members) {
    if (!ROLES.some((role) => role === seat))
      report("seats", session.id, `${trainer.id} sits in a seat of no known role`);
    else if (!trainer.roles.some((role) => role === seat))
      report("seats", session.id, `${trainer.id} does not hold the role of her seat`);
    if (seen.has(trainer.id)) report("seats", session.id, `${trainer.id} sits in more than one seat`);
    seen.add(trainer.id);
  }
}

/** 3. For each part, set-up and debrief included, one of the member's `available` intervals covers it. */
function available(facts: Facts, { session, parts }: Staffed, { trainer }: Seated, report: RuleReport): void {
  if (isWaived(session.waivers, trainer.id, "available")) return;
  const spans = facts.spans(trainer.available);
  for (const { busy, starts } of parts)
    if (!spans.some(({ from, to }) => from <= busy.from && busy.to <= to))
      report(
        "available",
        session.id,
        `${trainer.id} is not available for the part of ${starts}, set-up and debrief included`,
      );
}

/** 4. No member travels further than her limit from home to the place, unless that is waived. */
function travelKm(facts: Facts, { session }: Staffed, { trainer }: Seated, report: RuleReport): void {
  if (session.place === null || isWaived(session.waivers, trainer.id, "travelKm")) return;
  const km = facts.km(trainer.home, session.place);
  if (km > trainer.limits.travelKm)
    report("travelKm", session.id, `${trainer.id} would travel ${km} km, and her limit is ${trainer.limits.travelKm}`);
}

/** 5. Neither the place nor any place of the audience is on a member's list; online too. */
function avoidPlaces({ session }: Staffed, { trainer }: Seated, report: RuleReport): void {
  if (placesOf(session).some((place) => trainer.avoidPlaces.includes(place)))
    report("avoidPlaces", session.id, `${trainer.id} must not be sent or seen there`);
}

/** 6. A member with any background of the session's communities lives far enough from the place and the audience. */
function ownCommunity(facts: Facts, { session }: Staffed, { trainer }: Seated, report: RuleReport): void {
  const concerned = session.communities.some(({ backgrounds }) =>
    backgrounds.some((tag) => trainer.backgrounds.includes(tag)),
  );
  if (concerned && placesOf(session).some((place) => facts.km(trainer.home, place) < trainer.limits.ownCommunityKm))
    report("ownCommunity", session.id, `${trainer.id} would stand too close to home for this audience`);
}

/** 7. No two members must be kept apart; either side saying so is enough. */
function avoidTrainers({ session }: Staffed, { trainer }: Seated, others: readonly Seated[], report: RuleReport): void {
  for (const { trainer: other } of others)
    if (trainer.avoidTrainers.includes(other.id) || other.avoidTrainers.includes(trainer.id))
      report("avoidTrainers", session.id, `${trainer.id} and ${other.id} must be kept apart`);
}

/** 8. No member is excluded. */
function excludes({ session }: Staffed, { trainer }: Seated, report: RuleReport): void {
  if (session.excludes.includes(trainer.id))
    report("excludes", session.id, `${trainer.id} is excluded from this session`);
}

function isWaived(waivers: readonly Waiver[], trainer: string, rule: Waiver["rule"]): boolean {
  return waivers.some((waiver) => waiver.trainer === trainer && waiver.rule === rule);
}
