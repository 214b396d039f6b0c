/** Values of options: refused unless they are plainly what they should be. */
import { isIP } from "node:net";
import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { dayWritten } from "../../model/leaves.js";
import { LANGS, type Lang } from "../../papers/index.js";

const DECIMAL = /^\d+(\.\d+)?$/;

/** Refuses a decimal comma by showing the point. */
function noComma(text: string): void {
  if (/^\d+,\d+$/.test(text)) throw new InvalidArgumentError(`Write ${text.replace(",", ".")}.`);
}

/** Seconds, more than 0. */
export function seconds(text: string): number {
  noComma(text);
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0 && value <= 1e6)) throw new InvalidArgumentError("Give seconds, more than 0 and at most 1000000.");
  return value;
}

/** A relative gap, 0 to 1. */
export function gap(text: string): number {
  noComma(text);
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError("Give a number from 0 to 1; 0.01 is one per cent.");
  return value;
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return value;
  };
}

/** Addresses of machines or networks, with commas between them, or `loopback`. */
export function addresses(text: string): string {
  const isOne = (one: string): boolean => {
    const [, address = "", bits = "0"] = /^([\da-f.:]+?)(?:\/(\d{1,3}))?$/i.exec(one) ?? [];
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return Number(bits) <= most;
  };
  if (!text.split(",").every((one) => one === "loopback" || isOne(one)))
    throw new InvalidArgumentError(
      "Give loopback, or addresses such as 10.0.0.2 or 10.0.0.0/24, with commas between them.",
    );
  return text;
}

/** All values of an option that may be given more than once. */
export const collect = (text: string, before: readonly string[] | undefined): string[] => [...(before ?? []), text];

/** `--lang`. @param of what is told in that language @param usual the language where none is asked for */
export const langOption = (of: string, usual: Lang = "en") =>
  new Option("--lang <language>", `language of ${of}`).choices(LANGS).default(usual);

/** A day that exists, as YYYY-MM-DD; it may be written the Dutch way. */
export function day(text: string): string {
  const found = dayWritten(text);
  if (found === null) throw new InvalidArgumentError("Give a day that exists, such as 2027-03-12 or 12-3-2027.");
  return found;
}

/** The id of a plan or a season that is made: short text that can be typed. @throws InvalidArgumentError */
export function newId(text: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,99}$/u.test(text)) return text;
  throw new InvalidArgumentError(
    "an id begins with a letter or a digit, and has letters, digits, . _ - and spaces, at most 100.",
  );
}

/** Reads an address of a server, without a slash at its end. */
export function webAddress(value: string): string {
  if (/^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : "")) return value.replace(/\/+$/, "");
  throw new InvalidArgumentError("Give an address such as https://koppel.example.org.");
}
