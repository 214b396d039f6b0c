/** People who take part, drawn from a seed: in how many groups, of how many organisations, and how many can share little with others. */

import type { Intake } from "../../src/programme/index.js";
import { Random } from "../../src/search/random.js";

export interface Case {
  readonly people: number;
  readonly groups: number;
  readonly organisations: number;
  /** of a hundred people, how many can share little with others: few days, or one language that few speak */
  readonly tight: number;
}

const DATES = ["2027-06-03", "2027-06-08", "2027-06-10", "2027-06-15"];
const LANGUAGES = ["nl", "ar", "tr"];
const MOST = 16;

/** The cases that occur: 20 to 60 people into as many groups as they fill, or one more. */
export const USUAL: readonly Case[] = [20, 30, 40, 50, 60].flatMap((people) => {
  const fewest = Math.ceil((people * 1.05) / MOST);
  return [fewest, fewest + 1]
    .filter((groups) => groups <= 5)
    .flatMap((groups) =>
      [3, 6, 12].flatMap((organisations) => [0, 15, 30].map((tight) => ({ people, groups, organisations, tight }))),
    );
});

export function drawIntake({ people, groups, organisations, tight }: Case, seed: number): Intake {
  const random = new Random(seed * 7919 + people * 97 + groups * 31 + organisations * 7 + tight);
  const odds = (percent: number) => random.below(100) < percent;
  const pick = <T>(list: readonly T[]) => list[random.below(list.length)] as T;
  return {
    format: "koppel-participants/1",
    dates: DATES,
    groups,
    most: MOST,
    colleagues: "together",
    participants: Array.from({ length: people }, (_, i) => {
      // Most organisations send workers of one kind.
      const organisation = random.below(organisations);
      const formal = odds(80) === organisation % 5 < 3;
      const woman = odds(65);
      const shy = odds(tight);
      const dates = DATES.filter(() => odds(shy ? 40 : 80));
      return {
        code: `p${i}`,
        kind: formal ? ("formal" as const) : ("informal" as const),
        organisation: `o${organisation}`,
        languages: odds(tight / 3) ? [pick(LANGUAGES.slice(1))] : ["nl", ...LANGUAGES.slice(1).filter(() => odds(20))],
        woman,
        womenOnly: woman && odds(tight / 3),
        dates: dates.length > 0 ? dates : [pick(DATES)],
      };
    }),
  };
}
