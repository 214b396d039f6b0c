/** Three programmes that differ in kind, each with what it leaves unmet and why: `koppel-choice/1`. */
import * as z from "zod";
import { InputError, type InputIssue } from "../../model/errors.js";
import { listOf, oneOf, record, text, whole } from "../../model/leaves.js";
import type { Item, Menu } from "../menu.js";
import { type Order, participantsOf } from "../order.js";
import { type FileKind, readFile } from "../read.js";
import { type Demand, LEVELS } from "../scan/needs.js";
import { LEAST_TOLD, told } from "../suppress.js";
import { conflictOf, type Wish } from "./conflict.js";
import { improved } from "./improve.js";
import type { AlternativeKind } from "./kinds.js";
import { type Choice, type ChoiceProblem, choiceProblem, metOf, totalFee, worthOf } from "./problem.js";
import { proposal } from "./program.js";
import { type Searched, searchChoices } from "./search.js";

/** Why a wish is not met: no item serves it; those that do are kept out; the money, the period or the people are too few; others came first. */
export const WHY_UNMET = ["no-item", "kept-out", "budget", "period", "participants", "others-first"] as const;
type WhyUnmet = (typeof WHY_UNMET)[number];

const chosen = record({
  item: text,
  times: whole(1, 10_000),
  fee: whole(0, 1_000_000_000),
  themes: listOf(record({ id: text, times: whole(1, 10_000), level: whole(1, 3) }), "themes"),
});
const unmet = record({
  theme: text,
  level: oneOf(LEVELS),
  people: z.union([z.null(), whole(LEAST_TOLD, 1_000_000)], { error: "a count, or null" }),
  why: oneOf(WHY_UNMET),
});
const alternative = record({
  kind: text,
  items: listOf(chosen, "items"),
  fee: whole(0, 1_000_000_000),
  /** hundredths that are met, of those wishes of which may be told how many there are */
  metPercent: whole(0, 100),
  /** hundredths of them; no programme of this kind meets more. Choices kept before it was told say nothing. */
  boundPercent: whole(0, 100).default(100),
  /** whether no programme of this kind meets more, or as much for less */
  proven: z.boolean({ error: "true or false" }),
  unmet: listOf(unmet, "unmet needs"),
});
export const choiceSchema = record({
  format: z.literal("koppel-choice/1", { error: '"koppel-choice/1"' }),
  order: text,
  alternatives: listOf(alternative, "alternatives"),
});
export type ChoiceFile = Readonly<z.infer<typeof choiceSchema>>;
export type Alternative = ChoiceFile["alternatives"][number];

const KIND: FileKind<typeof choiceSchema> = { schema: choiceSchema };
/** @throws InputError with every wrong field */
export const readChoice = (bytes: Uint8Array, what = "the choice"): ChoiceFile => readFile(bytes, KIND, what);

/** Steps of arithmetic for each kind: some seconds, where that many are needed. */
const MOST_WORK = 1_500_000_000;

/**
 * What javascript-lp-solver proposes, made better by small steps, then proven or bettered by the search. All of it is bounded by steps
 * that are counted and none by a clock: the same order has the same programme on any machine, cut short or not.
 * @returns the best programme found; null where none is sound
 */
export function bestChoice(
  problem: ChoiceProblem,
  mostWork = MOST_WORK,
): (Omit<Searched, "choice"> & { readonly choice: Choice }) | null {
  const { choice, ...proof } = searchChoices(problem, improved(problem, proposal(problem)), mostWork);
  return choice === null ? null : { choice, ...proof };
}

export interface Asked {
  readonly choices: ChoiceFile;
  /** whether there is a wish of which may be told how many have it; else `metPercent` and `boundPercent` are of nothing */
  readonly isTold: boolean;
  /** kinds that cannot be had, each with wishes that cannot go together */
  readonly impossible: readonly { readonly kind: string; readonly conflict: readonly Wish[] }[];
}

/**
 * The best programme of each kind.
 * @throws InputError where the order names an item, a kind of item or a theme that the menu does not have
 */
export function alternativesOf(
  menu: Menu,
  order: Order,
  demand: readonly Demand[],
  kinds: readonly AlternativeKind[],
): Asked {
  assertKnown(menu, order);
  const impossible: { kind: string; conflict: readonly Wish[] }[] = [];
  const alternatives: Alternative[] = [];
  for (const kind of kinds) {
    const conflict = conflictOf(menu, order, kind.oneOf);
    if (conflict !== null) impossible.push({ kind: kind.id, conflict });
    else alternatives.push(bestOfKind(menu, order, demand, kind));
  }
  const isTold = demand.some((one) => one.isTold);
  return { choices: { format: "koppel-choice/1", order: order.id, alternatives }, isTold, impossible };
}

function bestOfKind(menu: Menu, order: Order, demand: readonly Demand[], kind: AlternativeKind): Alternative {
  const has = (item: string) => order.must.some((must) => must.item === item);
  const open = kind.oneOf.length === 0 || kind.oneOf.some(has);
  const orders = open
    ? [order]
    : kind.oneOf
        .map((item): Order => ({ ...order, must: [...order.must, { item, times: 1, theme: null }] }))
        .filter((one) => conflictOf(menu, one) === null);
  const found = orders.flatMap((one) => {
    const problem = choiceProblem(menu, one, demand, kind.mustNot);
    const best = bestChoice(problem);
    return best === null ? [] : [{ problem, ...best, worth: worthOf(problem, best.choice) }];
  });
  const [first, ...others] = found;
  if (first === undefined) throw new Error(`${kind.id}: wishes that go together left no programme`);
  const best = others.reduce((a, b) => (b.worth > a.worth ? b : a), first);
  // Of what may be told alone: a share of all would tell, beside the rest, how many a hidden count hides.
  const wanted = demand.reduce((sum, { people, isTold }) => sum + (isTold ? people : 0), 0);
  const percent = (people: number) => (wanted === 0 ? 100 : Math.floor((100 * Math.min(people, wanted)) / wanted));
  const metPercent = percent(toldMet(demand, best.problem, best.choice));
  const proven = found.every(({ isExhausted }) => isExhausted);
  // More of what is told cannot be met than of all.
  const atMost = percent(Math.max(...found.map((one) => one.atMost)));
  return {
    kind: kind.id,
    items: itemsOf(best.problem, best.choice),
    fee: totalFee(best.problem, best.choice.times),
    metPercent,
    boundPercent: proven ? metPercent : Math.max(metPercent, atMost),
    proven,
    unmet: unmetOf(menu, order, demand, best.problem, best.choice),
  };
}

/** How many of the wishes that may be told are met. */
function toldMet(demand: readonly Demand[], problem: ChoiceProblem, { themed }: Choice): number {
  return demand.reduce((sum, { theme, level, isTold }) => {
    const t = problem.themes.indexOf(theme);
    if (!isTold || t < 0) return sum;
    return (
      sum +
      metOf(
        problem,
        t,
        themed.map((row) => row[t] ?? 0),
      )[level]
    );
  }, 0);
}

function itemsOf(problem: ChoiceProblem, { times, themed }: Choice): Alternative["items"] {
  const wanted = problem.demand.map(({ beginner, advanced }) => beginner + advanced);
  return problem.items
    .map(({ item, fee, themeLeast }, i) => {
      const held = times[i] ?? 0;
      const row = problem.themes.map((id, t) => ({ id, times: themed[i]?.[t] ?? 0, t })).filter((one) => one.times > 0);
      // A session that must be there though nobody's open wish needs it treats what is wanted most.
      const rest = held - row.reduce((sum, one) => sum + one.times, 0);
      const most = problem.themes.map((id, t) => ({ id, times: held, t })).filter(({ t }) => themeLeast[t] !== -1);
      const extra = most.sort((a, b) => (wanted[b.t] ?? 0) - (wanted[a.t] ?? 0)).slice(0, 1);
      const themes = (rest > 0 && row.length === 0 ? extra : row).map((one) => ({
        id: one.id,
        times: one.times,
        level: levelOf(item),
      }));
      return { item, chosen: { item: item.id, times: held, fee: fee * held, themes } };
    })
    .filter(({ chosen: { times: held } }) => held > 0)
    .sort((a, b) => a.item.stage - b.item.stage)
    .map((one) => one.chosen);
}

/** The level that trainers need for a session of an item: to teach beginners is to know it, to teach the advanced to be experienced. */
const levelOf = (item: Item) => (item.levels.includes("advanced") ? 2 : 1);

function unmetOf(
  menu: Menu,
  order: Order,
  demand: readonly Demand[],
  problem: ChoiceProblem,
  choice: Choice,
): Alternative["unmet"] {
  return problem.themes.flatMap((theme, t) => {
    const met = metOf(
      problem,
      t,
      choice.themed.map((row) => row[t] ?? 0),
    );
    return LEVELS.flatMap((level) => {
      const people = (problem.demand[t]?.[level] ?? 0) - met[level];
      if (people <= 0) return [];
      const isTold = demand.some((one) => one.theme === theme && one.level === level && one.isTold);
      return [
        {
          theme,
          level,
          people: isTold ? told(people) : null,
          why: whyUnmet(menu, order, problem, choice, theme, level),
        },
      ];
    });
  });
}

function whyUnmet(
  menu: Menu,
  order: Order,
  problem: ChoiceProblem,
  { times }: Choice,
  theme: string,
  level: (typeof LEVELS)[number],
): WhyUnmet {
  const serves = (item: Item) => item.themes.includes(theme) && item.levels.includes(level);
  if (!menu.items.some(serves)) return "no-item";
  const able = problem.items.filter(({ item, least, most }) => serves(item) && most > least);
  if (able.length === 0) return "kept-out";
  const left = order.budget - totalFee(problem, times);
  if (able.every(({ fee }) => fee > left)) return "budget";
  const room = problem.items.reduce((sum, { takesRoom }, i) => sum + (takesRoom ? (times[i] ?? 0) : 0), 0);
  if (able.every(({ takesRoom }) => takesRoom) && room >= problem.room) return "period";
  const held = (item: Item) => times[problem.items.findIndex((one) => one.item === item)] ?? 0;
  if (able.every(({ item }) => (held(item) + 1) * item.group.min > participantsOf(order))) return "participants";
  return "others-first";
}

function assertKnown(menu: Menu, { must, mustNot }: Order): void {
  const ids = menu.items.map(({ id }) => id);
  const kinds = [...new Set(menu.items.map(({ kind }) => kind))];
  const themes = new Set(menu.items.flatMap((item) => item.themes));
  const issues: InputIssue[] = [];
  for (const [i, { item, theme }] of must.entries()) {
    if (!ids.includes(item))
      issues.push({ path: `must[${i}].item`, expected: `one of ${ids.join(", ")}`, value: JSON.stringify(item) });
    if (theme !== null && !themes.has(theme))
      issues.push({
        path: `must[${i}].theme`,
        expected: `one of ${[...themes].join(", ")}`,
        value: JSON.stringify(theme),
      });
  }
  for (const [i, what] of mustNot.entries())
    if (![...ids, ...kinds].includes(what))
      issues.push({
        path: `mustNot[${i}]`,
        expected: `one of ${[...ids, ...kinds].join(", ")}`,
        value: JSON.stringify(what),
      });
  if (issues.length > 0) throw new InputError("the order", issues);
}
