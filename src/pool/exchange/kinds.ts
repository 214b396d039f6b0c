/** Kinds of column: how a cell becomes a value and a value a cell. Each undoes the other. No problem names what a cell holds. */
import { dayWritten } from "../../model/leaves.js";
import type { Role } from "../../model/types.js";
import { fromCell, toCell } from "../../sheets/text.js";
import type { Cell, Moment, Wording } from "../../sheets/types.js";
import { DAY_PARTS, type Part } from "../availability/types.js";
import type { ChoiceList, Lang } from "./choices.js";
import { type Item, joinItems, splitItems } from "./items.js";

export type Parsed<T> = { readonly value: T; readonly unlisted?: boolean } | { readonly problem: Wording };

export interface Kind<T> {
  /** what the template's drop-down and checks of a cell are made from */
  readonly shape: "text" | "one" | "many" | "whole" | "moment" | "wall";
  /** @param cell never blank */
  parse(cell: Cell, list: ChoiceList): Parsed<T>;
  /** null: a blank cell */
  write(value: T, list: ChoiceList, lang: Lang): Cell | null;
}

const wrong = (nl: string, en: string): { readonly problem: Wording } => ({ problem: { nl, en } });
const NO_TEXT = wrong("hier wordt tekst verwacht", "expected text");
/** Told in other words where the list is one of codes. */
export const NOT_LISTED = wrong(
  "dit staat niet in de keuzelijst: kies een waarde uit de lijst op het blad met keuzes",
  "is not in the list of choices: choose one from the sheet of choices",
);
const ONE_ONLY = wrong("hier past één waarde", "expected one value");

/** The text of a cell; a number that somebody typed as a code is its digits. */
function textOf(cell: Cell): string | null {
  if (typeof cell === "string") return fromCell(cell);
  return typeof cell === "number" ? String(cell) : null;
}

/** Free text. */
export const text: Kind<string> = {
  shape: "text",
  parse: (cell) => {
    const found = textOf(cell);
    return found === null || found === "" ? NO_TEXT : { value: found };
  },
  write: (value) => toCell(value),
};

export const nullableText: Kind<string | null> = {
  ...text,
  write: (value) => (value === null ? null : toCell(value)),
};

/** One code of a list. A list that is open also takes codes that it does not know. */
export function one(open: boolean): Kind<string> {
  return {
    shape: "one",
    parse: (cell, list) => {
      const whole = textOf(cell);
      if (whole === null) return NO_TEXT;
      // A label may have a comma in it, and a drop-down gives the label as it is.
      const label = list.codeOf({ text: whole, literal: false });
      if (label !== null) return { value: label };
      const [item, more] = splitItems(whole);
      if (item === undefined || more !== undefined) return ONE_ONLY;
      return codeOf(item, list, open);
    },
    write: (value, list, lang) => toCell(joinItems([list.written(value, lang)])),
  };
}

export function oneOrNone(open: boolean): Kind<string | null> {
  const kind = one(open);
  return { ...kind, write: (value, list, lang) => (value === null ? null : kind.write(value, list, lang)) };
}

/** Several codes. */
export function many(open: boolean): Kind<readonly string[]> {
  return {
    shape: "many",
    parse: (cell, list) => {
      const items = itemsOf(cell);
      if (items === null) return NO_TEXT;
      return all(items.map((item) => codeOf(item, list, open)));
    },
    write: (value, list, lang) => written(value.map((code) => list.written(code, lang))),
  };
}

function itemsOf(cell: Cell): readonly Item[] | null {
  const found = textOf(cell);
  return found === null ? null : splitItems(found);
}

function codeOf(item: Item, list: ChoiceList, open: boolean): Parsed<string> {
  const code = list.codeOf(item);
  if (code !== null) return { value: code };
  return open ? { value: item.text, unlisted: list.items.length > 0 } : NOT_LISTED;
}

function all<T>(parts: readonly Parsed<T>[]): Parsed<readonly T[]> {
  const values: T[] = [];
  let unlisted = false;
  for (const part of parts) {
    if ("problem" in part) return part;
    values.push(part.value);
    unlisted ||= part.unlisted === true;
  }
  return { value: values, unlisted };
}

function written(items: readonly Item[]): string | null {
  return items.length === 0 ? null : toCell(joinItems(items));
}

/** Codes with a number each, `Huwelijksdwang: 2; …`. */
export const numbers: Kind<Readonly<Record<string, number>>> = {
  shape: "many",
  parse: (cell, list) => {
    const items = itemsOf(cell);
    if (items === null) return NO_TEXT;
    const pairs = all(
      items.map((item): Parsed<readonly [string, number]> => {
        const [, name, digits] = /^(.*?):\s*(\d{1,10})$/s.exec(item.text) ?? [];
        if (name === undefined || name === "" || name === "__proto__") {
          return wrong(
            "schrijf een getal achter elk onderdeel, zoals ‘Huwelijksdwang: 2’",
            "write a number after each item, as in ‘Forced marriage: 2’",
          );
        }
        const code = codeOf({ text: name, literal: item.literal }, list, true);
        return "problem" in code ? code : { ...code, value: [code.value, Number(digits)] };
      }),
    );
    if ("problem" in pairs) return pairs;
    if (new Set(pairs.value.map(([code]) => code)).size < pairs.value.length) {
      return wrong("een onderdeel staat er twee keer", "an item stands here twice");
    }
    return { ...pairs, value: Object.fromEntries(pairs.value) };
  },
  write: (value, list, lang) =>
    written(
      Object.entries(value).map(([code, n]) => {
        const item = list.written(code, lang);
        return { ...item, text: `${item.text}: ${n}` };
      }),
    ),
};

/** A whole number; `3,0` and `3.0` too, and nothing with thousands marked off. */
export function whole(least: number, most: number): Kind<number> {
  return {
    shape: "whole",
    parse: (cell) => {
      const value = typeof cell === "number" ? cell : wholeIn(typeof cell === "string" ? fromCell(cell) : "");
      if (value !== null && Number.isInteger(value) && value >= least && value <= most) return { value };
      return wrong(
        `hier wordt een heel getal van ${least} tot en met ${most} verwacht, zonder punten of eenheid`,
        `expected a whole number from ${least} to ${most}, without thousands marked off and without a unit`,
      );
    },
    write: (value) => value,
  };
}

export function wholeOrNone(least: number, most: number): Kind<number | null> {
  return whole(least, most) as Kind<number | null>;
}

function wholeIn(text: string): number | null {
  // 1.000 is a thousand to one reader and one to another; 3,0 and 1500,00 are sure.
  return /^\d{1,10}([.,]0{1,2})?$/.test(text) ? Number.parseInt(text, 10) : null;
}

/** A day, or a day with a time. */
export const moment: Kind<Moment | null> = {
  shape: "moment",
  parse: (cell) => {
    const value = typeof cell === "object" ? cell : momentIn(typeof cell === "string" ? fromCell(cell) : "");
    if (value !== null) return { value };
    return wrong(
      "hier wordt een datum verwacht, zoals 2027-03-01 of 1-3-2027, zo nodig met een tijd erachter: 2027-03-01 09:30",
      "expected a date such as 2027-03-01, where needed with a time after it: 2027-03-01 09:30",
    );
  },
  write: (value) => value,
};

/** A day with a time. */
export const wall: Kind<Moment | null> = { ...moment, shape: "wall" };

/** A day, and a time where one stands behind it. */
function momentIn(text: string): Moment | null {
  const { d = "", t } = /^(?<d>[\d-]+)(?:[T ]+(?<t>\d{1,2}:\d{2}))?(?::00)?$/.exec(text)?.groups ?? {};
  const day = dayWritten(d);
  const time = t === undefined ? null : t.padStart(5, "0");
  if (day === null || (time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))) return null;
  return { day, time };
}

/** Parts of a day: by name, or as times `09:00-12:30`. */
export const dayParts: Kind<readonly Part[]> = {
  shape: "many",
  parse: (cell, list) => {
    const items = itemsOf(cell);
    if (items === null) return NO_TEXT;
    return all(
      items.map((item): Parsed<Part> => {
        const [, start, end] = /^(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})$/.exec(item.text) ?? [];
        if (start !== undefined && end !== undefined) return { value: [start.padStart(5, "0"), end.padStart(5, "0")] };
        const code = list.codeOf(item);
        const named = [...DAY_PARTS, "day" as const].find((name) => name === code);
        return named === undefined
          ? wrong(
              "kies een dagdeel uit de keuzelijst, of schrijf tijden zoals 09:00-12:30",
              "choose a part of the day from the list, or write times such as 09:00-12:30",
            )
          : { value: named };
      }),
    );
  },
  write: (value, list, lang) =>
    written(
      value.map((part) =>
        typeof part === "string" ? list.written(part, lang) : { text: `${part[0]}-${part[1]}`, literal: false },
      ),
    ),
};

/** Members of a team, `Professional: t1; Ervaringsdeskundige: t2`. */
export const team: Kind<readonly { readonly seat: Role; readonly trainer: string }[]> = {
  shape: "many",
  parse: (cell, list) => {
    const items = itemsOf(cell);
    if (items === null) return NO_TEXT;
    return all(
      items.map((item): Parsed<{ seat: Role; trainer: string }> => {
        const [, role = "", trainer] = /^([^:]*):\s?(.+)$/s.exec(item.text) ?? [];
        const seat = list.codeOf({ text: role, literal: false });
        if (trainer === undefined || seat === null) {
          return wrong(
            "schrijf voor elk lid de rol en de code, zoals ‘Professional: t1’",
            "write a role and a code for each member, as in ‘Professional: t1’",
          );
        }
        return { value: { seat: seat as Role, trainer } };
      }),
    );
  },
  write: (value, list, lang) =>
    written(
      value.map(({ seat, trainer }) => ({ text: `${list.written(seat, lang).text}: ${trainer}`, literal: false })),
    ),
};
