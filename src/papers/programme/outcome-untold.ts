/**
 * What the outcome of a quick scan does not tell, why, and how many answers more would let it be told. Made of what is told alone, and
 * of what is always enough whatever the hidden count is: so it gives none away.
 */
import type { Group } from "../../programme/scan/answers.js";
import type { Counted, Needs } from "../../programme/scan/needs.js";
import { atLeast, LEAST_TOLD } from "../../programme/suppress.js";
import { escapeHtml as h } from "../html-document.js";
import type { Lang } from "../words.js";

/** A count of a whole group is not told, so a group has one person more before a wish of it can be. */
const LEAST_WISHING = LEAST_TOLD + 1;
/** Who is listed as a group has answered once at least. */
const LEAST_ANSWERED = 1;

const answers = (n: number): string => (n === 1 ? "1 antwoord" : `${n} antwoorden`);
const WORDS = {
  nl: {
    head: "Wat hier niet staat, en waarom",
    why: `Aan een klein aantal is te zien wie wat heeft gezegd. Daarom staat hier geen aantal onder de ${LEAST_TOLD}, en geen aantal waaruit zo’n aantal af te leiden is, zoals dat van een hele groep.`,
    few: (group: string, size: number, wish: number) =>
      `${group}: minder dan ${LEAST_TOLD} antwoorden. Met ${answers(size)} meer is hun aantal te noemen, en met ${wish} meer kan ook een wens van hen te noemen zijn.`,
    short: (group: string, wish: number) =>
      `${group}: met ${answers(wish)} meer kan ook een wens van hen te noemen zijn.`,
    themes: (names: string) =>
      `Geen aantal te noemen: ${names}. Een wens is te noemen zodra ${LEAST_TOLD} mensen van één groep haar op één niveau hebben, en niet die hele groep: ${LEAST_TOLD} van hen erbij zijn altijd genoeg.`,
    counts: (names: string) =>
      `Geen antwoord dat ${LEAST_TOLD} of meer mensen kozen, bij: ${names}. ${LEAST_TOLD} mensen erbij die hetzelfde kiezen, zijn altijd genoeg.`,
    total: `Samen is te noemen zodra elke groep dat is.`,
    enough: "Hoeveel het er nu zijn, blijft ongenoemd. Hier staat wat altijd genoeg is; vaak is minder genoeg.",
  },
  en: {
    head: "What is not told here, and why",
    why: `A small count shows who said what. So no count under ${LEAST_TOLD} is told, nor one from which such a count could be worked out, as that of a whole group.`,
    few: (group: string, size: number, wish: number) =>
      `${group}: fewer than ${LEAST_TOLD} answers. With ${size} more their number can be told, and with ${wish} more perhaps a wish of theirs too.`,
    short: (group: string, wish: number) => `${group}: with ${wish} more a wish of theirs can perhaps be told too.`,
    themes: (names: string) =>
      `No count can be told: ${names}. A wish can be told once ${LEAST_TOLD} people of one group have it at one level, and not the whole of that group: ${LEAST_TOLD} more of them are always enough.`,
    counts: (names: string) =>
      `No answer that ${LEAST_TOLD} or more people chose, of: ${names}. ${LEAST_TOLD} more who choose the same are always enough.`,
    total: "Together can be told once every group can.",
    enough: "How many they are now is not told. What stands here is always enough; often less is.",
  },
} as const;

/** How many want a theme at least, by what is told; 0 where nothing is. */
export const wanting = ({ levels }: Needs["themes"][number]): number =>
  levels.reduce((sum, level) => sum + atLeast(Object.values(level.byGroup)), 0);

export interface UntoldNames {
  readonly group: Readonly<Record<Group, string>>;
  readonly theme: (id: string) => string;
  readonly question: (id: Counted) => string;
}

/** The section; empty where all is told. */
export function untoldHtml({ groups, people, themes, counts }: Needs, names: UntoldNames, lang: Lang): string {
  const words = WORDS[lang];
  const ofGroups = groups.flatMap((group) => {
    const size = people.byGroup[group];
    if (size === null)
      return [words.few(names.group[group], LEAST_TOLD - LEAST_ANSWERED, LEAST_WISHING - LEAST_ANSWERED)];
    return size < LEAST_WISHING ? [words.short(names.group[group], LEAST_WISHING - size)] : [];
  });
  const isHidden = groups.some((group) => people.byGroup[group] === null);
  // Names of themes and questions have commas and words like "and" in them.
  const list = (items: readonly string[]) => items.join("; ");
  const hidden = themes.filter((theme) => wanting(theme) === 0).map(({ id }) => names.theme(id));
  const questions = (Object.keys(counts) as Counted[])
    .filter((one) => counts[one].length === 0)
    .map(names.question)
    .map((one) => `‘${one}’`);
  const lines = [
    ...ofGroups,
    ...(isHidden && groups.length > 1 ? [words.total] : []),
    ...(hidden.length > 0 ? [words.themes(list(hidden))] : []),
    ...(questions.length > 0 ? [words.counts(list(questions))] : []),
  ];
  if (lines.length === 0) return "";
  return `<section class="untold-here"><h2>${h(words.head)}</h2>
<p>${h(words.why)}</p>
<ul>${lines.map((line) => `<li>${h(line)}</li>`).join("")}</ul>
<p class="note">${h(words.enough)}</p></section>`;
}
