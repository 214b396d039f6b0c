/** Random edits, each of which fits the season as it stands (a pin may still not hold in it, and is refused then). */
import type { Edit, EditName, Member, Season, Session, Trainer } from "../../src/model/index.js";
import { EDIT_NAMES, WEIGHTS } from "../../src/model/index.js";
import type { Random } from "./random.js";
import { tinySeason } from "./tiny-season.js";
import { wall } from "./tiny-world.js";

/** A random edit of a random kind (or of the given one) that the season has something to apply to. */
export function randomEdit(random: Random, season: Season, serial: number, kind?: EditName): Edit {
  for (;;) {
    const made = MAKERS[kind ?? random.pick(EDIT_NAMES)]({ random, season, serial });
    if (made !== null) return made;
    kind = undefined;
  }
}

interface Frame {
  readonly random: Random;
  readonly season: Season;
  /** makes new codes new */
  readonly serial: number;
}
type Maker = (frame: Frame) => Edit | null;

const MAKERS: Readonly<Record<EditName, Maker>> = {
  "remove-trainer": (f) => ofTrainer(f, ({ id }) => ({ edit: "remove-trainer", trainer: id }), 2),
  "block-trainer": (f) =>
    ofTrainer(f, ({ id }) => {
      const day = f.random.int(0, 8);
      if (f.random.chance(0.5)) {
        const from = wall(day, 0).slice(0, 10);
        return { edit: "block-trainer", trainer: id, from, to: wall(day + f.random.int(0, 3), 0).slice(0, 10) };
      }
      return { edit: "block-trainer", trainer: id, from: wall(day, f.random.int(4, 12)), to: wall(day, 13) };
    }),
  "add-trainer": (f) => {
    const donor = f.random.pick(tinySeason(f.serial).trainers);
    return { edit: "add-trainer", trainer: { ...donor, id: `n${f.serial}`, avoidTrainers: [] } };
  },
  "change-trainer": (f) =>
    ofTrainer(f, ({ id }) => {
      const donor: Partial<Trainer> = f.random.pick(tinySeason(f.serial).trainers);
      const names = f.random.sample(["roles", "available", "limits", "languages", "expertise", "ratePerHour"], 2);
      const set = Object.fromEntries(names.map((name) => [name, donor[name as keyof Trainer]]));
      return { edit: "change-trainer", trainer: id, set };
    }),
  "add-session": (f) => {
    const session = donorSession(f);
    return { edit: "add-session", session: { ...session, id: `n${f.serial}` } };
  },
  "change-session": (f) =>
    ofSession(f, (session) => {
      const donor = donorSession(f);
      const names = f.random.sample(["seats", "languages", "before", "halfDays", "communities", "priority"], 1);
      const set = Object.fromEntries(names.map((name) => [name, donor[name as keyof Session]]));
      if (f.random.chance(0.5)) {
        const kept = f.random.sample(session.slots, f.random.int(0, session.slots.length));
        const more = donor.slots.filter((slot) => !kept.some((one) => JSON.stringify(one) === JSON.stringify(slot)));
        set.slots = f.random.sample([...kept, ...more], 3);
      }
      return { edit: "change-session", session: session.id, set };
    }),
  "cancel-session": (f) => ofSession(f, ({ id }) => ({ edit: "cancel-session", session: id }), 2),
  "set-weight": ({ random }) => ({ edit: "set-weight", weight: random.pick(WEIGHTS), value: random.int(0, 99) }),
  "set-budget": ({ random, season }) => {
    if (season.programmes.length === 0) return null;
    const programme = random.pick(season.programmes).id;
    if (random.chance(0.5)) return { edit: "set-budget", programme, budget: random.int(0, 900) };
    return { edit: "set-budget", programme, factor: random.pick([0, 0.8, 0.95, 1.1]) };
  },
  pin: (f) =>
    ofSession(f, (session) => {
      if (f.random.chance(0.4)) return { edit: "pin", session: session.id };
      const slot = f.random.int(0, session.slots.length - 1);
      return { edit: "pin", session: session.id, slot, team: someTeam(f, session) };
    }),
  unpin: (f) => ofSession(f, ({ id }) => ({ edit: "unpin", session: id })),
  "fix-slot": (f) =>
    ofSession(f, ({ id, slots }) => ({ edit: "fix-slot", session: id, slot: f.random.int(0, slots.length - 1) })),
  exclude: (f) =>
    ofSession(f, ({ id }) => ({ edit: "exclude", session: id, trainer: f.random.pick(f.season.trainers).id })),
  waive: (f) =>
    ofSession(f, ({ id }) => {
      const trainer = f.random.pick(f.season.trainers).id;
      return { edit: "waive", session: id, trainer, rule: f.random.pick(["available", "travelKm"] as const) };
    }),
};

function ofTrainer({ random, season }: Frame, make: (trainer: Trainer) => Edit, least = 1): Edit | null {
  return season.trainers.length < least ? null : make(random.pick(season.trainers));
}

function ofSession({ random, season }: Frame, make: (session: Session) => Edit, least = 1): Edit | null {
  return season.sessions.length < least ? null : make(random.pick(season.sessions));
}

/** A session of another tiny season, without what it names there and not here. */
function donorSession({ random, serial }: Frame): Session {
  const session = random.pick(tinySeason(serial).sessions);
  return { ...session, programme: null, excludes: [], waivers: [], pinned: null };
}

function someTeam({ random, season }: Frame, session: Session): Member[] {
  const team: Member[] = [];
  for (const [seat, count] of Object.entries(session.seats) as [Member["seat"], number][]) {
    const free = season.trainers.filter(
      ({ id, roles }) => roles.includes(seat) && !team.some(({ trainer }) => trainer === id),
    );
    team.push(...random.sample(free, random.int(0, count)).map(({ id }) => ({ seat, trainer: id })));
  }
  return team;
}
