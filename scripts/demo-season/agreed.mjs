/** What is agreed before anybody plans: budgets, some pins, and a few sessions of the first weeks that are published. */
import { PURSES } from "./orders.mjs";

const minute = (wall) => Date.parse(`${wall}:00Z`) / 60_000;
const minutesOf = (session) =>
  session.slots[0].reduce((sum, [start, end]) => sum + minute(end) - minute(start), session.paidMinutes);

/** A budget for each programme: its share (PURSES) of what its sessions cost at the mean rate of each role. */
export function makeProgrammes(sessions, trainers) {
  const mean = (role) => {
    const rates = trainers.filter((trainer) => trainer.roles[0] === role).map((trainer) => trainer.ratePerHour);
    return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  };
  const totals = new Map();
  for (const session of sessions) {
    if (session.programme === null) continue;
    const perMember = Object.entries(session.seats).reduce((sum, [role, seats]) => sum + seats * mean(role), 0);
    const fees = (perMember * minutesOf(session)) / 60;
    totals.set(session.programme, (totals.get(session.programme) ?? 0) + fees);
  }
  return [...totals].map(([id, total]) => ({ id, budget: Math.round((total * (PURSES[id] ?? 1.1)) / 50) * 50 }));
}

const dayOf = (session, slot) => session.slots[slot][0][0].slice(0, 10);
const shares = (trainer, session) =>
  session.communities.some((need) => need.backgrounds.every((tag) => trainer.backgrounds.includes(tag)));

/** Whether somebody could take a seat then, as far as a coordinator sees at a glance; whoever takes special care is left out. */
function fits(trainer, seat, session, slot, taken) {
  const busy = session.slots[slot].map(([start, end]) => [minute(start) - session.before, minute(end) + session.after]);
  const covered = busy.every(([from, to]) =>
    trainer.available.some(([start, end]) => minute(start) <= from && to <= minute(end)),
  );
  const places = [session.place, ...session.audience];
  return (
    trainer.roles.includes(seat) &&
    covered &&
    !taken.has(`${trainer.id} ${dayOf(session, slot)}`) &&
    !session.excludes.includes(trainer.id) &&
    !places.some((place) => trainer.avoidPlaces.includes(place)) &&
    trainer.avoidTrainers.length === 0 &&
    trainer.limits.ownCommunityKm === 0 &&
    trainer.limits.travelKm >= 50 &&
    session.themes.every(
      (need) =>
        trainer.limits.exposure[need.id] === undefined &&
        (need.who !== seat || (trainer.expertise[need.id] ?? 0) >= need.level),
    )
  );
}

/** A team for one date of a session, or null: in lived seats those who share a community, then whoever was asked least. */
function teamFor(session, slot, trainers, taken) {
  const asked = (trainer) => [...taken].filter((entry) => entry.startsWith(`${trainer.id} `)).length;
  const rank = (trainer, seat) =>
    asked(trainer) + (seat === "lived" ? (shares(trainer, session) ? 0 : 10) : 10 * (trainer.roles.length - 1));
  const team = [];
  for (const [seat, count] of Object.entries(session.seats)) {
    const able = trainers
      .filter((trainer) => fits(trainer, seat, session, slot, taken))
      .filter((trainer) => !team.some((member) => member.trainer === trainer.id))
      .sort((a, b) => rank(a, seat) - rank(b, seat));
    if (able.length < count) return null;
    team.push(...able.slice(0, count).map((trainer) => ({ seat, trainer: trainer.id })));
  }
  return team;
}

function known(sessions, id) {
  const session = sessions.find((candidate) => candidate.id === id);
  if (!session) throw new Error(`agreed.mjs names session ${id}, which orders.mjs does not have`);
  return session;
}

/** Sessions whose speakers and date are fixed, and one whose date alone is; by session, the seats that are. */
const PINS = [
  { session: "rotterdam-conf", seats: ["professional", "lived"] },
  { session: "den-haag-conf", seats: ["professional"] },
  { session: "zoetermeer-a2", seats: ["professional"] },
  { session: "lkha-web-1", seats: [] },
];
/** Sessions that people already know of. */
const KNOWN = ["den-haag-a1", "rotterdam-a1", "zoetermeer-a1", "delft-a1", "schiedam-a1", "lansingerland-a1"];
/** Of these, one whose date fell through, and one whose trainer has since withdrawn from that day. */
const FELL_THROUGH = "delft-a1";
const WITHDREW = "schiedam-a1";

/** The date whose team shares most with the communities, the earlier on offer at a tie; its members count as taken. */
function bestTeam(session, trainers, taken) {
  const options = [...session.slots.keys()]
    .map((slot) => ({ slot, team: teamFor(session, slot, trainers, taken) }))
    .filter(({ team }) => team !== null)
    .map((option) => ({ ...option, sharing: sharing(option.team, session, trainers) }))
    .sort((a, b) => b.sharing - a.sharing);
  if (options.length === 0) {
    throw new Error(`agreed.mjs finds no team for ${session.id}: change the pool, the seed or the list`);
  }
  const [{ slot, team }] = options;
  for (const member of team) taken.add(`${member.trainer} ${dayOf(session, slot)}`);
  return { slot, team };
}

/** How many in lived seats share a community of the session. */
function sharing(team, session, trainers) {
  return team.filter(
    (member) =>
      member.seat === "lived" &&
      shares(
        trainers.find(({ id }) => id === member.trainer),
        session,
      ),
  ).length;
}

/** Pins some sessions and returns the published plan; changes sessions and the availability of one who withdrew. */
export function agree(sessions, trainers) {
  const taken = new Set();
  for (const { session: id, seats } of PINS) {
    const session = known(sessions, id);
    const { slot, team } = bestTeam(session, trainers, taken);
    session.pinned = { slot, team: team.filter((member) => seats.includes(member.seat)) };
  }
  return KNOWN.map((id) => {
    const session = known(sessions, id);
    const { slot, team } = bestTeam(session, trainers, taken);
    if (id === WITHDREW) {
      const day = dayOf(session, slot);
      const gone = trainers.find((trainer) => trainer.id === team.at(-1).trainer);
      gone.available = gone.available.filter(([start]) => start.slice(0, 10) !== day);
    }
    return { session: id, slot: id === FELL_THROUGH ? null : slot, team };
  });
}
