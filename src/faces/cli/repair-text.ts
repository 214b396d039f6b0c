/** What a person reads at the end of a repair: how it stands, and whom to call with what. */
import type { Contact, ContactSession, Repair } from "../../advice/repair/types.js";
import type { Season, Slot } from "../../model/types.js";
import { hours, shortDay, visible, whole } from "../../papers/index.js";
import { gapWords } from "./progress.js";
import { costTable } from "./report.js";

/**
 * The outcome, the calls in their order, who is told anyway, released pins and the cost by rule.
 * @param season with the edits in it
 */
export function repairText(found: Repair, season: Season): string {
  const { staffed, sessions, unstaffed, contacts, told, proven, released, cost, costs, bound, ms } = found;
  const dates = new Map(season.sessions.map(({ id, slots }) => [id, slots]));
  const line = (contact: Contact): string =>
    `${visible(contact.trainer)} ${contact.sessions.map((one) => changeWords(one, dates)).join("; ")}`;
  const open = unstaffed === 0 ? "" : ` · priorities left open: ${whole(unstaffed, "en")}`;
  return [
    `${whole(staffed, "en")} of ${whole(sessions, "en")} sessions staffed${open} (${proven.unstaffed ? "proven: no plan leaves less open" : "not proven: another plan may leave less open"})`,
    `${peopleWords(contacts.length)} to call (${proven.contacts ? "proven: the fewest" : "not proven: fewer may do"})`,
    `cost ${whole(cost, "en")} (${gapWords(cost, bound)}, calls aside) · after ${(ms / 1000).toFixed(1)} s`,
    ...(contacts.length > 0 ? ["Call in this order:"] : []),
    ...contacts.map((contact, i) => `  ${i + 1}. ${line(contact)}`),
    ...(told.length > 0 ? ["Told anyway:"] : []),
    ...told.map((contact) => `  ${line(contact)}`),
    ...(released.length > 0 ? [`Pins released: ${released.map(visible).join(", ")}`] : []),
    costTable(costs, cost, "en"),
    "",
  ].join("\n");
}

function peopleWords(count: number): string {
  if (count === 0) return "Nobody";
  return count === 1 ? "1 person" : `${whole(count, "en")} people`;
}

/** `takes x on Tue 2 Feb 09:30–12:30`, `gives up x …`, `has x on … instead of …`. */
function changeWords({ session, from, to }: ContactSession, dates: ReadonlyMap<string, readonly Slot[]>): string {
  const at = (slot: number): string => slotWords(dates.get(session)?.[slot] ?? []);
  const name = visible(session);
  if (to === null) return from === null ? `has no ${name} now: its date is gone` : `gives up ${name} on ${at(from)}`;
  return from === null ? `takes ${name} on ${at(to)}` : `has ${name} on ${at(to)} instead of ${at(from)}`;
}

function slotWords(slot: Slot): string {
  const [first] = slot;
  if (first === undefined) return "a date that is gone";
  const more = slot.length > 1 ? ` and ${slot.length - 1} more` : "";
  return `${shortDay(first[0], "en")} ${hours(first, "en")}${more}`;
}
