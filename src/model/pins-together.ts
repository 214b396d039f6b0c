/** Full pins that break one of the rules 14 to 20, alone or together: no plan could obey them. */
import type { Faults } from "./faults.js";
import { feeOf } from "./fee.js";
import { kmBetween } from "./geo.js";
import {
  type BusyPart,
  busyParts,
  isFullPin,
  NOT_AVAILABLE,
  type PinnedMember,
  pinnedMembers,
  type Sound,
} from "./pins.js";
import type { Path } from "./redaction.js";
import { dayOfMinute, weekOfDay } from "./time.js";
import type { Place, Session, Trainer } from "./types.js";

interface FullPin {
  /** in the season's list */
  readonly index: number;
  readonly session: Session;
  readonly parts: readonly BusyPart[];
  readonly members: readonly PinnedMember[];
}

/** One part of one full pin in a trainer's diary. */
interface Entry extends BusyPart {
  readonly pin: FullPin;
  /** of her member in the season's file */
  readonly path: Path;
  readonly day: number;
}

/** One seat that the full pins give to a trainer. */
interface Booking {
  readonly pin: FullPin;
  readonly member: PinnedMember;
  readonly path: Path;
}

function fullPins(sound: Sound): readonly FullPin[] {
  const pins: FullPin[] = [];
  for (const [index, session] of sound.sessions) {
    if (session.pinned === null || !isFullPin(session)) continue;
    const members = pinnedMembers(sound, session);
    if (members !== null) pins.push({ index, session, parts: busyParts(session, session.pinned.slot), members });
  }
  return pins;
}

function together(rule: string): string {
  return `a full pin that, with the other full pins, keeps the rule ${rule}: release one of them`;
}

/** Rule 14, in one sweep: a part overlaps an earlier one if it begins before the latest end among other sessions. */
function checkOverlap(faults: Faults, entries: readonly Entry[]): void {
  let latest: Entry | undefined;
  let latestOfOthers: Entry | undefined;
  for (const entry of [...entries].sort((a, b) => a.from - b.from)) {
    const other = latest?.pin === entry.pin ? latestOfOthers : latest;
    if (other !== undefined && entry.from < other.to) faults.add(entry.path, together("overlap"));
    if (latest === undefined || entry.to > latest.to) {
      if (latest?.pin !== entry.pin) latestOfOthers = latest;
      latest = entry;
    } else if (latest.pin !== entry.pin && entry.to > (latestOfOthers?.to ?? Number.NEGATIVE_INFINITY)) {
      latestOfOthers = entry;
    }
  }
}

/** Rule 15, among the parts that start on one day. */
function checkTravelTime(faults: Faults, places: ReadonlyMap<string, Place>, ofDay: readonly Entry[]): void {
  const placeOf = (entry: Entry): Place | undefined => places.get(entry.pin.session.place ?? "");
  const sorted = [...ofDay].sort((a, b) => a.from - b.from);
  for (const [i, later] of sorted.entries()) {
    const there = placeOf(later);
    if (there === undefined) continue;
    const late = sorted.slice(0, i).some((earlier) => {
      const here = placeOf(earlier);
      // An overlap is told as such.
      if (here === undefined || earlier.pin === later.pin || later.from < earlier.to) return false;
      return later.from - earlier.to < kmBetween(here, there);
    });
    if (late) faults.add(later.path, together("travelTime"));
  }
}

/** Rule 16: the nearest earlier day with a part of another session is more than `restDays` days away. */
function checkRestDays(faults: Faults, entries: readonly Entry[], restDays: number): void {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  for (const [i, later] of sorted.entries()) {
    for (let j = i - 1; j >= 0; j--) {
      const earlier = sorted[j];
      if (earlier === undefined || later.day - earlier.day > restDays) break;
      if (earlier.pin === later.pin || earlier.day === later.day) continue;
      faults.add(later.path, together("restDays"));
      break;
    }
  }
}

/** Refuses the entries by which a count of parts passes its limit. */
function checkCount(
  faults: Faults,
  entries: readonly Entry[],
  keyOf: (entry: Entry) => number,
  most: number,
  rule: string,
): void {
  const counts = new Map<number, number>();
  for (const entry of entries) {
    const count = (counts.get(keyOf(entry)) ?? 0) + 1;
    counts.set(keyOf(entry), count);
    if (count > most) faults.add(entry.path, together(rule));
  }
}

/** Rule 18: in `lived` seats, at most so many sessions on a theme. */
function checkExposure(faults: Faults, trainer: Trainer, bookings: readonly Booking[]): void {
  for (const [theme, most] of Object.entries(trainer.limits.exposure)) {
    let count = 0;
    for (const { pin, member, path } of bookings) {
      if (member.seat !== "lived" || !pin.session.themes.some((need) => need.id === theme)) continue;
      if (++count > most) faults.add(path, NOT_AVAILABLE);
    }
  }
}

function checkDiary(faults: Faults, sound: Sound, trainer: Trainer, bookings: readonly Booking[]): void {
  const entries = bookings.flatMap(({ pin, path }) =>
    pin.parts.map((part): Entry => ({ ...part, pin, path, day: dayOfMinute(part.start) })),
  );
  const { perDay, perWeek, perSeason, restDays } = trainer.limits;
  checkOverlap(faults, entries);
  const days = new Map<number, Entry[]>();
  for (const entry of entries) {
    const ofDay = days.get(entry.day);
    if (ofDay === undefined) days.set(entry.day, [entry]);
    else ofDay.push(entry);
  }
  for (const ofDay of days.values()) checkTravelTime(faults, sound.places, ofDay);
  checkRestDays(faults, entries, restDays);
  checkCount(faults, entries, (entry) => entry.day, perDay, "perDay");
  checkCount(faults, entries, (entry) => weekOfDay(entry.day), perWeek, "perWeek");
  for (const { path } of bookings.slice(perSeason)) faults.add(path, together("perSeason"));
  checkExposure(faults, trainer, bookings);
}

/** Rule 19, for what full pins fix: who is staffed, and when. */
function checkOrder(faults: Faults, sound: Sound, pins: readonly FullPin[]): void {
  const pinned = new Map(pins.map((pin) => [pin.session.id, pin]));
  const known = new Set(sound.sessions.map(([, session]) => session.id));
  for (const [, series] of sound.series) {
    for (const [i, id] of series.sessions.entries()) {
      const pin = pinned.get(id);
      const previous = series.sessions[i - 1];
      if (pin === undefined || previous === undefined || !known.has(previous)) continue;
      const path = ["sessions", pin.index, "pinned"];
      const before = pinned.get(previous);
      if (before === undefined) {
        faults.add(path, "no full pin before the session ahead of it in its series has one too (rule order)");
        continue;
      }
      const days = dayOfMinute(pin.parts[0]?.start ?? 0) - dayOfMinute(before.parts.at(-1)?.start ?? 0);
      if (days >= series.minDays && days <= series.maxDays) continue;
      const range = `${series.minDays} to ${series.maxDays}`;
      faults.add(
        path,
        `a full pin ${range} days after the session ahead of it in its series, not ${days} (rule order)`,
      );
    }
  }
}

/** Rule 20, for the fees that full pins fix. */
function checkBudgets(faults: Faults, sound: Sound, pins: readonly FullPin[]): void {
  const fees = new Map<string, number>();
  for (const { session, parts, members } of pins) {
    if (session.programme === null) continue;
    const minutes = parts.reduce((sum, part) => sum + part.end - part.start, session.paidMinutes);
    const fee = members.reduce((sum, { trainer }) => sum + feeOf(trainer.ratePerHour, minutes), 0);
    fees.set(session.programme, (fees.get(session.programme) ?? 0) + fee);
  }
  for (const [i, { id, budget }] of sound.programmes) {
    const fee = fees.get(id) ?? 0;
    if (fee <= budget) continue;
    const expected = `a budget that covers the fees of the full pins, ${fee} euros (rule budget): raise it or release one`;
    faults.addValue(["programmes", i, "budget"], expected, budget);
  }
}

/**
 * Adds every fault that full pins show over a trainer's season, a series or a programme.
 * @param sound records known to be well formed; pins that name others are passed over
 */
export function checkPinsTogether(faults: Faults, sound: Sound): void {
  const pins = fullPins(sound);
  const bookings = new Map<Trainer, Booking[]>();
  for (const pin of pins) {
    for (const member of pin.members) {
      const booking = { pin, member, path: ["sessions", pin.index, "pinned", "team", member.index] };
      const hers = bookings.get(member.trainer);
      if (hers === undefined) bookings.set(member.trainer, [booking]);
      else hers.push(booking);
    }
  }
  for (const [trainer, hers] of bookings) checkDiary(faults, sound, trainer, hers);
  checkOrder(faults, sound, pins);
  checkBudgets(faults, sound, pins);
}
