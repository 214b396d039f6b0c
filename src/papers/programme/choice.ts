/** Alternatives, and wishes that cannot go together, as text. */
import type { Alternative, ChoiceFile } from "../../programme/choose/alternatives.js";
import type { Wish } from "../../programme/choose/conflict.js";
import { LEAST_TOLD } from "../../programme/suppress.js";
import { whole } from "../dates.js";
import { visible } from "../text-table.js";
import type { Lang } from "../words.js";

/** Gives the label of a code: an item, a kind of alternative or a theme. */
export type Label = (code: string) => string;

const WORDS = {
  nl: {
    fee: (euros: string) => `€ ${euros}`,
    met: (percent: number) => `${percent} % vervuld van de wensen van ${LEAST_TOLD} of meer mensen in elke groep`,
    untold: `Welk deel van de wensen dit vervult, is niet te noemen: geen wens is van ${LEAST_TOLD} of meer mensen in elke groep.`,
    proven: "bewezen de beste van deze soort",
    unproven: (met: number, bound: number) =>
      met < bound
        ? `geen programma van deze soort vervult er meer dan ${bound} % van`
        : "geen programma van deze soort vervult meer; misschien kan het voor minder geld",
    unmet: "Blijft liggen:",
    level: { beginner: "begin", advanced: "verdieping" },
    people: (n: number | null) => (n === null ? "een aantal dat niet wordt genoemd" : `${n} mensen`),
    why: {
      "no-item": "geen onderdeel van het menu past hierbij",
      "kept-out": "de onderdelen die hierbij passen zijn uitgesloten",
      budget: "het budget is op",
      period: "de periode is vol",
      participants: "er zijn te weinig deelnemers voor nog een groep",
      "others-first": "andere wensen gingen voor",
    },
    impossible: (kind: string, one: boolean) =>
      one
        ? `${kind}: kan niet. Eén wens is op zichzelf al niet te vervullen:`
        : `${kind}: kan niet. Deze wensen gaan niet samen; zonder één ervan wel:`,
    must: (n: number, item: string, theme: string) => `${n} × ${item} moet erin${theme}`,
    mustNot: (what: string) => `${what} mag er niet in`,
    oneOf: (items: string) => `deze soort heeft minstens één van: ${items}`,
    budget: (has: string, needs: string) => `het budget is € ${has}; nodig is € ${needs}`,
    period: (has: number, needs: number) => `in de periode passen ${has} bijeenkomsten; nodig zijn er ${needs}`,
    participants: (has: number, needs: number) => `er zijn ${has} deelnemers; nodig zijn er ${needs}`,
    on: (theme: string) => ` over ${theme}`,
    kinds: {
      plenary: "een grote bijeenkomst",
      group: "een bijeenkomst in kleine groepen",
      online: "een online bijeenkomst",
      module: "een online module",
    },
  },
  en: {
    fee: (euros: string) => `€${euros}`,
    met: (percent: number) => `${percent}% met of the wishes of ${LEAST_TOLD} or more people in every group`,
    untold: `What share of the wishes it meets cannot be told: no wish is of ${LEAST_TOLD} or more people in every group.`,
    proven: "proven the best of its kind",
    unproven: (met: number, bound: number) =>
      met < bound
        ? `no programme of its kind meets more than ${bound}% of them`
        : "no programme of its kind meets more; perhaps one costs less",
    unmet: "Left unmet:",
    level: { beginner: "beginning", advanced: "in depth" },
    people: (n: number | null) => (n === null ? "a number that is not told" : `${n} people`),
    why: {
      "no-item": "no item of the menu serves this",
      "kept-out": "the items that serve this are kept out",
      budget: "the budget is used up",
      period: "the period is full",
      participants: "there are too few participants for one more group",
      "others-first": "other wishes came first",
    },
    impossible: (kind: string, one: boolean) =>
      one
        ? `${kind}: cannot be had. One wish cannot be met, whatever else:`
        : `${kind}: cannot be had. These wishes do not go together; without any one of them they do:`,
    must: (n: number, item: string, theme: string) => `${n} × ${item} must be there${theme}`,
    mustNot: (what: string) => `${what} must not be there`,
    oneOf: (items: string) => `this kind has at least one of: ${items}`,
    budget: (has: string, needs: string) => `the budget is €${has}; €${needs} is needed`,
    period: (has: number, needs: number) => `the period has room for ${has} sessions; ${needs} are needed`,
    participants: (has: number, needs: number) => `there are ${has} participants; ${needs} are needed`,
    on: (theme: string) => ` on ${theme}`,
    kinds: {
      plenary: "a large meeting",
      group: "a session in small groups",
      online: "an online session",
      module: "an online module",
    },
  },
} as const;

type Proof = Pick<Alternative, "metPercent" | "boundPercent" | "proven">;
/** @param isTold whether there is a wish of which may be told how many have it: a share is of those alone */
export function choiceText({ alternatives }: ChoiceFile, isTold: boolean, label: Label, lang: Lang): string {
  const words = WORDS[lang];
  const best = ({ metPercent, boundPercent, proven }: Proof): readonly string[] =>
    proven ? [words.proven] : isTold ? [words.unproven(metPercent, boundPercent)] : [];
  const blocks = alternatives.map(({ kind, items, fee, unmet, ...how }) => [
    [label(kind), words.fee(whole(fee, lang)), ...(isTold ? [words.met(how.metPercent)] : []), ...best(how)].join(
      " · ",
    ),
    ...(isTold ? [] : [`  ${words.untold}`]),
    ...items.map(({ item, times, fee: euros, themes }) => {
      const on = themes.map((theme) => `${label(theme.id)}${times > 1 ? ` (${theme.times}×)` : ""}`).join(", ");
      return `  ${times} × ${label(item)}${on === "" ? "" : `: ${on}`} · ${words.fee(whole(euros, lang))}`;
    }),
    ...(unmet.length === 0 ? [] : [`  ${words.unmet}`]),
    ...unmet.map(
      ({ theme, level, people, why }) =>
        `    ${label(theme)}, ${words.level[level]}: ${words.people(people)}; ${words.why[why]}`,
    ),
  ]);
  return `${blocks.map((lines) => lines.map(visible).join("\n")).join("\n\n")}\n`;
}

/** A kind of alternative that cannot be had, and why. */
export function conflictText(kind: string, conflict: readonly Wish[], label: Label, lang: Lang): string {
  const words = WORDS[lang];
  const lines = conflict.map((one) => `  - ${wishText(one, label, lang)}`);
  return `${[words.impossible(label(kind), conflict.length === 1), ...lines].map(visible).join("\n")}\n`;
}

function wishText(one: Wish, label: Label, lang: Lang): string {
  const words = WORDS[lang];
  const kindName = (what: string) =>
    what in words.kinds ? words.kinds[what as keyof typeof words.kinds] : label(what);
  switch (one.wish) {
    case "must":
      return words.must(one.times, label(one.item), one.theme === null ? "" : words.on(label(one.theme)));
    case "must-not":
      return words.mustNot(kindName(one.what));
    case "one-of":
      return words.oneOf(one.items.map(label).join(", "));
    case "budget":
      return words.budget(whole(one.euros, lang), whole(one.needed, lang));
    case "period":
      return words.period(one.sessions, one.needed);
    case "participants":
      return words.participants(one.people, one.needed);
  }
}
