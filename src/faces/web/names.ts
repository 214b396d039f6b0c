/** Codes as people call them. */
import { labels, lang, pool, season } from "./state.js";
import type { LabelKind } from "./types.js";

export function label(kind: LabelKind, code: string): string {
  const found = labels.value?.[kind].find((one) => one.code === code);
  return found === undefined ? code : found[lang.value];
}
/** Her name where it may be known, else her code. */
export function trainerName(code: string): string {
  return pool.value.find(({ trainer }) => trainer === code)?.name ?? code;
}
/** The name of a place of the season. */
export function placeName(code: string | null, online: string): string {
  if (code === null || code === "") return online;
  return season.value?.places.find(({ id }) => id === code)?.name ?? code;
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

/** What a broken rule is about, as people call it: a trainer by her name, a session by what and where, else its code. */
export function named(where: string): string {
  const session = season.value?.sessions.find(({ id }) => id === where);
  if (session !== undefined) return `${label("activity", session.activity)} · ${where}`;
  return trainerName(where);
}
