/**
 * Which number each group has, and on which days it should be: groups of one number go through one series, so the number is that of
 * the group before or after with which it can do so, and of those the one with which it shares most people.
 */
import { bestPairs, worthOf } from "../pairs.js";
import { commonOf, type Division, membersOf } from "./measure.js";
import { ANY_DAY, type Intake, isWithin, leftBy, type Participant, type Span } from "./participants.js";

export interface Numbers {
  /** the groups of the division that have anybody, in the order of their numbers */
  readonly order: readonly number[];
  /** by group of the division: the days that its series leaves */
  readonly wanted: readonly Span[];
}

export function numbersOf(intake: Intake, division: Division): Numbers {
  const members = membersOf(intake, division);
  const there = [...members.keys()].filter((g) => members[g]?.length !== 0);
  const { neighbours = [] } = intake;
  if (neighbours.length === 0) return { order: there, wanted: [] };
  const lanes = there.map((_, n) => {
    const own = neighbours.filter(({ number }) => number === n + 1);
    return { span: leftBy(own), codes: new Set(own.flatMap((one) => one.members)) };
  });
  const canBe = (list: readonly Participant[], span: Span): boolean =>
    commonOf(list, intake).settings.some(({ date }) => isWithin(span, date));
  const lanesOf = bestPairs(
    there.map((g, at) => {
      const list = members[g] ?? [];
      return lanes.map(({ span, codes }, n) => {
        const shared = list.filter(({ code }) => codes.has(code)).length;
        return worthOf(canBe(list, span), shared, at === n);
      });
    }),
  );
  const order = lanes.map((_, n) => there[lanesOf.indexOf(n)] ?? -1);
  const spanIn = new Map(there.map((g, at) => [g, lanes[lanesOf[at] ?? -1]?.span ?? ANY_DAY]));
  return { order, wanted: members.map((_, g) => spanIn.get(g) ?? ANY_DAY) };
}
