/** Quotes: every total adds up to the cent, whatever is rounded. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/model/errors.js";
import type { Session } from "../../src/model/types.js";
import { quoteView } from "../../src/papers/programme/quote-words.js";
import { quoteXlsx } from "../../src/papers/programme/quote-xlsx.js";
import { feesOf } from "../../src/programme/quote/fees.js";
import { INDEPENDENT, paidBy } from "../../src/programme/quote/paid.js";
import { parseTerms, quoteOf, readQuote, type Terms } from "../../src/programme/quote/quote.js";
import { shareOut } from "../../src/programme/quote/share-out.js";
import { readTablesOf } from "../../src/sheets/read.js";
import { plan, season } from "../ends/support.js";
import { count } from "../support/counts.js";

const runs = { numRuns: count(300, 5000) };
const [anySession] = season.sessions;
if (anySession === undefined) throw new Error("the fixture has no session");

const TERMS: Terms = parseTerms({
  format: "koppel-terms/1",
  number: "1",
  date: "2027-01-31",
  validDays: 30,
  from: { name: "A", lines: [] },
  to: { name: "B", lines: [] },
  vat: { kind: "rate", percent: 21 },
  rates: { professional: 8500, lived: 8500, actor: 8500 },
  shares: [{ organisation: "movisie", weight: 1 }],
});

const session = fc
  .record({
    minutes: fc.integer({ min: 1, max: 900 }),
    paidMinutes: fc.integer({ min: 0, max: 300 }),
    professional: fc.integer({ min: 1, max: 4 }),
    lived: fc.integer({ min: 1, max: 4 }),
    isCharged: fc.boolean(),
  })
  .map(({ minutes, paidMinutes, professional, lived, isCharged }): Session => {
    const end = `2027-03-01T${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    return {
      ...anySession,
      programme: isCharged ? "p" : null,
      slots: [[["2027-03-01T00:00", end]]],
      paidMinutes,
      seats: { professional, lived },
    };
  });
const terms = fc
  .record({
    rates: fc.record({
      professional: fc.integer({ min: 0, max: 30_000 }),
      lived: fc.integer({ min: 0, max: 30_000 }),
      actor: fc.integer({ min: 0, max: 30_000 }),
    }),
    percent: fc.integer({ min: 1, max: 100 }),
    isExempt: fc.boolean(),
    weights: fc.array(fc.integer({ min: 0, max: 999_999 }), { minLength: 1, maxLength: 9 }),
  })
  .map(
    ({ rates, percent, isExempt, weights }): Terms => ({
      ...TERMS,
      rates,
      vat: isExempt ? { kind: "exempt", nl: "onderwijs", en: "education" } : { kind: "rate", percent },
      shares: weights.map((weight, i) => ({ organisation: `o${i}`, weight })),
    }),
  );
const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);

describe("a quote", () => {
  test("adds up to the cent: seats to lines, lines to the net, net and tax to the total, shares to each of them", () => {
    fc.assert(
      fc.property(fc.array(session, { maxLength: 12 }), terms, (sessions, asked) => {
        const quote = quoteOf(sessions, asked);
        for (const line of quote.lines) expect(sum(line.seats.map(({ amount }) => amount))).toBe(line.amount);
        expect(sum(quote.lines.map(({ amount }) => amount))).toBe(quote.net);
        expect(quote.net + quote.tax).toBe(quote.total);
        expect(sum(quote.split.map(({ net }) => net))).toBe(quote.net);
        expect(sum(quote.split.map(({ tax }) => tax))).toBe(quote.tax);
        for (const { net, tax, total } of quote.split) expect(net + tax).toBe(total);
        const numbers = [
          quote.net,
          quote.tax,
          ...quote.lines.flatMap(({ seats }) => seats.map(({ amount }) => amount)),
        ];
        expect(numbers.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
        expect(quote.lines.length).toBe(sessions.filter(({ programme }) => programme !== null).length);
        // A quote is read back as it was written.
        expect(readQuote(Buffer.from(JSON.stringify(quote)))).toEqual(quote);
      }),
      runs,
    );
  });

  test("no rounding is off by more than half a cent", () => {
    fc.assert(
      fc.property(session, terms, (one, asked) => {
        const quote = quoteOf([{ ...one, programme: "p" }], asked);
        for (const { role, number, rate, amount } of quote.lines[0]?.seats ?? []) {
          const [line] = quote.lines;
          const exact = (rate * ((line?.minutes ?? 0) + (line?.preparationMinutes ?? 0))) / 60;
          expect(Math.abs(amount / number - exact), role).toBeLessThanOrEqual(0.5 + 1e-6);
        }
        const percent = quote.vat.kind === "rate" ? quote.vat.percent : 0;
        expect(Math.abs(quote.tax - (quote.net * percent) / 100)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
      runs,
    );
  });

  test("charges nothing for what has no programme, says so, and is valid to the day", () => {
    const quote = quoteOf([{ ...anySession, programme: null }], TERMS);
    expect([quote.net, quote.lines.length, quote.free.length, quote.validUntil]).toEqual([0, 0, 4, "2027-03-02"]);
  });

  test("whose total is not the sum of its parts is refused", () => {
    const quote = quoteOf([{ ...anySession, programme: "p" }], TERMS);
    expect(() => readQuote(Buffer.from(JSON.stringify({ ...quote, total: quote.total + 1 })))).toThrow(InputError);
    expect(() =>
      readQuote(Buffer.from(JSON.stringify({ ...quote, net: quote.net + 1, total: quote.total + 1 }))),
    ).toThrow(InputError);
  });
});

describe("sharing out", () => {
  test("gives whole cents that add up, each within a cent of what is due", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), weights, (amount, list) => {
        const shares = shareOut(amount, list);
        expect(sum(shares)).toBe(amount);
        const all = sum(list);
        if (all > 0)
          for (const [i, share] of shares.entries()) {
            const due = Number((BigInt(amount) * BigInt(list[i] ?? 0)) / BigInt(all));
            expect([due, due + 1]).toContain(share);
          }
      }),
      runs,
    );
  });
});

test("what a plan pays goes to the organisations of its trainers, every euro once", () => {
  for (const { id } of season.programmes) {
    const paid = paidBy(season, plan, id);
    expect(paid.every(({ organisation, weight }) => organisation !== "" && weight > 0)).toBe(true);
    const all = { ...season, trainers: season.trainers.map((one) => ({ ...one, traits: [] })) };
    const fees = feesOf(season, plan).find(({ programme }) => programme === id);
    expect(fees?.paid).toBe(sum(paid.map(({ weight }) => weight)));
    expect(fees && fees.budget - fees.left).toBe(fees?.paid);
    expect(paidBy(all, plan, id)).toEqual(
      paid.length === 0 ? [] : [{ organisation: INDEPENDENT, weight: sum(paid.map(({ weight }) => weight)) }],
    );
  }
});

test("a quote is refused whose parts do not add up, and terms that name an organisation twice", () => {
  const quote = quoteOf([{ ...anySession, programme: "p" }], TERMS);
  const [line] = quote.lines;
  const [share] = quote.split;
  if (line === undefined || share === undefined) throw new Error("the quote is empty");
  const raised = { lines: [{ ...line, amount: line.amount + 1 }], net: quote.net + 1, total: quote.total + 1 };
  const wrong = [
    { net: quote.net + 1 },
    { total: quote.total + 1 },
    raised,
    { split: [{ ...share, net: share.net + 1, total: share.total + 1 }] },
    { split: [{ ...share, total: share.total + 1 }] },
  ];
  const read = (change: object) => readQuote(Buffer.from(JSON.stringify({ ...quote, ...change })));
  expect(read({})).toEqual(quote);
  for (const change of wrong) expect(() => read(change), JSON.stringify(change)).toThrow(InputError);
  const twice = [...TERMS.shares, ...TERMS.shares];
  expect(() => parseTerms({ ...TERMS, shares: twice })).toThrow(InputError);
});

test("a workbook holds every line and sum of a quote as a number", async () => {
  const sessions = season.sessions.map((one): Session => ({ ...one, programme: "p" }));
  const quote = quoteOf(sessions, TERMS, new Map([[anySession.id, ["2027-03-01"]]]));
  for (const lang of ["nl", "en"] as const) {
    const view = quoteView(
      quote,
      (code) => code,
      (role) => role,
      lang,
    );
    const [lines, , shares] = readTablesOf(await quoteXlsx(quote, view, lang), "quote");
    const amounts = lines?.rows.slice(1).map(({ cells }) => Math.round(Number(cells.get(9)) * 100));
    expect(amounts).toEqual([...quote.lines.map(({ amount }) => amount), quote.net, quote.tax, quote.total]);
    expect(lines?.rows[1]?.cells.get(4)).toEqual({ day: "2027-03-01", time: null });
    expect(shares?.rows.slice(1).map(({ cells }) => Math.round(Number(cells.get(4)) * 100))).toEqual(
      quote.split.map(({ total }) => total),
    );
  }
});
