/** The pool of trainers. */
import { type Interval, type Place, ROLES, type Role, type Season, type Trainer } from "../../src/model/index.js";
import { type CalendarDay, within } from "./calendar.js";
import type { Chance } from "./chance.js";
import type { Country } from "./country.js";
import type { Parameters } from "./parameters.js";
import { type Community, drawCommunity, ORGANISATIONS, THEMES } from "./tags.js";

/** What the work comes to for each trainer, if it were spread evenly. */
export interface MeanLoad {
  readonly sessions: number;
  readonly halfDays: number;
}

interface PoolFrame {
  readonly codes: readonly string[];
  readonly load: MeanLoad;
  readonly days: readonly CalendarDay[];
  readonly country: Country;
  readonly parameters: Parameters;
}

const ROLE_SETS: readonly (readonly [readonly Role[], number])[] = [
  [["professional"], 42],
  [["lived"], 42],
  [["professional", "lived"], 9],
  [["actor"], 7],
];
/** Euros an hour, by the first role that one holds. */
const RATES: Readonly<Record<Role, readonly [number, number]>> = {
  professional: [86, 120],
  lived: [60, 100],
  actor: [65, 95],
};

/** The mean of a role's rates, for budgets. */
export function meanRate(role: Role): number {
  const [least, most] = RATES[role];
  return (least + most) / 2;
}

/**
 * Draws the pool. A pool of six or more has two of each role at least, so that no seat is out of reach for want of any.
 */
export function drawPool(chance: Chance, frame: PoolFrame): Trainer[] {
  return frame.codes.map((_, index) => {
    const roles = index < 2 * ROLES.length ? [ROLES[index % ROLES.length]] : chance.weighted(ROLE_SETS);
    return drawTrainer(chance, frame, index, roles);
  });
}

function drawTrainer(
  chance: Chance,
  { codes, load, days, country, parameters }: PoolFrame,
  index: number,
  roles: readonly Role[],
): Trainer {
  const hasLived = roles.includes("lived");
  const community = hasLived || chance.odds(0.4) ? drawCommunity(chance) : null;
  const sessions = load.sessions * chance.between(1.2, 2.6) * parameters.room;
  const home = country.home(chance);
  const available = drawAvailable(chance, days, parameters.availability);
  const share = load.halfDays * chance.between(0.7, 1.15) * parameters.room;
  const restDays = chance.weighted([[1, 4] as const, [2, 1] as const]);
  return {
    id: codes[index],
    roles,
    backgrounds: community === null ? [] : [community.tag, ...drawReligion(chance, community)],
    languages: drawLanguages(chance, community),
    traits: [
      chance.odds(0.6) ? "woman" : "man",
      `org:${chance.pick(ORGANISATIONS)}`,
      ...(chance.odds(0.66) ? ["experienced"] : []),
    ],
    expertise: drawExpertise(chance, roles),
    home: home.id,
    available,
    discouraged: drawDiscouraged(chance, available),
    limits: {
      perDay: chance.odds(0.3) ? 2 : 1,
      perWeek: chance.int(1, 4),
      perSeason: Math.max(1, Math.round(sessions)),
      restDays: chance.odds(parameters.restDays) ? restDays : 0,
      travelKm: chance.weighted([[70, 16] as const, [120, 36] as const, [200, 34] as const, [400, 14] as const]),
      ownCommunityKm: chance.odds(0.09) ? chance.pick([10, 15, 25]) : 0,
      exposure: hasLived && chance.odds(parameters.exposure) ? { [chance.pick(THEMES)]: chance.int(0, 4) } : {},
    },
    share: { min: chance.int(0, Math.floor(share * 0.2)), max: Math.max(1, Math.round(share)) },
    avoidPlaces: chance.odds(parameters.avoidPlaces) ? drawAvoided(chance, country, home) : [],
    avoidTrainers: chance.odds(0.06) ? chance.sample(without(codes, index), 1) : [],
    ratePerHour: chance.int(...RATES[roles[0]]),
  };
}

function without(codes: readonly string[], index: number): readonly string[] {
  return codes.filter((_, other) => other !== index);
}

function drawReligion(chance: Chance, { religions }: Community): readonly string[] {
  return [chance.pick(religions)];
}

function drawLanguages(chance: Chance, community: Community | null): readonly string[] {
  const own = (community?.languages ?? []).filter((_, index) => chance.odds(index === 0 ? 0.9 : 0.7));
  return ["nl", ...own, ...(chance.odds(0.62) ? ["en"] : [])];
}

/** Professionals know more themes, and most of them well. */
function drawExpertise(chance: Chance, roles: readonly Role[]): Readonly<Record<string, number>> {
  const isProfessional = roles.includes("professional");
  const themes = chance.sample(THEMES, isProfessional ? chance.int(5, 9) : chance.int(2, 6));
  const levels = isProfessional
    ? ([
        [1, 18],
        [2, 42],
        [3, 40],
      ] as const)
    : ([
        [1, 30],
        [2, 40],
        [3, 30],
      ] as const);
  return Object.fromEntries(themes.map((theme) => [theme, chance.weighted<number>(levels)]));
}

/** Two to five days of the week, now and then a Saturday; fewer hours on some days; whole weeks away. */
function drawAvailable(chance: Chance, days: readonly CalendarDay[], density: number): readonly Interval[] {
  const weekdays = chance.sample(chance.odds(0.15) ? [0, 1, 2, 3, 4, 5] : [0, 1, 2, 3, 4], chance.int(2, 5));
  const end = chance.odds(0.5) ? "22:00" : "17:30";
  const away = chance.sample([...new Set(days.map(({ week }) => week))], chance.int(0, 2));
  return days.flatMap((day) => {
    const shown = chance.odds(Math.min(1, 0.88 * density));
    const kind = chance.real();
    if (!shown || !weekdays.includes(day.weekday) || away.includes(day.week)) return [];
    if (kind < 0.12) return [within(day, ["08:30", "13:30"])];
    return [within(day, [kind < 0.24 ? "12:30" : "08:30", end])];
  });
}

function drawDiscouraged(chance: Chance, available: readonly Interval[]): readonly Interval[] {
  return available
    .filter(() => chance.odds(0.1))
    .map(([from]) => [`${from.slice(0, 10)}T08:30`, `${from.slice(0, 10)}T17:30`]);
}

/** Near home or where clients are: a place that nobody goes to would keep her from nothing. */
function drawAvoided(chance: Chance, country: Country, home: Place): readonly string[] {
  const near = country.around(home);
  const places = Array.from({ length: chance.int(1, 3) }, () =>
    chance.odds(0.5) && near.length > 0 ? chance.pick(near) : country.client(chance),
  );
  return [...new Set(places.map(({ id }) => id))];
}

/** Familiar duos, mostly of a professional and a lived-experience trainer; now and then two who do not get on. */
export function drawPairs(chance: Chance, pool: readonly Trainer[], cost: number): Season["pairs"] {
  const lived = pool.filter(({ roles }) => roles.includes("lived"));
  const found = new Map<string, Season["pairs"][number]>();
  for (let tries = lived.length === 0 ? 0 : Math.round(pool.length * 1.6); tries > 0; tries--) {
    const [a, b] = [chance.pick(pool).id, chance.pick(lived).id].sort();
    if (a !== b) found.set(`${a} ${b}`, { a, b, cost: chance.odds(0.8) ? 0 : cost });
  }
  return [...found.values()];
}
