/** What varies from season to season: each parameter has a range that it may be set to and a draw for where it is not. */
import { Chance } from "./chance.js";

export interface Parameter {
  readonly about: string;
  readonly least: number;
  readonly most: number;
  readonly whole?: true;
  /** around what the public seasons have */
  readonly draw: (chance: Chance) => number;
}

/** A number of the range, or 0 in this share of the seasons. */
const mostly0 = (share: number, least: number, most: number) => (chance: Chance) =>
  chance.odds(share) ? 0 : chance.between(least, most);
const between = (least: number, most: number) => (chance: Chance) => chance.between(least, most);

export const PARAMETERS = {
  availability: {
    about: "days that a trainer can be booked, 1: as usual",
    least: 0.1,
    most: 1.2,
    draw: between(0.85, 1.15),
  },
  room: { about: "how far limits lie above the mean load, 1: as usual", least: 0.2, most: 5, draw: between(0.85, 1.2) },
  restDays: { about: "share of trainers who need days of rest", least: 0, most: 1, draw: between(0.1, 0.4) },
  exposure: { about: "share of lived-experience trainers with a cap", least: 0, most: 1, draw: between(0.1, 0.4) },
  avoidPlaces: { about: "share of trainers with places to avoid", least: 0, most: 1, draw: between(0.15, 0.4) },
  slots: { about: "mean number of slots a session, of 1 to 8", least: 1, most: 8, draw: between(2.2, 3.2) },
  series: { about: "share of sessions that are in a series", least: 0, most: 1, draw: between(0.25, 0.5) },
  conferences: { about: "share of sessions with four seats", least: 0, most: 1, draw: between(0.01, 0.08) },
  online: { about: "share of sessions online", least: 0, most: 1, draw: between(0.02, 0.1) },
  communities: { about: "share of sessions for more than one community", least: 0, most: 1, draw: between(0.25, 0.55) },
  required: { about: "share of communities that must be shared", least: 0, most: 1, draw: between(0, 0.06) },
  languages: {
    about: "share of sessions, for groups of a larger community, that need its language",
    least: 0,
    most: 1,
    draw: between(0.05, 0.2),
  },
  budget: { about: "budgets against the fees to be expected", least: 0, most: 10, draw: between(1, 1.25) },
  weights: { about: "how far weights stray from the usual", least: 0, most: 2, draw: mostly0(0.4, 0.3, 1) },
  fee: { about: "the weight of fees", least: 0, most: 100, whole: true, draw: (chance) => (chance.odds(0.7) ? 0 : 1) },
  published: { about: "share of staffable sessions that are published", least: 0, most: 1, draw: mostly0(0.5, 0.6, 1) },
  pins: { about: "share of staffable sessions that are pinned", least: 0, most: 1, draw: mostly0(0.5, 0.02, 0.12) },
} as const satisfies Readonly<Record<string, Parameter>>;

export type ParameterName = keyof typeof PARAMETERS;
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as readonly ParameterName[];
export type Parameters = Readonly<Record<ParameterName, number>>;

/**
 * The parameters of one season.
 * @param root what makes the season this one
 * @param fixed those that are not left to chance; the others are drawn as if none were fixed
 */
export function drawParameters(root: string, fixed: Partial<Parameters>): Parameters {
  const drawn = PARAMETER_NAMES.map((name) => [
    name,
    fixed[name] ?? PARAMETERS[name].draw(new Chance(root, `parameter ${name}`)),
  ]);
  return Object.fromEntries(drawn) as Parameters;
}
