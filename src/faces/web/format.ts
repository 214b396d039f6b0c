/** Numbers and days as they are written in a language. */
import type { Lang } from "./types.js";

const NUMBERS = { nl: new Intl.NumberFormat("nl"), en: new Intl.NumberFormat("en") };
export const whole = (n: number, lang: Lang): string => NUMBERS[lang].format(Math.round(n));
/** A signed amount. */
export const signed = (n: number, lang: Lang): string => (n > 0 ? "+" : n < 0 ? "−" : "") + whole(Math.abs(n), lang);
/** Whole euros, on one line. */
export const euros = (n: number, lang: Lang): string =>
  new Intl.NumberFormat(lang, { style: "currency", currency: "EUR", maximumFractionDigits: 0 }).format(n);
/** Thousandths are what a percentage with one decimal counts; rounding errors of a share are far below this part of one. */
const HAIR = 1e-6;
/** A share that is the most there can be, as a percentage with one decimal: rounded up, so that it stays the most. */
export const percentAtMost = (share: number, lang: Lang): string =>
  new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    Math.max(0, Math.ceil(share * 1000 - HAIR)) / 10,
  );

const SHORT = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const;
/** The English of these pages is British: day before month. */
const DAYS_IN = { nl: "nl", en: "en-GB" } as const;
/** Made once: one of these takes longer to make, and to clear away, than a hundred days to write. */
const DAYS = { nl: new Intl.DateTimeFormat(DAYS_IN.nl, SHORT), en: new Intl.DateTimeFormat(DAYS_IN.en, SHORT) };
/** A wall time as a short day, in words. */
export const shortDay = (wall: string, lang: Lang): string =>
  DAYS[lang].format(new Date(`${wall.slice(0, 10)}T12:00:00Z`));
/** From a day to another, with the year. */
export const period = (from: string, to: string, lang: Lang): string =>
  new Intl.DateTimeFormat(DAYS_IN[lang], {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`));
export const today = (): string => new Date().toISOString().slice(0, 10);
/** `09:30–12:30`. */
export const hours = (start: string, end: string): string => `${start.slice(11, 16)}–${end.slice(11, 16)}`;
