/** A quote, `koppel-quote/1`: what the hours of trainers and facilitators cost. Amounts are whole cents. */
import * as z from "zod";
import { dayPlus } from "../../dates/days.js";
import { feeOf } from "../../model/fee.js";
import { day, listOf, oneOf, record, text, whole } from "../../model/leaves.js";
import { minuteOf } from "../../model/time.js";
import { ROLES, type Role, type Session, type Slot } from "../../model/types.js";
import type { Alternative } from "../choose/alternatives.js";
import type { Item, Menu } from "../menu.js";
import { type FileKind, parseFile, readFile } from "../read.js";
import { shareOut } from "./share-out.js";

/** What the client gets without charge, and what the client arranges; said in every quote. */
export const FREE = ["conversation", "quick-scan", "outcome", "contacts"] as const;
export const CLIENTS_PART = ["location", "catering", "publicity", "recruitment"] as const;

const cents = whole(0, 100_000_000_000);
const vat = z.discriminatedUnion(
  "kind",
  [
    record({ kind: z.literal("rate"), percent: whole(1, 100) }),
    record({ kind: z.literal("exempt"), nl: text, en: text }),
  ],
  { error: 'a kind that is "rate" or "exempt"' },
);
const party = record({ name: text, lines: listOf(text, "lines of an address") });
const term = { number: text, date: day, validDays: whole(1, 365), from: party, to: party, vat };
export const termsSchema = record({
  format: z.literal("koppel-terms/1", { error: '"koppel-terms/1"' }),
  ...term,
  /** cents an hour, by seat */
  rates: record({ professional: cents, lived: cents, actor: cents }),
  /** organisations that send trainers, with the weight of each; a plan gives them better */
  shares: listOf(record({ organisation: text, weight: whole(0, 1_000_000) }), "shares", 1),
});
export type Terms = Readonly<z.infer<typeof termsSchema>>;

const seat = record({ role: oneOf(ROLES), number: whole(1, 12), rate: cents, amount: cents });
const line = record({
  session: text,
  activity: text,
  /** the item of the menu that it is, and the stage of that, where the menu tells */
  item: text.optional(),
  stage: whole(1, 9).optional(),
  themes: listOf(text, "themes"),
  /** null: online */
  place: z.union([text, z.null()], { error: "a place, or null" }),
  /** the building there, where the order names one */
  venue: text.optional(),
  /** of its parts; none as long as it has no date */
  days: listOf(day, "days"),
  minutes: whole(1, 100_000),
  preparationMinutes: whole(0, 100_000),
  seats: listOf(seat, "seats", 1),
  amount: cents,
});
export const quoteSchema = record({
  format: z.literal("koppel-quote/1", { error: '"koppel-quote/1"' }),
  ...term,
  /** the alternative of the choice that it is of; quotes kept before it was told say nothing */
  kind: text.optional(),
  validUntil: day,
  lines: listOf(line, "lines"),
  free: listOf(oneOf(FREE), "what is free"),
  /** existing online modules of others that are in the programme: no sessions, no fees */
  modules: listOf(text, "items").optional(),
  clientsPart: listOf(oneOf(CLIENTS_PART), "what the client arranges"),
  net: cents,
  tax: cents,
  total: cents,
  split: listOf(record({ organisation: text, net: cents, tax: cents, total: cents }), "organisations"),
});
export type Quote = Readonly<z.infer<typeof quoteSchema>>;
export type QuoteLine = Quote["lines"][number];

const TERMS: FileKind<typeof termsSchema> = {
  schema: termsSchema,
  cross: (faults, { shares }) => {
    for (const [i, { organisation }] of shares.entries())
      if (shares.findIndex((one) => one.organisation === organisation) < i)
        faults.addValue(["shares", i, "organisation"], "an organisation that none of those before is", organisation);
  },
};
const QUOTE: FileKind<typeof quoteSchema> = {
  schema: quoteSchema,
  cross: (faults, quote) => {
    const same = (path: (string | number)[], stated: number, sum: number) => {
      if (stated !== sum) faults.add(path, `${sum}, the sum of its parts`);
    };
    const all = (list: readonly { readonly amount: number }[]) => list.reduce((sum, { amount }) => sum + amount, 0);
    for (const [i, { amount, seats }] of quote.lines.entries()) same(["lines", i, "amount"], amount, all(seats));
    same(["net"], quote.net, all(quote.lines));
    same(["total"], quote.total, quote.net + quote.tax);
    for (const [i, { net, tax, total }] of quote.split.entries()) same(["split", i, "total"], total, net + tax);
    if (quote.split.length === 0) return;
    for (const part of ["net", "tax", "total"] as const) {
      const shared = quote.split.reduce((sum, share) => sum + share[part], 0);
      if (shared !== quote[part]) faults.add(["split"], `shares whose ${part} adds up to that of the quote`);
    }
  },
};
/** @throws InputError with every wrong field */
export const parseTerms = (value: unknown, what = "the terms"): Terms => parseFile(value, TERMS, what);
/** @throws InputError with every wrong field */
export const readTerms = (bytes: Uint8Array, what = "the terms"): Terms => readFile(bytes, TERMS, what);
/** @throws InputError with every wrong field, a total that is none included */
export const readQuote = (bytes: Uint8Array, what = "the quote"): Quote => readFile(bytes, QUOTE, what);

/**
 * The budget of a programme whose quote was accepted, in whole euros as budgets are: its net amount, a euro that is begun included, and never
 * less than what a plan counts for the quoted hours at the quoted rates, which rounds each member's fee to whole euros.
 */
export function budgetOf({ net, lines }: Pick<Quote, "net" | "lines">): number {
  const fees = lines.flatMap(({ minutes, preparationMinutes, seats }) =>
    seats.map(({ number, rate }) => number * feeOf(rate / 100, minutes + preparationMinutes)),
  );
  return Math.max(
    Math.ceil(net / 100),
    fees.reduce((sum, fee) => sum + fee, 0),
  );
}

/** `number` cents for each of `per`, rounded to whole cents, half up. */
const rounded = (number: number, per: number) => Math.floor((2 * number + per) / (2 * per));

/** What a quote is made of. */
export interface QuoteParts {
  /** those with a programme are charged; a session without one is not */
  readonly sessions: readonly Session[];
  readonly terms: Terms;
  /** the date of each session that has one already */
  readonly dated?: ReadonlyMap<string, Slot> | undefined;
  /** what each organisation's trainers are paid in a plan; where there is nothing of it, the terms' shares hold */
  readonly paid?: readonly Terms["shares"][number][];
  /** the building of each place, where one is known */
  readonly venues?: ReadonlyMap<string, string> | undefined;
  /** the item of the menu that a session is; its stage says what comes before what */
  readonly itemOf?: (session: Session) => Pick<Item, "id" | "stage"> | null;
  /** existing online modules that are in the programme */
  readonly modules?: readonly string[];
  /** the alternative of the choice that it is of; null: there is no choice */
  readonly kind?: string | null;
}

/** The existing online modules of an alternative, as a quote names them. */
export function modulesOf({ items: known }: Menu, { items }: Pick<Alternative, "items">): readonly string[] {
  const modules = known.filter(({ activity }) => activity === null).map(({ id }) => id);
  return items.map(({ item }) => item).filter((id) => modules.includes(id));
}

/** The quote for sessions that the client pays, in the order in which a programme happens. */
export function quoteOf({
  sessions,
  terms,
  dated,
  paid = [],
  venues,
  itemOf = () => null,
  modules = [],
  kind = null,
}: QuoteParts): Quote {
  const { rates, shares: ofTerms, format: _, ...rest } = terms;
  const shares = paid.length > 0 ? paid : ofTerms;
  const lines = sessions
    .filter(({ programme }) => programme !== null)
    .map((session) =>
      lineOf(session, rates, {
        date: dated?.get(session.id) ?? null,
        venue: venues?.get(session.place ?? ""),
        item: itemOf(session),
      }),
    )
    .sort(asItHappens);
  const net = lines.reduce((sum, { amount }) => sum + amount, 0);
  const tax = terms.vat.kind === "rate" ? rounded(net * terms.vat.percent, 100) : 0;
  const weights = shares.map(({ weight }) => weight);
  const nets = shareOut(net, weights);
  const taxes = shareOut(tax, nets);
  const split = shares.map(({ organisation }, i) => {
    const [own, ownTax] = [nets[i] ?? 0, taxes[i] ?? 0];
    return { organisation, net: own, tax: ownTax, total: own + ownTax };
  });
  return {
    format: "koppel-quote/1",
    ...rest,
    ...(kind === null ? {} : { kind }),
    validUntil: dayPlus(terms.date, terms.validDays),
    lines,
    free: [...FREE],
    ...(modules.length === 0 ? {} : { modules: [...modules] }),
    clientsPart: [...CLIENTS_PART],
    net,
    tax,
    total: net + tax,
    split: split.filter(({ net: own }) => own > 0),
  };
}

const LAST_STAGE = 10;
const LAST_DAY = "9999";
/** Stage by stage, in each by day; what has no day yet stands last in its stage, as it was given. */
function asItHappens(a: QuoteLine, b: QuoteLine): number {
  const stage = (a.stage ?? LAST_STAGE) - (b.stage ?? LAST_STAGE);
  if (stage !== 0) return stage;
  const [day, other] = [a.days[0] ?? LAST_DAY, b.days[0] ?? LAST_DAY];
  return day < other ? -1 : day > other ? 1 : 0;
}

const minutesOf = (slot: Slot) => slot.reduce((sum, [start, end]) => sum + minuteOf(end) - minuteOf(start), 0);

interface Known {
  /** null: it has no date yet */
  readonly date: Slot | null;
  readonly venue: string | undefined;
  readonly item: Pick<Item, "id" | "stage"> | null;
}

function lineOf(session: Session, rates: Terms["rates"], { date, venue, item }: Known): QuoteLine {
  // As long as it can still be any of the dates on offer, the longest is what it may come to.
  const minutes = date === null ? Math.max(0, ...session.slots.map(minutesOf)) : minutesOf(date);
  const seats = ROLES.flatMap((role: Role) => {
    const number = session.seats[role] ?? 0;
    const amount = number * rounded(rates[role] * (minutes + session.paidMinutes), 60);
    return number === 0 ? [] : [{ role, number, rate: rates[role], amount }];
  });
  return {
    session: session.id,
    activity: session.activity,
    ...(item === null ? {} : { item: item.id, stage: item.stage }),
    themes: session.themes.map(({ id }) => id),
    place: session.place,
    ...(venue === undefined ? {} : { venue }),
    days: (date ?? []).map(([start]) => start.slice(0, 10)),
    minutes,
    preparationMinutes: session.paidMinutes,
    seats,
    amount: seats.reduce((sum, { amount }) => sum + amount, 0),
  };
}
