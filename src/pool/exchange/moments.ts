/** Days and wall times of the model as the moments that cells hold, and back. */
import type { Day, WallTime } from "../../model/types.js";
import type { Moment } from "../../sheets/types.js";

export function momentOfDay(day: Day): Moment {
  return { day, time: null };
}

export function momentOfWall(wall: WallTime): Moment {
  return { day: wall.slice(0, 10), time: wall.slice(11) };
}

/** As the model writes it: a day, or a wall time. Whether it should have been the other is for the model's readers to say. */
export function writtenMoment(moment: Moment | null): Day | WallTime | null {
  return moment === null || moment.time === null ? (moment?.day ?? null) : `${moment.day}T${moment.time}`;
}

/** A day where one is expected: a spreadsheet may show the midnight with which it begins. */
export function dayOf(moment: Moment | null): Day | WallTime | null {
  return moment?.time === "00:00" ? moment.day : writtenMoment(moment);
}
