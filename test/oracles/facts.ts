/** What speaks against a team of a session in a plan, fact by fact, told by the check and the season's own words alone. */
import { check } from "../../src/check/check.js";
import {
  type Assignment,
  type Member,
  ROLES,
  type Role,
  type Season,
  type Session,
  type Trainer,
  type Who,
} from "../../src/model/types.js";
import { must } from "./arithmetic.js";

const PERSONAL = new Set([
  "available",
  "travelKm",
  "avoidPlaces",
  "ownCommunity",
  "excludes",
  "overlap",
  "travelTime",
  "restDays",
  "perDay",
  "perWeek",
  "perSeason",
  "exposure",
]);

/** A date and people who hold the roles of all seats, whatever else. */
export interface AnyTeam {
  readonly slot: number;
  readonly team: readonly Member[];
}

/** Every way to fill the seats with people who hold the roles. */
export function anyTeams(season: Season, session: Session): AnyTeam[] {
  const seats = ROLES.flatMap((role) => Array<Role>(session.seats[role] ?? 0).fill(role));
  const teams: Member[][] = [];
  const fill = (team: readonly Member[]): void => {
    const seat = seats[team.length];
    if (seat === undefined) {
      teams.push([...team]);
      return;
    }
    season.trainers.forEach(({ id, roles }, i) => {
      const last = team.at(-1);
      const from = last?.seat === seat ? season.trainers.findIndex((one) => one.id === last.trainer) : -1;
      if (i > from && roles.includes(seat) && !team.some(({ trainer }) => trainer === id))
        fill([...team, { seat, trainer: id }]);
    });
  };
  fill([]);
  return session.slots.flatMap((_, slot) => teams.map((team) => ({ slot, team })));
}

export class FactOracle {
  /** the season without needs, pins and money: what is left binds one trainer, or the series */
  readonly #bare: Season;
  readonly #known = new Map<string, readonly string[]>();

  /** @param others the plan without the session */
  constructor(
    readonly season: Season,
    readonly session: Session,
    readonly others: readonly Assignment[],
  ) {
    const strip = (one: Session): Session => ({
      ...one,
      themes: one.themes,
      communities: one.communities.map((c) => ({ ...c, required: null })),
      languages: [],
      traits: [],
      pinned: null,
    });
    this.#bare = {
      ...season,
      sessions: season.sessions.map(strip),
      programmes: season.programmes.map((p) => ({ ...p, budget: 1e9 })),
    };
  }

  /** The rules that bind her alone in a seat on a date. */
  personal(slot: number, { seat, trainer }: Member): readonly string[] {
    const key = `${slot} ${seat} ${trainer}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const alone = { session: this.session.id, slot, team: [{ seat, trainer }] };
    const plan = { format: "koppel-plan/1", season: this.season.id, assignments: [...this.others, alone] } as const;
    const rules = check(this.#bare, plan)
      .violations.filter(({ rule }) => PERSONAL.has(rule))
      .map(({ rule }) => rule);
    const found = [...new Set(rules)];
    this.#known.set(key, found);
    return found;
  }

  /** What all must have and she lacks. */
  lacks(trainer: string): string[] {
    const her = this.trainer(trainer);
    return this.needs()
      .filter(({ who, has }) => who === "all" && !has(her))
      .map(({ rule }) => rule);
  }

  /** The series' neighbours that do not allow the date. */
  order(slot: number): string[] {
    const alone = { session: this.session.id, slot, team: [] };
    const assignments = [...this.others, alone];
    const plan = { format: "koppel-plan/1", season: this.season.id, assignments } as const;
    const series = this.season.series.find(({ sessions }) => sessions.includes(this.session.id));
    const at = series?.sessions.indexOf(this.session.id) ?? -1;
    return check(this.#bare, plan)
      .violations.filter(({ rule, text }) => rule === "order" && text.includes(this.session.id))
      .map(({ text }) => {
        const isSelf = text.startsWith(`${this.session.id} `);
        return `order ${series?.sessions[isSelf ? at - 1 : at + 1]}`;
      });
  }

  /** Every fact that speaks against a team. */
  against({ slot, team }: AnyTeam): Set<string> {
    const found = new Set(this.order(slot));
    const { pinned } = this.session;
    if (pinned !== null) {
      const sits = (pin: Member) => team.some(({ seat, trainer }) => seat === pin.seat && trainer === pin.trainer);
      if (pinned.slot !== slot || !pinned.team.every(sits)) found.add("pinned");
    }
    for (const member of team) {
      for (const rule of this.personal(slot, member)) found.add(`${rule} ${member.trainer}`);
      for (const rule of this.lacks(member.trainer)) found.add(`${rule} all`);
      for (const other of team)
        if (this.trainer(member.trainer).avoidTrainers.includes(other.trainer))
          found.add(`avoidTrainers ${[member.trainer, other.trainer].sort().join("+")}`);
    }
    for (const { rule, position, who, has } of this.needs()) {
      if (who === "all") continue;
      const looked = team.filter(({ seat }) => (who === "any" ? seat !== "actor" : seat === who));
      if (!looked.some(({ trainer }) => has(this.trainer(trainer)))) found.add(`${rule} ${position}`);
    }
    const plan = {
      format: "koppel-plan/1",
      season: this.season.id,
      assignments: [...this.others, { session: this.session.id, slot, team }],
    } as const;
    const { violations } = check(this.season, plan);
    if (violations.some(({ rule }) => rule === "budget")) found.add("budget");
    return found;
  }

  private trainer(id: string): Trainer {
    return must(
      this.season.trainers.find((one) => one.id === id),
      "such trainer",
    );
  }

  private needs(): { rule: string; position: number; who: Who; has: (trainer: Trainer) => boolean }[] {
    const { themes, languages, communities, traits } = this.session;
    return [
      ...themes.map(({ id, level, who }, position) => ({
        rule: "theme",
        position,
        who,
        has: (t: Trainer) => (t.expertise[id] ?? 0) >= level,
      })),
      ...languages.map(({ id, who }, position) => ({
        rule: "language",
        position,
        who,
        has: (t: Trainer) => t.languages.includes(id),
      })),
      ...communities.flatMap(({ backgrounds, required: who }, position) =>
        who === null
          ? []
          : [
              {
                rule: "community",
                position,
                who,
                has: (t: Trainer) => backgrounds.every((b) => t.backgrounds.includes(b)),
              },
            ],
      ),
      ...traits.map(({ id, who }, position) => ({
        rule: "trait",
        position,
        who,
        has: (t: Trainer) => t.traits.includes(id),
      })),
    ];
  }
}
