/** Quotes: every total adds up to the cent, whatever is rounded. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/model/errors.js";
import type { Session } from "../../src/model/types.js";
import { quoteHtml } from "../../src/papers/programme/quote-html.js";
import { quoteView } from "../../src/papers/programme/quote-words.js";
import { quoteXlsx } from "../../src/papers/programme/quote-xlsx.js";
import { feesOf } from "../../src/programme/quote/fees.js";
import { INDEPENDENT, paidBy } from "../../src/programme/quote/paid.js";
import { modulesOf, parseTerms, quoteOf, readQuote, type Terms } from "../../src/programme/quote/quote.js";
import { shareOut } from "../../src/programme/quote/share-out.js";
import { itemOf } from "../../src/programme/sessions/named.js";
import { readTablesOf } from "../../src/sheets/read.js";
import { plan, season } from "../ends/support.js";
import { count } from "../support/counts.js";
import { menu } from "./support.js";

const runs = { numRuns: count(300, 5000) };
const [anySession] = season.sessions;
if (anySession === undefined) throw new Error("the fixture has no session");

const CODES = { label: (code: string) => code, role: (code: string) => code };
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
        const quote = quoteOf({ sessions, terms: asked });
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
        const quote = quoteOf({ sessions: [{ ...one, programme: "p" }], terms: asked });
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
    const quote = quoteOf({ sessions: [{ ...anySession, programme: null }], terms: TERMS });
    expect([quote.net, quote.lines.length, quote.free.length, quote.validUntil]).toEqual([0, 0, 4, "2027-03-02"]);
  });

  test("whose total is not the sum of its parts is refused", () => {
    const quote = quoteOf({ sessions: [{ ...anySession, programme: "p" }], terms: TERMS });
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
  const quote = quoteOf({ sessions: [{ ...anySession, programme: "p" }], terms: TERMS });
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

test("a workbook holds every line and sum of a quote as a number, what is free first and at 0", async () => {
  const sessions = season.sessions.map((one): Session => ({ ...one, programme: "p" }));
  const second = anySession.slots[0]?.slice(0, 1);
  const dated = new Map([[anySession.id, second ?? []]]);
  const quote = quoteOf({ sessions, terms: TERMS, dated });
  const at = quote.lines.findIndex(({ days }) => days.length > 0);
  const day = second?.[0]?.[0].slice(0, 10);
  for (const lang of ["nl", "en"] as const) {
    const view = quoteView(quote, CODES, lang);
    const [lines, , shares] = readTablesOf(await quoteXlsx(quote, view, lang), "quote");
    const free = quote.free.length;
    const amounts = lines?.rows.slice(1).map(({ cells }) => Math.round(Number(cells.get(10)) * 100));
    const of = quote.lines.map(({ amount }) => amount);
    expect(amounts).toEqual([...quote.free.map(() => 0), ...of, quote.net, quote.tax, quote.total]);
    expect(lines?.rows[1 + free + at]?.cells.get(5)).toEqual({ day, time: null });
    expect(lines?.rows[1]?.cells.get(2)).toBe(view.words.freeItems.conversation);
    expect(shares?.rows.slice(1).map(({ cells }) => Math.round(Number(cells.get(4)) * 100))).toEqual([
      ...quote.split.map(({ total }) => total),
      quote.total,
    ]);
  }
});

describe("the order of a quote", () => {
  const item = (id: string) => menu.items.find((one) => one.id === id);
  const held = (id: string, activity: string, slots: Session["slots"]): Session => ({
    ...anySession,
    id: `p-${id}`,
    activity,
    programme: "p",
    slots,
  });
  const on = (day: string, end = "12:30"): Session["slots"][number] => [[`${day}T09:30`, `${day}T${end}`]];
  // As the menu has them: conferences before workshops, trainings before both.
  const sessions = [
    held("lkha-training-1", "lkha-training", [on("2027-06-10", "16:30")]),
    held("basic-training-1", "basic-training", [on("2027-05-06", "16:30")]),
    held("conference-hybrid-1", "conference", [on("2027-04-20")]),
    held("workshop-beginners-1", "workshop-beginners", [on("2027-03-23"), on("2027-03-30", "13:30")]),
    held("webinar-1", "webinar", [on("2027-04-06")]),
    held("workshop-advanced-1", "workshop-advanced", [on("2027-06-03")]),
  ];
  const itemIs = (session: Session) => itemOf(menu, session);
  const [conference, training] = [sessions[2], sessions[0]].map((one) => one?.id ?? "");

  test("is that of the programme: stage by stage, in each by day, what has no day last", () => {
    const dated = new Map(sessions.slice(1).map(({ id, slots }) => [id, slots.at(-1) ?? []]));
    const { lines } = quoteOf({ sessions, terms: TERMS, dated, itemOf: itemIs });
    expect(lines.map(({ session, stage }) => `${stage} ${session.slice(2)}`)).toEqual([
      "1 workshop-beginners-1",
      "1 webinar-1",
      "1 conference-hybrid-1",
      "2 basic-training-1",
      "3 workshop-advanced-1",
      "3 lkha-training-1",
    ]);
    expect(item("conference-hybrid")?.activity?.id).toBe("conference");
    expect(lines.find(({ session }) => session === conference)?.item).toBe("conference-hybrid");
    expect(lines.find(({ session }) => session === training)?.days).toEqual([]);
  });

  test("what can still be on several dates is charged for the longest of them, what has a date for that", () => {
    const minutes = (dated: ReadonlyMap<string, Session["slots"][number]>) =>
      quoteOf({ sessions, terms: TERMS, dated }).lines.find(({ activity }) => activity === "workshop-beginners")
        ?.minutes;
    expect(minutes(new Map())).toBe(240);
    expect(minutes(new Map([["p-workshop-beginners-1", on("2027-03-23")]]))).toBe(180);
  });

  test("is told under the names of the stages, each with its sum; what is free comes first", () => {
    const quote = quoteOf({ sessions, terms: TERMS, itemOf: itemIs });
    const view = quoteView(quote, CODES, "nl");
    expect(view.stages.map(({ title, lines }) => [title, lines.length])).toEqual([
      ["stage-1", 3],
      ["stage-2", 1],
      ["stage-3", 2],
    ]);
    const page = quoteHtml(quote, view, "nl");
    const places = [view.words.free, view.words.freeItems.contacts, "stage-1", "stage-2", "stage-3"].map((text) =>
      page.indexOf(text),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    // Existing modules of the choice stand there at no charge, by what they are called.
    const of = (items: readonly string[]) =>
      modulesOf(menu, { items: items.map((id) => ({ item: id, times: 1, fee: 0, themes: [] })) });
    expect(of(["webinar", "module-intercultural"])).toEqual(["module-intercultural"]);
    const more = quoteOf({ sessions, terms: TERMS, modules: of(["module-intercultural"]) });
    expect(more.net).toBe(quote.net);
    expect(quoteView(more, CODES, "nl").free.map(({ title }) => title)).toEqual([view.words.free, view.words.modules]);
    expect(quoteHtml(more, quoteView(more, CODES, "nl"), "nl")).toContain("module-intercultural");
    expect(readQuote(Buffer.from(JSON.stringify(more)))).toEqual(more);
    // One that is older than stages, and one by hand, say all sessions in one.
    const old = { ...quote, lines: quote.lines.map(({ stage: _, item: __, ...one }) => one) };
    expect(quoteView(old, CODES, "nl").stages.map(({ title }) => title)).toEqual(["Bijeenkomsten"]);
    // Which alternative it is of stands in its head, where that is known.
    const ofKind = quoteOf({ sessions: [], terms: TERMS, kind: "in-depth" });
    expect(ofKind.kind).toBe("in-depth");
    expect(quoteView(ofKind, CODES, "nl").head.at(-1)).toEqual(["Programma", "in-depth"]);
    expect(quoteView(old, CODES, "nl").head.map(([name]) => name)).not.toContain("Programma");
  });
});
