/** What a cell may be chosen from: codes with their labels. Read in either language or as the code; written as a label. */
import type { Wording } from "../../sheets/types.js";
import type { Item } from "./items.js";

export type Lang = keyof Wording;

export interface Choice extends Wording {
  readonly code: string;
}

/** The lists that come from data files. */
export const DATA_LISTS = ["role", "background", "language", "trait", "theme", "activity", "municipality"] as const;
export type DataList = (typeof DATA_LISTS)[number];

/** A choice list ready to look things up in. */
export class ChoiceList {
  private readonly byCode: ReadonlyMap<string, Choice>;
  private readonly byLabel = new Map<string, string | null>();

  constructor(readonly items: readonly Choice[]) {
    this.byCode = new Map(items.map((item) => [item.code, item]));
    for (const { code, nl, en } of items) {
      for (const label of new Set([code, nl, en].map(plain))) {
        const other = this.byLabel.get(label);
        // A label that two codes have stands for neither.
        this.byLabel.set(label, other === undefined || other === code ? code : null);
      }
    }
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  /** The code that a text means, or null where the list has no such code or label. */
  codeOf({ text, literal }: Item): string | null {
    if (this.byCode.has(text)) return text;
    return literal ? null : (this.byLabel.get(plain(text)) ?? null);
  }

  /** The code as people read it, in a way that `codeOf` finds back. */
  written(code: string, lang: Lang): Item {
    const label = this.byCode.get(code)?.[lang];
    if (label !== undefined && this.codeOf({ text: label, literal: false }) === code)
      return { text: label, literal: false };
    const mistaken = (this.codeOf({ text: code, literal: false }) ?? code) !== code;
    return { text: code, literal: mistaken };
  }
}

/** Labels are compared without capitals and with composed letters. */
function plain(label: string): string {
  return label.normalize("NFC").trim().toLowerCase();
}
