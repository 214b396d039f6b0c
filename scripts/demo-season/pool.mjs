/**
 * The pool: forty invented trainers. A row of the table is what a coordinator knows of somebody; intervals, levels and
 * limits follow from it. Codes instead of names; nobody here exists.
 */
import { addDays, allDays, isEid, isPublicHoliday, isRamadan, isSchoolHoliday, weekday } from "./calendar.mjs";

/**
 * code | roles (P professional, L lived experience, A training actor) | backgrounds | languages beside Dutch | w or m |
 * organisation | home | week | strong themes | remarks.
 * Week, Monday to Friday: D day, M morning, A afternoon, L afternoon and evening, E evening, F day and evening, - not.
 * Remarks: exp experienced, kids off in school holidays, fast no evenings in Ramadan and free at Eid, near/far how far she
 * travels, few/many how often, twice two parts a day, rest a day of rest between sessions.
 */
const TABLE = `
t01|P||en|w|movisie|Den Haag|DDFD-|domestic-violence gender-equality lgbti-acceptance|exp many
t02|P||en|m|movisie|Utrecht|-DDFD|lgbti-acceptance social-control conversation-skills|exp far many
t03|P||en fr|w|lkha|Den Haag|DDDD-|forced-marriage abandonment law-and-rights|exp many
t04|P|||w|lkha|Delft|DFDD-|forced-marriage honour-violence conversation-skills|exp kids many
t05|P||en|m|lkha|Rotterdam|F-DDD|abandonment law-and-rights domestic-violence|far many
t06|P|||w|movisie|Rotterdam|DD-DD|fgm domestic-violence culture-sensitive-work|exp many
t07|P|turkish secular|tr en|w|kezban|Schiedam|DL-DD|honour-violence gender-equality social-control|exp kids
t08|P|hindustani hindu|hns en|m|movisie|Den Haag|D-DFD|domestic-violence culture-sensitive-work conversation-skills|twice
t09|P|moroccan|ary fr|w|smn|Rotterdam|-DDLD|social-control forced-marriage gender-equality|exp fast
t10|P|iranian secular|fa en|m|von|Leiden|DD-F-|law-and-rights lgbti-acceptance honour-violence|far
t11|P|surinamese|srn en|w|movisie|Capelle aan den IJssel|DFD--|gender-equality domestic-violence social-control|kids
t12|PL|turkish sunni|tr|w|lkha|Den Haag|DD-LD|forced-marriage social-control culture-sensitive-work|exp fast
t13|PL|moroccan sunni|ary rif|m|smn|Rotterdam|L-DD-|honour-violence conversation-skills culture-sensitive-work|exp fast
t14|PL|somali sunni|so en|w|fsan|Den Haag|DDD-M|fgm domestic-violence culture-sensitive-work|exp fast kids
t15|PL|kurdish|kmr tr|w|von|Schiedam|-DFD-|honour-violence forced-marriage law-and-rights|exp rest
t16|PL|iraqi shia|acm ar en|w|lkha|Zoetermeer|D-DD-|domestic-violence conversation-skills abandonment|fast
t17|PL|afghan|prs fa|m|von|Leidschendam-Voorburg|DD-F-|honour-violence gender-equality conversation-skills|far
t18|PL|syrian|apc ar en|w|von|Rotterdam|DDD-L|culture-sensitive-work social-control forced-marriage|kids
t19|PL|turkish alevi|tr|m|htib|Rotterdam|F-LD-|gender-equality lgbti-acceptance social-control|exp
t20|L|hindustani hindu|hns|w|von|Den Haag|DLD-D|domestic-violence social-control|exp
t21|L|hindustani|hns en|w|movisie|Zoetermeer|-DFD-|gender-equality forced-marriage|kids
t22|L|turkish sunni|tr|m|iot|Vlaardingen|L-DLD|social-control honour-violence|fast
t23|L|turkish sunni|tr|w|kezban|Rotterdam|DDD--|forced-marriage domestic-violence|exp fast kids
t24|L|moroccan sunni|ary fr|w|mudawwanah|Den Haag|DD-DL|law-and-rights abandonment|exp fast
t25|L|moroccan|rif ary|m|smn|Vlaardingen|FDFD-|social-control lgbti-acceptance|twice
t26|L|moroccan sunni|ary|w|lkha|Gouda|-DD-D|abandonment forced-marriage|far fast
t27|L|somali sunni|so|m|fsan|Rotterdam|DFDF-|fgm conversation-skills|fast
t28|L|somali|so en|w|fsan|Delft|MM-D-|fgm gender-equality|kids few
t29|L|eritrean orthodox|ti en|w|von|Nissewaard|D-DD-|fgm forced-marriage|exp rest
t30|L|eritrean orthodox|ti|w|von|Dordrecht|-LD-D|fgm social-control|few
t31|L|eritrean pentecostal|ti am en|m|von|Rotterdam|F-DDF|social-control conversation-skills|
t32|L|cape-verdean catholic|kea pt|w|movisie|Rotterdam|DFFD-|domestic-violence gender-equality|exp
t33|L|antillean catholic|pap en|m|movisie|Capelle aan den IJssel|D-LDD|domestic-violence conversation-skills|
t34|L|polish catholic|pl en|w|movisie|Westland|DF-A-|domestic-violence gender-equality|few
t35|L|iranian secular|fa en|w|von|Delft|D-FD-|lgbti-acceptance law-and-rights|exp twice
t36|LA|syrian sunni|apc ar|m|von|Rotterdam|FDFD-|honour-violence culture-sensitive-work|fast
t37|A||en|w|movisie|Rotterdam|DDDD-|conversation-skills|exp many
t38|A|surinamese|srn|m|movisie|Den Haag|D-DDF|conversation-skills|
t39|A|turkish|tr|w|lkha|Zoetermeer|DDF-D|conversation-skills|exp
t40|L|chinese|zh en|w|von|Den Haag|-D-D-|gender-equality|near few
`;

/** Wishes and safety measures of single trainers; the reasons are hers. */
const PERSONAL = {
  t09: { avoidPlaces: ["Vlaardingen", "Maassluis"] },
  t12: { avoidTrainers: ["t22"] },
  t15: { exposure: { "honour-violence": 2 }, avoidPlaces: ["Schiedam"] },
  t16: { ownCommunityKm: 12 },
  t17: { exposure: { "honour-violence": 3 } },
  t18: { exposure: { "forced-marriage": 2 } },
  t20: { exposure: { "domestic-violence": 2 } },
  t23: { exposure: { "forced-marriage": 2, "domestic-violence": 2 }, avoidPlaces: ["Rotterdam"] },
  t24: { ownCommunityKm: 10, exposure: { abandonment: 2 } },
  t26: { exposure: { abandonment: 1 }, avoidPlaces: ["Gouda", "Den Haag"] },
  t28: { ownCommunityKm: 8, exposure: { fgm: 2 } },
  t29: { ownCommunityKm: 20, exposure: { fgm: 2 } },
  t35: { avoidTrainers: ["t10"] },
  t34: { exposure: { "domestic-violence": 2 } },
};

const HOURS = {
  D: ["08:30", "17:30"],
  M: ["08:30", "13:30"],
  A: ["12:30", "17:30"],
  L: ["12:30", "22:00"],
  E: ["17:30", "22:00"],
  F: ["08:30", "22:00"],
};
const ROLE = { P: "professional", L: "lived", A: "actor" };
/** Whole euros an hour, lowest and highest, by the first role of a trainer. */
const RATES = { P: [88, 112], L: [60, 74], A: [82, 92] };
const words = (text) => text.split(" ").filter((word) => word !== "");

/** Her weekly pattern over the season, less holidays, a week away and single days; and what she would rather keep free. */
function intervals(row, random) {
  const off = (day) =>
    isPublicHoliday(day) ||
    (row.remarks.includes("kids") && isSchoolHoliday(day)) ||
    (row.remarks.includes("fast") && isEid(day));
  // a week away, outside the busiest weeks, for most of them
  const away = addDays("2027-02-15", 7 * random.whole(0, 18));
  const takesWeek = random.odds(0.7);
  const available = [];
  const discouraged = [];
  for (const day of allDays()) {
    const letter = row.week[weekday(day)] ?? "-";
    const extra = weekday(day) < 5 && letter === "-" && random.odds(0.05);
    const sick = random.odds(0.05);
    const rather = random.odds(0.06);
    const hours = extra ? HOURS.D : HOURS[letter];
    if (!hours || off(day) || sick || (takesWeek && away <= day && day < addDays(away, 7))) continue;
    available.push(hours.map((hour) => `${day}T${hour}`));
    if (rather) discouraged.push([`${day}T08:30`, `${day}T17:30`]);
    else if (row.remarks.includes("fast") && isRamadan(day) && hours[1] > "18:00") {
      discouraged.push([`${day}T17:30`, `${day}T22:00`]);
    }
  }
  return { available, discouraged };
}

/** theme → level: the strong themes 3, 3, 2 for professionals and 3, 2 for others, and some more below that. */
function expertise(row, themes, random) {
  const professional = row.roles.includes("P");
  const levels = new Map(row.strong.map((theme, rank) => [theme, rank === 0 || (professional && rank === 1) ? 3 : 2]));
  for (const theme of themes) {
    if (levels.has(theme)) continue;
    const level = professional ? random.pick([0, 1, 1, 2, 2]) : random.pick([0, 0, 1, 1, 2]);
    if (level > 0) levels.set(theme, level);
  }
  return Object.fromEntries(themes.filter((theme) => levels.has(theme)).map((theme) => [theme, levels.get(theme)]));
}

function limits(row, random) {
  const has = (remark) => row.remarks.includes(remark);
  const personal = PERSONAL[row.id] ?? {};
  return {
    perDay: has("twice") ? 2 : 1,
    perWeek: has("few") ? 1 : has("many") ? 3 : 2,
    perSeason: has("few") ? 4 : has("many") ? 10 : random.whole(6, 8),
    restDays: has("rest") ? 1 : 0,
    travelKm: has("far") ? 150 : has("near") ? 30 : random.pick([50, 60, 80]),
    ownCommunityKm: personal.ownCommunityKm ?? 0,
    exposure: personal.exposure ?? {},
  };
}

/**
 * The pool.
 * @param {string[]} themes theme codes, in the order in which levels are written
 * @param {(name: string) => string} placeOf a municipality's code by its name
 */
export function makePool(themes, placeOf, random) {
  return TABLE.trim()
    .split("\n")
    .map((line) => {
      const [id, roles, backgrounds, languages, gender, organisation, home, week, strong, remarks] = line.split("|");
      const row = { id, roles, week, strong: words(strong), remarks: words(remarks) };
      const personal = PERSONAL[id] ?? {};
      const [low, high] = RATES[roles[0]];
      const bounds = limits(row, random);
      const busy = bounds.perSeason > 8;
      return {
        id,
        roles: [...roles].map((letter) => ROLE[letter]),
        backgrounds: words(backgrounds),
        languages: ["nl", ...words(languages)],
        traits: [
          gender === "w" ? "woman" : "man",
          `org:${organisation}`,
          ...(row.remarks.includes("exp") ? ["experienced"] : []),
        ],
        expertise: expertise(row, themes, random),
        home: placeOf(home),
        ...intervals(row, random),
        limits: bounds,
        share: row.remarks.includes("few") ? { min: 0, max: 5 } : busy ? { min: 4, max: 11 } : { min: 2, max: 9 },
        avoidPlaces: (personal.avoidPlaces ?? []).map(placeOf),
        avoidTrainers: personal.avoidTrainers ?? [],
        ratePerHour: random.whole(low, high),
      };
    });
}
