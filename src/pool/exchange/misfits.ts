/**
 * What the model's readers refuse once each cell is sound by itself, in the words of a spreadsheet. Their own messages may
 * hold what stands in another cell, so that none of them is passed on.
 */
import type { Wording } from "../../sheets/types.js";

const MISFITS: readonly (readonly [pattern: RegExp, nl: string, en: string])[] = [
  [/ends after it starts/, "het einde ligt niet na het begin", "the end is not after the start"],
  [
    /^a wall time/,
    "hier hoort een tijd bij de datum: 2027-03-01 09:30",
    "the date needs a time here: 2027-03-01 09:30",
  ],
  [/^a day YYYY/, "hier hoort een datum zonder tijd", "expected a date without a time"],
  [/^a day from `from` on/, "de laatste dag ligt voor de eerste", "the last day is before the first"],
  [/week in it is the first/, "bij eens per meer weken hoort een eerste dag", "every so many weeks needs a first day"],
  [
    /^a list of 1 or more (weekdays|parts)/,
    "vul in welke weekdagen en dagdelen",
    "fill in which weekdays and parts of the day",
  ],
  [/that end after they start/, "een tijd eindigt niet na haar begin", "a time does not end after its start"],
  [/level needed/, "het gewenste niveau is lager dan wat nodig is", "the level wished is below the level needed"],
  [
    /one or more parts|list of 1 or more slots|slot: a list/,
    "er staat geen datum op het blad Data",
    "it has no date on the sheet Dates",
  ],
  [/seats in all/, "een team heeft 1 tot en met 12 plaatsen", "a team has 1 to 12 seats in all"],
  [
    /a part that starts when/,
    "dit deel begint voordat het vorige is afgelopen",
    "this part starts before the one before it ends",
  ],
  [/not on offer already/, "deze datum staat er al", "this date is on offer already"],
  [/not in this (list|team) already/, "dit staat er al", "this is there already"],
  [/^the index of one/, "die voorkeur staat niet op het blad Data", "the sheet Dates has no such choice"],
  [/^a whole number from [01] to 3/, "een niveau is 1, 2 of 3", "a level is 1, 2 or 3"],
  [
    /at most 24 hours/,
    "dit deel duurt langer dan een dag: klopt het jaar?",
    "this part takes more than a day: is the year right?",
  ],
  [/^a whole number/, "bij een vast team hoort een vaste datum", "a fixed team needs a fixed date"],
  [/^an instant/, "hier hoort een ogenblik: 2027-02-01T12:00:00Z", "expected an instant: 2027-02-01T12:00:00Z"],
  [/^text/, "hier past één waarde, en leeg mag niet", "expected one value, and not a blank"],
];

/** The wording of what a reader expected. */
export function misfit(expected: string): Wording {
  const found = MISFITS.find(([pattern]) => pattern.test(expected));
  const [, nl, en] = found ?? [null, "dit past niet bij de rest van deze rij", "does not fit the rest of its row"];
  return { nl, en };
}
