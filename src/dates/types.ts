/** What an observance is, and how sure its day is. */
import type { Day } from "../model/types.js";

/** The first and last day that can be asked for: as far as the tables of `data/` go. */
export const FIRST_DAY: Day = "2020-01-01";
export const LAST_DAY: Day = "2040-12-31";

export const REGIONS = ["noord", "midden", "zuid"] as const;
/** A region of the school holidays. */
export type Region = (typeof REGIONS)[number];

export const BASES = ["computed", "announced", "estimated"] as const;
/** How a day is known: by a calculation, by an authority's word, or by a rule of thumb. */
export type Basis = (typeof BASES)[number];

export const IMPACTS = ["off", "heavy", "light"] as const;
/** What a day asks: `off`, who keeps it does not come; `heavy`, with care; `light`, good to know. */
export type Impact = (typeof IMPACTS)[number];

/** One observance or holiday, on the days on which it falls once. */
export interface Observance {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  /** the tradition's id and labels, for lists without communities */
  readonly tradition: { readonly id: string; readonly nl: string; readonly en: string };
  /** first and last day, both included; the evening before is not in them */
  readonly from: Day;
  readonly to: Day;
  /** whether it begins at sunset on the day before `from` */
  readonly beginsEveningBefore: boolean;
  readonly basis: Basis;
  /** by how many days `from` and `to` may be off, either way */
  readonly marginDays: number;
  readonly impact: Impact;
  /** backgrounds (tags of `data/backgrounds.json`) that keep it so; null for everyone */
  readonly communities: readonly string[] | null;
  /** the regions in which it holds; null for the whole country */
  readonly regions: readonly Region[] | null;
  /** where the day comes from */
  readonly source: string;
  /** a day of faith, on which a religious tag outweighs a cultural one */
  readonly faith: boolean;
  /** tags that take another day of the same id: an authority of theirs has announced it */
  readonly except: readonly string[];
  /** on an announced day, all who keep the observance, of whom `communities` take this day; else null */
  readonly keepers: readonly string[] | null;
}
