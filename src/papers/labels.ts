/** Labels of codes in Dutch and English. Where a code has none, the code itself is shown. */
import type { Session } from "../model/types.js";
import { calledAfter } from "../programme/sessions/named.js";
import type { Lang } from "./words.js";

export type LabelKind = "activity" | "item" | "theme" | "role" | "background" | "language" | "trait";

/** Gives the label of a code in a language, or the code itself. */
export type Labels = (kind: LabelKind, code: string, lang: Lang) => string;

/** Every code as it is. */
export const noLabels: Labels = (_kind, code) => code;

/** What a session is called: after the item of the menu that it was made of, a hybrid conference as such; else after its activity. */
export function sessionName(
  session: Pick<Session, "id" | "programme" | "activity">,
  labels: Labels,
  lang: Lang,
): string {
  const item = calledAfter(session);
  const name = item === null ? null : labels("item", item, lang);
  return name === null || name === item ? labels("activity", session.activity, lang) : name;
}

type Pair = Readonly<Record<Lang, string>>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pairOf(value: unknown): Pair | null {
  if (!isRecord(value)) return null;
  const { nl, en } = value;
  if (typeof nl === "string" && typeof en === "string") return { nl, en };
  return pairOf(value.label ?? value.labels ?? value.name ?? value.title ?? null);
}

function collect(value: unknown, into: Map<string, Pair>): void {
  const entries = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  for (const entry of entries) {
    const code = isRecord(entry) ? (entry.id ?? entry.code) : null;
    const pair = pairOf(entry);
    if (typeof code === "string" && pair !== null) into.set(code, pair);
    // A table may stand under a key of its file, beside its source and licence.
    else if (Array.isArray(entry)) collect(entry, into);
  }
}

/**
 * Labels from parsed data files. An entry is an object with `id` (or `code`) and a label `{nl, en}`, in a list that is
 * the file or stands under a key of it; whatever else a file holds is passed over, so that data can grow freely.
 * @param files the parsed JSON for each kind; a kind that is absent has no labels
 */
export function labelsFrom(files: Readonly<Partial<Record<LabelKind, unknown>>>): Labels {
  const tables = new Map<string, Map<string, Pair>>();
  for (const [kind, value] of Object.entries(files)) {
    const table = new Map<string, Pair>();
    collect(value, table);
    tables.set(kind, table);
  }
  return (kind, code, lang) => tables.get(kind)?.get(code)?.[lang] ?? code;
}
