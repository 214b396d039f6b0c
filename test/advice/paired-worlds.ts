/** Two seasons alike but for the rule that keeps somebody from coming: by what is hers to keep, or by her availability. */
import { Advisor } from "../../src/advice/index.js";
import { check } from "../../src/check/check.js";
import type { Interval, Plan, Season, Session, Trainer } from "../../src/model/types.js";
import { minute } from "../oracles/arithmetic.js";
import { teamsOf } from "../oracles/teams.js";
import type { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";
import { soundPlan } from "./support.js";

export const SECRETS = ["avoidPlaces", "avoidTrainers", "ownCommunity", "exposure", "excludes"] as const;
export type Secret = (typeof SECRETS)[number];

export interface Worlds {
  /** kept away by the secret */
  readonly secret: Season;
  /** kept away by her availability */
  readonly plain: Season;
  readonly plan: Plan;
  readonly trainer: string;
  /** the session about which both must say the same; with exposure, which hangs on the plan, no other */
  readonly session: string;
}

/** Whether what is hers to keep leaves every session of the two the same teams. */
export function haveTeamsAlike(one: Season, other: Season): boolean {
  return one.sessions.every((session, i) => {
    const twin = other.sessions[i];
    return twin !== undefined && teams(one, session) === teams(other, twin);
  });
}

/** Whether the two keep the same people from the same seats by themselves, on every date of every session. */
export function banTheSame({ secret, plain, plan }: Worlds): boolean {
  return seatsOf(secret, plan) === seatsOf(plain, plan);
}

/** Who could sit where by herself: slot, role and trainer. */
function seatsOf(season: Season, plan: Worlds["plan"]): string {
  const { data } = new Advisor(season, plan).standing.problem;
  const found: string[] = [];
  for (let g = 0; g < data.shape.sessionOf.length; g++) {
    const s = data.shape.sessionOf[g] ?? 0;
    const first = data.groupStart[s] ?? 0;
    for (let q = first; q < (data.groupStart[s + 1] ?? 0); q++) {
      const list = (data.entryList[g] ?? 0) + q - first;
      for (let e = data.entryStart[list] ?? 0; e < (data.entryStart[list + 1] ?? 0); e++)
        found.push(`${g}:${data.groupRole[q]}:${data.candidateTrainer[data.entryCandidate[e] ?? 0]}`);
    }
  }
  return found.join(" ");
}

/** A pair, or null where this seed makes none: the rule keeps nobody away, or not from the same. */
export function pairOfWorlds(seed: number, secret: Secret, random: Random): Worlds | null {
  const made = tinySeason(seed);
  const session = random.pick(made.sessions);
  const trainer = random.pick(made.trainers);
  const base = changedTrainer(made, trainer.id, {
    limits: { ...trainer.limits, exposure: {}, ownCommunityKm: 0 },
    avoidPlaces: [],
  });
  const plan = soundPlan(base, seed);
  const kept = keptAway(base, plan, secret, session, trainer.id, random);
  if (kept === null || !check(kept, plan).feasible) return null;
  const banned = secret === "exposure" ? [session] : base.sessions;
  const gone = banned.flatMap((one) => lostDates(base, kept, one, trainer.id, secret));
  if (gone.length === 0) return null;
  const plain = changedTrainer(base, trainer.id, { available: lessThan(base, trainer.id, gone) });
  if (!check(plain, plan).feasible) return null;
  const isSame =
    secret === "exposure"
      ? base.sessions.every((one) => one.id === session.id || teams(base, one) === teams(plain, one)) &&
        !teams(plain, session).includes(`"${trainer.id}"`)
      : haveTeamsAlike(kept, plain);
  return isSame ? { secret: kept, plain, plan, trainer: trainer.id, session: session.id } : null;
}

function changedTrainer(season: Season, id: string, set: Partial<Trainer>): Season {
  return { ...season, trainers: season.trainers.map((one) => (one.id === id ? { ...one, ...set } : one)) };
}

/** The season in which the secret keeps her from a session, or null where it cannot. */
function keptAway(
  base: Season,
  plan: Plan,
  secret: Secret,
  session: Session,
  id: string,
  random: Random,
): Season | null {
  const her = base.trainers.find((one) => one.id === id);
  if (her === undefined) return null;
  const places = session.place === null ? session.audience : [session.place, ...session.audience];
  if (secret === "avoidPlaces") {
    return places.length === 0 ? null : changedTrainer(base, id, { avoidPlaces: [random.pick(places)] });
  }
  if (secret === "excludes") {
    const sessions = base.sessions.map((one) =>
      one.id === session.id ? { ...one, excludes: [...new Set([...one.excludes, id])] } : one,
    );
    return { ...base, sessions };
  }
  if (secret === "ownCommunity") return changedTrainer(base, id, { limits: { ...her.limits, ownCommunityKm: 9999 } });
  if (secret === "avoidTrainers") {
    const partners = new Set(
      teamsOf(bare(base), session)
        .filter(({ team }) => team.some(({ trainer }) => trainer === id))
        .flatMap(({ team }) => team.map(({ trainer }) => trainer)),
    );
    partners.delete(id);
    if (partners.size === 0) return null;
    const partner = random.pick([...partners]);
    return random.chance(0.5)
      ? changedTrainer(base, id, { avoidTrainers: [...new Set([...her.avoidTrainers, partner])] })
      : changedTrainer(base, partner, {
          avoidTrainers: [...new Set([...(base.trainers.find((one) => one.id === partner)?.avoidTrainers ?? []), id])],
        });
  }
  const theme = session.themes[0]?.id;
  const seats = Object.keys(session.seats);
  if (theme === undefined || her.roles.some((role) => role !== "lived" && seats.includes(role))) return null;
  const held = plan.assignments.filter(({ session: other, team }) => {
    const themes = base.sessions.find((one) => one.id === other)?.themes ?? [];
    const sits = team.some(({ seat, trainer }) => seat === "lived" && trainer === id);
    return other !== session.id && sits && themes.some((one) => one.id === theme);
  });
  return changedTrainer(base, id, { limits: { ...her.limits, exposure: { [theme]: held.length } } });
}

/** The season with nothing but what is hers to keep, and pins. */
function bare(season: Season): Season {
  return {
    ...season,
    trainers: season.trainers.map((one) => ({ ...one, limits: { ...one.limits, travelKm: 100_000 } })),
    sessions: season.sessions.map((one) => ({
      ...one,
      themes: [],
      languages: [],
      traits: [],
      communities: one.communities.map((community) => ({ ...community, required: null })),
    })),
  };
}

/** Every team of a session that what is hers to keep leaves. The pin's date is public: teams are compared on every date. */
function teams(season: Season, session: Session): string {
  const stripped = bare(season);
  const one = stripped.sessions.find(({ id }) => id === session.id);
  if (one === undefined) return "";
  const { pinned } = one;
  const dates = one.slots.flatMap((_, slot) =>
    teamsOf(stripped, { ...one, pinned: pinned === null ? null : { ...pinned, slot } }).filter(
      (team) => team.slot === slot,
    ),
  );
  return JSON.stringify(dates.map(({ slot, team }) => [slot, team]));
}

/** The dates of a session on which she could be in a team, and no more. */
function lostDates(base: Season, kept: Season, session: Session, id: string, secret: Secret): Interval[] {
  if (secret === "exposure") return busy(session, session.slots.keys());
  const on = (season: Season) => {
    const found = JSON.parse(teams(season, session)) as [number, { trainer: string }[]][];
    return new Set(found.filter(([, team]) => team.some(({ trainer }) => trainer === id)).map(([slot]) => slot));
  };
  const [before, after] = [on(base), on(kept)];
  return busy(
    session,
    [...before].filter((slot) => !after.has(slot)),
  );
}

function busy({ slots, before, after }: Session, which: Iterable<number>): Interval[] {
  return [...which].flatMap((slot) =>
    (slots[slot] ?? [])
      .slice(0, 1)
      .map(([start, end]): Interval => [wall(minute(start) - before), wall(minute(end) + after)]),
  );
}

/** Her availability, less some stretches of time. */
function lessThan(season: Season, id: string, gone: readonly Interval[]): Interval[] {
  const available = season.trainers.find((one) => one.id === id)?.available ?? [];
  return available.filter(
    ([from, to]) => !gone.some(([start, end]) => minute(start) < minute(to) && minute(from) < minute(end)),
  );
}

function wall(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 16);
}
