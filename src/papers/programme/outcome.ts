/** The outcome of a quick scan as one page for the joint meeting: plotted, in Dutch or English, from what may be told alone. */

import type { Group } from "../../programme/scan/answers.js";
import { COUNTED, type Counted, LEVELS, type Needs } from "../../programme/scan/needs.js";
import type { Option, Questionnaire } from "../../programme/scan/questionnaire.js";
import { atLeast, LEAST_TOLD, type Told } from "../../programme/suppress.js";
import { escapeHtml as h } from "../html-document.js";
import type { Lang } from "../words.js";
import { untoldHtml, wanting } from "./outcome-untold.js";
import { pageHtml } from "./page.js";

const WORDS = {
  nl: {
    title: (client: string) => `Quick scan ${client}: de uitkomst`,
    answered: "Wie hebben geantwoord",
    all: "Samen",
    group: { formal: "Sociaal professionals", informal: "Informele werkers", municipality: "Gemeente" },
    few: `minder dan ${LEAST_TOLD}`,
    shared: "Wat iedereen wil leren",
    sharedNote: "Thema’s die in elke groep door minstens een derde worden gewenst.",
    noneShared:
      "Er is geen thema dat volgens de getoonde aantallen in elke groep door minstens een derde wordt gewenst.",
    wishes: "Wat mensen willen leren, per thema en niveau",
    beginner: "begin",
    advanced: "verdieping",
    theme: "Thema",
    level: "Niveau",
    atLeast: (n: number) => `≥ ${n}`,
    numbers: "Dezelfde wensen in getallen (· niet genoemd, ≥ ten minste)",
    counts: `Overige antwoorden. Wat minder dan ${LEAST_TOLD} mensen kozen, staat er niet.`,
    suppressed: `Een aantal onder de ${LEAST_TOLD} staat er niet (·), en ook niet als daardoor een ander aantal af te leiden zou zijn: het totaal is dan ‘ten minste’ (≥).`,
    legend: "Aantal mensen dat het thema wenst. Licht: om te beginnen. Donker: ter verdieping.",
  },
  en: {
    title: (client: string) => `Quick scan ${client}: the outcome`,
    answered: "Who answered",
    all: "Together",
    group: { formal: "Social professionals", informal: "Informal workers", municipality: "Municipality" },
    few: `fewer than ${LEAST_TOLD}`,
    shared: "What everybody wants to learn",
    sharedNote: "Themes that at least a third of every group wants.",
    noneShared: "By the counts shown, no theme is wanted by at least a third of every group.",
    wishes: "What people want to learn, by theme and level",
    beginner: "beginning",
    advanced: "in depth",
    theme: "Theme",
    level: "Level",
    atLeast: (n: number) => `≥ ${n}`,
    numbers: "The same wishes in numbers (· not told, ≥ at least)",
    counts: `Other answers. What fewer than ${LEAST_TOLD} people chose is left out.`,
    suppressed: `A count under ${LEAST_TOLD} is left out (·), and so is one from which another could be worked out: the total then reads ‘at least’ (≥).`,
    legend: "How many people want the theme. Light: to begin with. Dark: in depth.",
  },
} as const;

const STYLE = `
.plot { width: 100%; height: auto; display: block; }
.plot text { font: 13px system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; fill: #1c2430; }
.plot .value { font-size: 12px; fill: #1c2430; }
.plot .untold { font-size: 17px; font-weight: 700; }
.plot .soft { fill: #4d5866; font-size: 12px; }
.counts { columns: 22rem; column-gap: 2.5rem; }
.counts section { break-inside: avoid; padding-top: 1.2rem; }
.counts h2 { margin-top: 0; }
.needs th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
.needs .number { white-space: nowrap; }
.needs .level { white-space: nowrap; }
.needs > tbody > tr > * { padding-top: .3rem; padding-bottom: .3rem; }
.after { margin-top: 1.5rem; break-after: avoid; }
.untold-here { break-inside: avoid; }
.untold-here ul { list-style: disc; padding-left: 1.25rem; }
.untold-here li { padding: .15rem 0; }
.shared li { font-weight: 600; padding: .15rem 0; }
@media print { .break { break-before: page; } }
`;
const COLOURS = {
  formal: ["#9dbfe0", "#174a7c"],
  informal: ["#f0c08a", "#a04a00"],
  municipality: ["#a9d3b3", "#1f6b35"],
} as const;

/** A bar chart's sizes, in pixels of its own. */
const PLOT = { width: 900, label: 270, row: 17, gap: 12, value: 46 };

/** The whole page. */
export function outcomeHtml(needs: Needs, questionnaire: Questionnaire, lang: Lang, client: string): string {
  const words = WORDS[lang];
  const label = (question: string, id: string) => labelOf(questionnaire, question, id, lang);
  const question = (id: string) => questionnaire.questions.find((one) => one.id === id)?.[lang] ?? id;
  // What has no count is named once, and not shown as empty bars and rows.
  const ranked = needs.themes.filter((theme) => wanting(theme) > 0).sort((a, b) => wanting(b) - wanting(a));
  const groupRows = needs.groups.map((group) => row(words.group[group], shown(needs.people.byGroup[group], words.few)));
  const shared = needs.themes.filter((theme) => theme.shared).map(({ id }) => `<li>${h(label("wishes", id))}</li>`);
  const counts = COUNTED.filter((one) => needs.counts[one].length > 0).map((one) =>
    tally(needs, questionnaire, one, lang),
  );
  const named = { group: words.group, theme: (id: string) => label("wishes", id), question };
  const untold = untoldHtml(needs, named, lang);
  const body = `<header><h1>${h(words.title(client))}</h1></header>
<main>
<section><h2>${h(words.answered)}</h2>
<table class="costs"><tbody>${groupRows.join("")}${row(words.all, total(Object.values(needs.people.byGroup), needs.people.total, lang))}</tbody></table></section>
<section><h2>${h(words.shared)}</h2>
${shared.length === 0 ? `<p>${h(words.noneShared)}</p>` : `<p class="note">${h(words.sharedNote)}</p><ul class="shared">${shared.join("")}</ul>`}</section>
${ranked.length === 0 ? "" : wishesHtml(needs, ranked, label, lang)}
${counts.length === 0 ? "" : `<p class="note after">${h(words.counts)}</p>\n<div class="counts">${counts.join("\n")}</div>`}
${untold}
</main>`;
  return pageHtml({ lang, title: words.title(client), style: STYLE, body });
}

/** The themes of which something is told: a plot, and the same in numbers. */
function wishesHtml(
  needs: Needs,
  ranked: readonly Theme[],
  label: (question: string, id: string) => string,
  lang: Lang,
): string {
  const words = WORDS[lang];
  return `<section><h2>${h(words.wishes)}</h2>
<p class="note">${h(words.legend)}</p>
${plot(needs, ranked, (id) => label("wishes", id), lang)}
<p class="note">${h(words.suppressed)}</p>
<table class="needs break"><caption>${h(words.numbers)}</caption><thead><tr><th scope="col">${h(words.theme)}</th><th scope="col">${h(words.level)}</th>${needs.groups.map((group) => `<th scope="col" class="number">${h(words.group[group])}</th>`).join("")}<th scope="col" class="number">${h(words.all)}</th></tr></thead>
<tbody>${ranked.map((theme) => themeRows(needs, theme, label("wishes", theme.id), lang)).join("\n")}</tbody></table></section>`;
}

type Theme = Needs["themes"][number];
const shown = (count: Told, few: string) => (count === null ? few : String(count));
const row = (name: string, value: string) => `<tr><th scope="row">${h(name)}</th><td>${h(value)}</td></tr>`;

function total(parts: readonly Told[], sum: Told, lang: Lang): string {
  const least = atLeast(parts);
  return sum !== null ? String(sum) : least === 0 ? "·" : WORDS[lang].atLeast(least);
}

function labelOf(questionnaire: Questionnaire, question: string, id: string, lang: Lang): string {
  const options: readonly Option[] = questionnaire.questions.find((one) => one.id === question)?.options ?? [];
  return options.find((option) => option.id === id)?.[lang] ?? id;
}

function themeRows(needs: Needs, { levels }: Theme, name: string, lang: Lang): string {
  return levels
    .map(({ level, total: sum, byGroup }, at) => {
      const cells = needs.groups.map((group) => `<td class="number">${h(shown(byGroup[group], "·"))}</td>`).join("");
      const head = at === 0 ? `<th scope="rowgroup" rowspan="${levels.length}">${h(name)}</th>` : "";
      return `<tr>${head}<td class="level">${h(WORDS[lang][level])}</td>${cells}<td class="number"><b>${h(total(Object.values(byGroup), sum, lang))}</b></td></tr>`;
    })
    .join("");
}

/** One bar for each theme and group, of a light piece for beginners and a dark one for the advanced. */
function plot(needs: Needs, themes: readonly Theme[], label: (id: string) => string, lang: Lang): string {
  const words = WORDS[lang];
  const { width, label: left, row: high, gap, value } = PLOT;
  const pieces = (theme: Theme, group: Group) => theme.levels.map(({ byGroup }) => byGroup[group]);
  const largest = Math.max(
    LEAST_TOLD,
    ...themes.flatMap((theme) => needs.groups.map((group) => atLeast(pieces(theme, group)))),
  );
  const scale = (width - left - value) / largest;
  let y = 24;
  const bars = themes.map((theme) => {
    const top = y;
    const lines = needs.groups.map((group) => {
      const line = bar(pieces(theme, group), group, y, scale);
      y += high;
      return line;
    });
    y += gap;
    return `<text x="0" y="${top + 13}">${h(label(theme.id))}</text>${lines.join("")}`;
  });
  const keys = needs.groups.map((group, at) => {
    const x = left + at * 190;
    const squares = LEVELS.map(
      (_, level) => `<rect x="${x + level * 14}" y="2" width="12" height="12" fill="${COLOURS[group][level]}"/>`,
    );
    return `${squares.join("")}<text class="soft" x="${x + 34}" y="13">${h(words.group[group])}</text>`;
  });
  return `<svg class="plot" viewBox="0 0 ${width} ${y}" role="img" aria-label="${h(words.wishes)}">${keys.join("")}\n${bars.join("\n")}</svg>`;
}

function bar(pieces: readonly Told[], group: Group, y: number, scale: number): string {
  let x = PLOT.label;
  const rects = pieces.map((piece, level) => {
    const width = (piece ?? 0) * scale;
    const rect =
      width === 0
        ? ""
        : `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${PLOT.row - 3}" fill="${COLOURS[group][level] ?? ""}"/>`;
    x += width;
    return rect;
  });
  const least = atLeast(pieces);
  const text = least === 0 ? "·" : pieces.includes(null) ? `≥ ${least}` : String(least);
  return `${rects.join("")}<text class="${least === 0 ? "value untold" : "value"}" x="${(x + 5).toFixed(1)}" y="${y + 11}">${text}</text>`;
}

function tally(needs: Needs, questionnaire: Questionnaire, question: Counted, lang: Lang): string {
  const asked = questionnaire.questions.find(({ id }) => id === question);
  const ordered = question === "days" || question === "dayparts";
  const place = (id: string) => asked?.options.findIndex((option) => option.id === id) ?? 0;
  const items = [...needs.counts[question]].sort(
    (a, b) => (ordered ? 0 : b.people - a.people) || place(a.id) - place(b.id),
  );
  const rows = items.map(({ id, people }) => row(labelOf(questionnaire, question, id, lang), String(people)));
  return `<section><h2>${h(asked?.[lang] ?? question)}</h2><table class="costs"><tbody>${rows.join("")}</tbody></table></section>`;
}
