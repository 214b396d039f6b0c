/**
 * The case of a session for readers who may not know why somebody does not come. Whatever is a trainer's own to keep is
 * reduced to which whole teams it leaves on each date, and told anew from that alone: two seasons in which the same
 * teams are kept from coming give the same case, whichever rule keeps them.
 */

import { OWN_RULES } from "../model/types.js";
import type { Apart, Case, DateCase, Holder } from "./case.js";
import type { Fact } from "./facts.js";
import { possible } from "./possible.js";

/** Of the case with all facts; needs, money and bookings stay as they are. */
export function redactedCase(full: Case): Case {
  const isSecret = full.facts.map(({ rule }) => OWN_RULES.has(rule));
  const facts: Fact[] = [];
  const kept = full.facts.map((fact, i) => (isSecret[i] ? -1 : facts.push(fact) - 1));
  const made = new Map<string, number>();
  const secret = (trainers: readonly number[], slot: number): number => {
    const key = `${trainers.join()} ${slot}`;
    const at = made.get(key) ?? facts.push({ rule: "available", trainers, need: -1, slot, sessions: new Set() }) - 1;
    made.set(key, at);
    return at;
  };
  const open = (blocks: readonly number[]): number[] => blocks.flatMap((b) => (isSecret[b] ? [] : [kept[b] as number]));
  // Whole teams by what is hers to keep and by who is pinned: the pinned date is public and judged apart.
  const judged = Uint8Array.from(full.facts, ({ rule }, i) => (isSecret[i] || rule === "pinned" ? 1 : 0));
  const bare: Case = { ...full, dates: full.dates.map((date) => ({ ...date, blocks: [] })) };
  const dates = full.dates.map((date, d): DateCase => {
    const nobody = possible({ ...bare, dates: bare.dates.slice(d, d + 1) }, judged) < 0;
    const blocks = [...open(date.blocks), ...(nobody ? [secret([], d)] : [])];
    const known = new Map<string, boolean>();
    const comes = (group: number, trainer: number): boolean => {
      const key = `${group} ${trainer}`;
      const answer = known.get(key) ?? possible(bare, judged, { date: d, group, trainer }) >= 0;
      known.set(key, answer);
      return answer;
    };
    const groups = date.groups.map(({ role, seats, holders }, q) => ({
      role,
      seats,
      holders: holders.map(
        (holder): Holder => ({
          ...holder,
          blocks: [
            ...open(holder.blocks),
            ...(nobody || comes(q, holder.trainer) ? [] : [secret([holder.trainer], -1)]),
          ],
        }),
      ),
    }));
    return { ...date, blocks, groups, apart: nobody ? [] : apartOn(bare, d, judged, comes, secret) };
  });
  return { ...full, facts, needs: full.needs.map((fact) => kept[fact] as number), dates, budget: moved(full, kept) };
}

function moved({ budget }: Case, kept: readonly number[]): number {
  return budget < 0 ? -1 : (kept[budget] as number);
}

/** Pairs kept apart on a date of which both could come, and in one team but for that. */
function apartOn(
  bare: Case,
  d: number,
  judged: Uint8Array,
  comes: (group: number, trainer: number) => boolean,
  secret: (trainers: readonly number[], slot: number) => number,
): Apart[] {
  const date = bare.dates[d] as DateCase;
  const someSeat = (trainer: number) =>
    date.groups.some(({ holders }, q) => holders.some((one) => one.trainer === trainer) && comes(q, trainer));
  return date.apart
    .filter(({ a, b }) => a !== b && someSeat(a) && someSeat(b) && meetBut(bare, d, judged, a, b))
    .map(({ a, b }) => ({ a, b, facts: [secret([a], -1), secret([b], -1)] }));
}

/** Whether the two would meet in some whole team if nothing kept the two of them apart. */
function meetBut(bare: Case, d: number, judged: Uint8Array, a: number, b: number): boolean {
  const date = bare.dates[d] as DateCase;
  const apart = date.apart.filter((pair) => !(pair.a === a && pair.b === b));
  // The second gets a seat that is hers alone, and the first is asked for.
  return date.groups.some((_, qa) =>
    date.groups.some(({ role, seats }, qb) => {
      if (qa === qb && seats < 2) return false;
      const groups = date.groups.flatMap((group, q) =>
        q !== qb
          ? [group]
          : [
              { role, seats: 1, holders: group.holders.filter(({ trainer }) => trainer === b) },
              { role, seats: seats - 1, holders: group.holders },
            ],
      );
      const at = qa >= qb ? qa + 1 : qa;
      const one: Case = { ...bare, dates: [{ ...date, apart, groups }] };
      return possible(one, judged, { date: 0, group: at, trainer: a }) >= 0;
    }),
  );
}
