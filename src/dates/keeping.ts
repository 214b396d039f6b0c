/** Whether a community keeps an observance, on that day. */
import type { Calendar } from "./facts.js";
import type { Observance } from "./types.js";

/** A community as a session has it: one or more tags that its people share. */
export type Tags = readonly string[];

/** Gives for an observance and a community whether that community keeps it on that day. */
export type Keeps = (observance: Observance, community: Tags) => boolean;

/**
 * Who keeps what, by the kinds of the backgrounds. On a day of faith religious tags alone decide, where a community has
 * any: Kurdish Alevis keep no Ramadan, though most Kurds do. What an authority has announced holds for the tags that
 * follow it and for nobody else.
 */
export function keepsBy(calendar: Calendar): Keeps {
  const religious = new Set(calendar.backgrounds.items.filter(({ kind }) => kind === "religious").map(({ id }) => id));
  return (observance, community) => {
    const { communities, except, faith, keepers } = observance;
    if (communities === null) return true;
    if (community.some((tag) => except.includes(tag))) return false;
    if (keepers !== null && !community.some((tag) => communities.includes(tag))) return false;
    const faiths = community.filter((tag) => religious.has(tag));
    const decisive = faith && faiths.length > 0 ? faiths : community;
    return decisive.some((tag) => (keepers ?? communities).includes(tag));
  };
}
