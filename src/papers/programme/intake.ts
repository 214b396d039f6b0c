/** The intake list of groups: who is where, what places are left, who waits. As text, or as CSV for a spreadsheet. */
import type { Groups } from "../../programme/groups/groups.js";
import { shortDay } from "../dates.js";
import { visible } from "../text-table.js";
import type { Lang } from "../words.js";

const WORDS = {
  nl: {
    group: "Groep",
    women: "alleen vrouwen",
    mixed: (formal: number, informal: number) => `${formal} formeel, ${informal} informeel`,
    left: (n: number) => (n === 0 ? "vol" : `nog ${n} ${n === 1 ? "plaats" : "plaatsen"}`),
    waiting: "Wachtlijst",
    nobody: "niemand",
    proven: "Een betere indeling bestaat niet; dat is bewezen.",
    unproven: (placed: number, most: number, mix: number, least: number) =>
      `Geplaatst: ${placed}; meer dan ${most} kan nooit. Ongelijkheid van de menging: ${mix}; minder dan ${least} kan nooit.`,
    heads: ["Deelnemer", "Groep", "Dag", "Taal"],
    waits: "wachtlijst",
  },
  en: {
    group: "Group",
    women: "women only",
    mixed: (formal: number, informal: number) => `${formal} formal, ${informal} informal`,
    left: (n: number) => (n === 0 ? "full" : `${n} ${n === 1 ? "place" : "places"} left`),
    waiting: "Waiting list",
    nobody: "nobody",
    proven: "There is no better division; that is proven.",
    unproven: (placed: number, most: number, mix: number, least: number) =>
      `Placed: ${placed}; more than ${most} is never possible. Unevenness of the mix: ${mix}; less than ${least} is never possible.`,
    heads: ["Participant", "Group", "Day", "Language"],
    waits: "waiting list",
  },
} as const;

export function intakeText({ groups, waiting, measures, bound, proven }: Groups, lang: Lang): string {
  const words = WORDS[lang];
  const blocks = groups.map(({ id, date, language, womenOnly, formal, informal, placesLeft, members }) => {
    const about = [
      shortDay(`${date}T00:00`, lang),
      language,
      ...(womenOnly ? [words.women] : []),
      words.mixed(formal, informal),
      words.left(placesLeft),
    ];
    return `${words.group} ${id} · ${about.join(" · ")}\n  ${members.join(", ")}\n`;
  });
  const verdict = proven ? words.proven : words.unproven(measures.placed, bound.placed, measures.mix, bound.mix);
  const wait = `${words.waiting} (${waiting.length}): ${waiting.length === 0 ? words.nobody : waiting.join(", ")}`;
  return [...blocks, wait, verdict]
    .map((block) => block.split("\n").map(visible).join("\n"))
    .join("\n")
    .concat("\n");
}

/** A row for each participant. Cells that a spreadsheet would take for a formula are made text. */
export function intakeCsv({ groups, waiting }: Groups, lang: Lang): string {
  const words = WORDS[lang];
  const rows = [
    words.heads,
    ...groups.flatMap(({ id, date, language, members }) => members.map((code) => [code, id, date, language])),
    ...waiting.map((code) => [code, words.waits, "", ""]),
  ];
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(lang === "nl" ? ";" : ",")).join("\r\n")}\r\n`;
}
