/** Codes as people call them. */
import { computed } from "@preact/signals";
import { organisations } from "./organisations.js";
import { isEmptySeat } from "./standing.js";
import { labels, lang, pool, season, words } from "./state.js";
import type { LabelKind, LabelList, Verdict } from "./types.js";

/** code → label in the language that is shown, by kind. */
const labelled = computed(() => {
  const all = Object.entries(labels.value ?? {}) as [LabelKind, readonly LabelList[]][];
  return new Map(all.map(([kind, list]) => [kind, new Map(list.map((one) => [one.code, one[lang.value]]))]));
});
const people = computed(
  () => new Map(pool.value.flatMap(({ trainer, name }) => (name === null ? [] : [[trainer, name]]))),
);
const placed = computed(() => new Map(season.value?.places.map(({ id, name }) => [id, name])));

export function label(kind: LabelKind, code: string): string {
  return labelled.value.get(kind)?.get(code) ?? code;
}
interface Made {
  readonly activity: string;
  readonly item?: string | null;
}
/** A session by what it is: the item that it was made of, else its activity. */
export const sessionLabel = ({ activity, item = null }: Made): string =>
  item === null ? label("activity", activity) : label("item", item);
/** An organisation as the pool calls it, else as it is known to all. */
export function organisationName(code: string): string {
  return organisations.value.get(code) ?? label("organisation", code);
}
/** Her name where it may be known, else her code. */
export function trainerName(code: string): string {
  return people.value.get(code) ?? code;
}
/** The name of a place of the season. */
export function placeName(code: string | null, online: string): string {
  return code === null || code === "" ? online : (placed.value.get(code) ?? code);
}

/** What and where a session is. */
export const whatAndWhere = (session: Made & { readonly place: string | null }): string =>
  `${sessionLabel(session)}, ${placeName(session.place, words.value.online)}`;
/** The same of a session's code; one that is only supposed by the code itself. */
export function sessionName(id: string): string {
  const session = season.value?.sessions.find((one) => one.id === id);
  return session === undefined ? id : whatAndWhere(session);
}

/** A reason with the codes in it as people call them. */
export function inWords(reason: string): string {
  const speaks = /^(?:spreekt|speaks) ([^:]+)/.exec(reason)?.[1];
  const said = speaks === undefined ? reason : reason.replace(speaks, label("language", speaks));
  const themes = labels.value?.theme ?? [];
  return said.replace(/[\w-]+/g, (word) => {
    if (pool.value.some(({ trainer }) => trainer === word)) return trainerName(word);
    const theme = themes.find(({ code }) => code === word);
    return theme === undefined ? word : theme[lang.value];
  });
}

/** What a broken rule is about, as people call it: a trainer by her name, a session by what it is, with its code. */
export function named(where: string): string {
  const session = season.value?.sessions.find(({ id }) => id === where);
  if (session !== undefined) return `${sessionLabel(session)} · ${where}`;
  return trainerName(where);
}

/** A broken rule, or a seat that is open still, as people call it. */
export function brokenText(one: Verdict["violations"][number]): string {
  const w = words.value;
  return isEmptySeat(one) ? w.seatEmpty : (w.hers[one.rule] ?? w.rules[one.rule] ?? one.text);
}
