/** What a group is, who can be in it, and what keeps somebody out. */
import { commonOf } from "./measure.js";
import {
  ANY_DAY,
  type Intake,
  isWithin,
  type Participant,
  placesFor,
  type Setting,
  type Span,
  settingsOf,
  spanOf,
} from "./participants.js";

/** What a group is: its day, its place in a region, its language, and whether it is for women only. */
export interface Frame extends Setting {
  readonly language: string;
  readonly womenOnly: boolean;
}

/** All that a group of some of these can be. */
export function framesOf(intake: Intake, participants: readonly Participant[]): readonly Frame[] {
  const languages = [...new Set(participants.flatMap((one) => one.languages))].sort();
  return settingsOf(intake, intake.dates, intake.places ?? []).flatMap((setting) =>
    languages.flatMap((language) => [false, true].map((womenOnly): Frame => ({ ...setting, language, womenOnly }))),
  );
}

/** What of somebody and a group does not go together; each is said here alone. */
const BARS = {
  dates: ({ dates }: Participant, { date }: Frame) => !dates.includes(date),
  /** she is in a group of another item that comes before or after, and the day does not */
  order: (one: Participant, { date }: Frame, intake: Intake) => !isWithin(spanOf(one, intake), date),
  places: (one: Participant, { place }: Frame, intake: Intake) =>
    place !== null && !placesFor(one, intake).includes(place),
  languages: ({ languages }: Participant, { language }: Frame) => !languages.includes(language),
  /** the group is for women, and she or he is none */
  forWomen: ({ woman }: Participant, { womenOnly }: Frame) => womenOnly && !woman,
  /** she can only be among women, and the group is for all */
  womenOnly: (one: Participant, { womenOnly }: Frame) => !womenOnly && one.womenOnly,
} as const;
export type Bar = keyof typeof BARS;
export const BAR_KINDS = Object.keys(BARS) as readonly Bar[];

export const fits = (one: Participant, frame: Frame, intake: Intake): boolean =>
  !BAR_KINDS.some((kind) => BARS[kind](one, frame, intake));

/** For each person and group, whether she can be in it. */
export type Able = readonly (readonly boolean[])[];
export const ableOf = (intake: Intake, frames: readonly Frame[]): Able =>
  intake.participants.map((one) => frames.map((frame) => fits(one, frame, intake)));

/** What keeps somebody out of a group, its size apart. */
export const barsOf = (one: Participant, frame: Frame, intake: Intake): readonly Bar[] =>
  BAR_KINDS.filter((kind) => BARS[kind](one, frame, intake));

/**
 * What a group of these members is told to be: the first day and place that suit all, Dutch where all speak it. Where none of them
 * has said where she can be, the place is left to the order, unless a group could not be in some of them on that day.
 * @param wanted a day of these is taken where there is one
 */
export function frameOf(members: readonly Participant[], intake: Intake, wanted: Span = ANY_DAY): Frame {
  const { settings, languages, womenOnly } = commonOf(members, intake);
  const inTime = settings.find((setting) => isWithin(wanted, setting.date));
  const { date, place } = inTime ?? settings[0] ?? { date: "", place: null };
  const saidWhere = members.some((one) => (one.places ?? []).length > 0);
  const all = intake.places ?? [];
  const isAnywhere = !saidWhere && settingsOf(intake, [date], all).length === all.length;
  return {
    date,
    place: isAnywhere ? null : place,
    language: languages.includes("nl") ? "nl" : (languages[0] ?? ""),
    womenOnly,
  };
}
