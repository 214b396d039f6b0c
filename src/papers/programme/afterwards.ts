/** The readiness list, the fees and the account, as tables of text. */
import Table from "cli-table3";
import type { Account } from "../../programme/account.js";
import type { Fees } from "../../programme/quote/fees.js";
import type { Duty, Seats, Standing } from "../../programme/readiness.js";
import { LEAST_TOLD, type Told } from "../../programme/suppress.js";
import { shortDay } from "../dates.js";
import { visible } from "../text-table.js";
import type { Lang } from "../words.js";
import { euros, hoursOf } from "./quote-words.js";

const CENTS = 100;

/** Words of the lists, as text and as pages. */
export const AFTERWARDS_WORDS = {
  nl: {
    heads: ["Uiterlijk", "Wat", "Wie", "Bijeenkomst", "Op", "Stand"],
    who: { client: "opdrachtgever", alliance: "Alliantie/LKHA" },
    standing: { done: "gedaan", late: "te laat", soon: "deze week", later: "" },
    seats: ({ all, filled, yes }: Seats) =>
      filled < all ? `${all - filled} van ${all} plaatsen open` : yes === null ? "" : `${yes} van ${all} zei ja`,
    open: "Met ? is de dag niet vast: het is de eerste van het aanbod.",
    nothing: "Er staat niets open.",
    account: ["Opdrachtgever", "Subsidie", "Jaar", "Bijeenkomsten", "Uren", "Formeel", "Informeel", "Bezoeken"],
    fees: ["Programma", "Bijeenkomsten", "Begroot", "Honoraria", "Over"],
    noProgrammes: "Het seizoen heeft geen programma’s.",
    few: "·",
    readiness: (client: string) => `Wat er klaar moet zijn: ${client}`,
    asOf: (day: string) => `Stand op ${day}`,
    parts: { client: "Wat de opdrachtgever regelt", alliance: "Wat de Alliantie en het LKHA regelen" },
    accountTitle: "Verantwoording: wat er is gehouden",
    activity: "Activiteit",
    total: "Samen",
    atLeast: (n: string) => `≥ ${n}`,
    note: `Bezoeken: wie twee keer komt, telt twee keer. Een aantal onder de ${LEAST_TOLD} staat er niet (·), en dan ook het totaal niet; waar er ≥ staat, is het ten minste zoveel.`,
  },
  en: {
    heads: ["By", "What", "Who", "Session", "On", "Standing"],
    who: { client: "client", alliance: "Alliance/LKHA" },
    standing: { done: "done", late: "late", soon: "this week", later: "" },
    seats: ({ all, filled, yes }: Seats) =>
      filled < all ? `${all - filled} of ${all} seats open` : yes === null ? "" : `${yes} of ${all} said yes`,
    open: "With ? the day is not chosen: it is the first on offer.",
    nothing: "Nothing is open.",
    account: ["Client", "Subsidy", "Year", "Sessions", "Hours", "Formal", "Informal", "Visits"],
    fees: ["Programme", "Sessions", "Budget", "Fees", "Left"],
    noProgrammes: "The season has no programmes.",
    few: "·",
    readiness: (client: string) => `What must be ready: ${client}`,
    asOf: (day: string) => `As of ${day}`,
    parts: { client: "What the client arranges", alliance: "What the Alliance and the LKHA arrange" },
    accountTitle: "Account: what was held",
    activity: "Activity",
    total: "Together",
    atLeast: (n: string) => `≥ ${n}`,
    note: `Visits: who comes twice counts twice. A count under ${LEAST_TOLD} is left out (·), and the total with it; ≥ says that it is so many at least.`,
  },
} as const;

/** @param standings which duties are shown */
export function dutiesText(duties: readonly Duty[], standings: readonly Standing[], lang: Lang): string {
  const words = AFTERWARDS_WORDS[lang];
  const shown = shownDuties(duties, standings);
  if (shown.length === 0) return `${words.nothing}\n`;
  const rows = shown.map(({ by, task, session, date, isFixed, standing, seats }) => [
    shortDay(`${by}T00:00`, lang),
    taskText({ task, seats }, lang),
    words.who[task.who],
    session,
    dayText({ date, isFixed }, lang),
    words.standing[standing],
  ]);
  const note = shown.every(({ isFixed }) => isFixed) ? "" : `${words.open}\n`;
  return tableOf(words.heads, rows) + note;
}

export const shownDuties = (duties: readonly Duty[], standings: readonly Standing[]): readonly Duty[] =>
  duties.filter(({ standing }) => standings.includes(standing));

/** What must be done, and of a team how its seats stand. */
export function taskText({ task, seats }: Pick<Duty, "task" | "seats">, lang: Lang): string {
  const stand = seats === null ? "" : AFTERWARDS_WORDS[lang].seats(seats);
  return [task[lang], stand].filter((text) => text !== "").join(": ");
}

/** The day of a session, with ? as long as it is not fixed. */
export const dayText = ({ date, isFixed }: Pick<Duty, "date" | "isFixed">, lang: Lang): string =>
  `${shortDay(`${date}T00:00`, lang)}${isFixed ? "" : " ?"}`;

export function accountText(accounts: readonly Account[], lang: Lang): string {
  const words = AFTERWARDS_WORDS[lang];
  const count = (value: Told) => (value === null ? words.few : String(value));
  const rows = accounts.map((one) => [
    one.client,
    one.subsidy,
    one.year,
    String(one.sessions),
    hoursOf(one.minutes, lang),
    count(one.formal),
    count(one.informal),
    count(one.visits),
  ]);
  return `${tableOf(words.account, rows)}${words.note}\n`;
}

/** @param organisation the name of a code */
export function feesText(fees: readonly Fees[], organisation: (code: string) => string, lang: Lang): string {
  const words = AFTERWARDS_WORDS[lang];
  if (fees.length === 0) return `${words.noProgrammes}\n`;
  const amount = (whole: number) => euros(whole * CENTS, lang);
  const rows = fees.flatMap(({ programme, staffed, sessions, budget, paid, left, by }) => [
    [programme, `${staffed} / ${sessions}`, amount(budget), amount(paid), amount(left)],
    ...by.map((one) => [`  ${organisation(one.organisation)}`, "", "", amount(one.paid), ""]),
  ]);
  return tableOf(words.fees, rows);
}

function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = new Table({
    head: [...heads],
    style: { head: [], border: [] },
    // No line between the rows: a list of weeks is long enough.
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  });
  for (const row of rows) table.push(row.map(visible));
  return `${table.toString()}\n`;
}
