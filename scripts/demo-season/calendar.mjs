/** The spring of 2027 in Haaglanden and Rijnmond: the days on which nobody plans, and why. */

export const FROM = "2027-02-01";
export const TO = "2027-06-30";

/** School holidays of region Midden (Zuid-Holland), as set by the ministry. */
const SCHOOL_HOLIDAYS = [
  ["2027-02-20", "2027-02-28"],
  ["2027-04-24", "2027-05-02"],
];
/** Good Friday, Easter Monday, King's Day, Remembrance and Liberation Day, Ascension and its bridging day, Whit Monday. */
const PUBLIC_HOLIDAYS = [
  "2027-03-26",
  "2027-03-29",
  "2027-04-27",
  "2027-05-04",
  "2027-05-05",
  "2027-05-06",
  "2027-05-07",
  "2027-05-17",
];
/** Ramadan, Eid al-Fitr with a day of margin, and the day after Eid al-Adha (a Sunday), by Umm al-Qura. */
const RAMADAN = ["2027-02-08", "2027-03-08"];
const EIDS = ["2027-03-09", "2027-03-10", "2027-05-16", "2027-05-17"];
/** Communities, most of whose members keep Ramadan. */
const KEEPS_RAMADAN = ["turkish", "moroccan", "somali", "syrian", "iraqi", "afghan", "pakistani", "kurdish"];

const DAY_MS = 86_400_000;
const within = (day, [first, last]) => first <= day && day <= last;

/** The day `days` after a day. */
export function addDays(day, days) {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
/** 0 Monday to 6 Sunday. */
export function weekday(day) {
  return (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;
}
/** Every day from the season's first to its last. */
export function allDays() {
  const days = [];
  for (let day = FROM; day <= TO; day = addDays(day, 1)) days.push(day);
  return days;
}
export const isSchoolHoliday = (day) => SCHOOL_HOLIDAYS.some((holiday) => within(day, holiday));
export const isPublicHoliday = (day) => PUBLIC_HOLIDAYS.includes(day);
export const isRamadan = (day) => within(day, RAMADAN);
export const isEid = (day) => EIDS.includes(day);

/** Whether a client would put a session for these communities on this day, at this hour (`hh:mm`). */
export function suits(day, start, communities) {
  if (weekday(day) > 4 || isSchoolHoliday(day) || isPublicHoliday(day)) return false;
  if (communities.some((tag) => KEEPS_RAMADAN.includes(tag))) {
    if (isEid(day)) return false;
    // the fast is broken around sunset, when an evening session would start
    if (isRamadan(day) && start >= "17:00") return false;
  }
  return true;
}
