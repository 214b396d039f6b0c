/** A quote as one page of HTML. */
import type { Quote } from "../../programme/quote/quote.js";
import { escapeHtml as h } from "../html-document.js";
import type { Lang } from "../words.js";
import { pageHtml } from "./page.js";
import type { LineView, QuoteView } from "./quote-words.js";

const STYLE = `
.parties { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.5rem; margin: 1.25rem 0; }
.parties h2 { margin: 0 0 .2rem; font-size: .9rem; color: var(--soft); }
.parties p { margin: 0; }
.parties p + h2 { margin-top: .4rem; }
.team, .time small { white-space: nowrap; }
.money { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.money:last-child, th.money:last-child { padding-right: 0; }
tfoot th { text-align: right; font-weight: 400; }
tfoot tr:first-child > * { border-top: 2px solid var(--ink); }
tfoot tr:last-child > * { font-weight: 700; font-size: 1.1rem; }
.stage > * { border-top: 0; padding-top: 1.4rem; font-size: 1.05rem; font-weight: 600; color: var(--accent); }
.stage small { color: var(--soft); }
tbody:first-of-type .stage > * { padding-top: .6rem; }
.programme tbody tr:not(.stage) th { padding-left: .75rem; }
.programme .free th { font-weight: 400; }
@media print { .programme { font-size: .88rem; } }
.all > tr > * { border-top: 2px solid var(--ink); font-weight: 700; }
.stage { break-after: avoid; }
.parts { list-style: disc; padding-left: 1.25rem; }
section.whole, tfoot { break-inside: avoid; }
/* A foot would stand on every page, and the sums belong at the end alone. */
tfoot { display: table-row-group; }
@media (max-width: 40rem) { .parties { grid-template-columns: 1fr; } }
/* On a telephone a row is a block of its own, its amount beside its name. */
@media screen and (max-width: 40rem) {
  .programme, .programme tbody, .programme tfoot { display: block; }
  .programme thead { display: none; }
  .programme tr { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; border-top: 1px solid var(--line); padding: .5rem 0; }
  .programme tr > * { border: 0; padding: 0; text-align: left; grid-column: 1; width: auto; }
  .programme tr > .money { grid-column: 2; grid-row: 1; }
  .programme tr.stage > * { padding-top: .6rem; }
  .programme td:not(.money), .programme tbody tr:not(.stage) th { padding-left: .75rem; }
  .programme small { display: inline; margin-left: .4rem; }
  .programme th small { display: block; margin-left: 0; }
  .team, .time small { white-space: normal; }
}
`;

export function quoteHtml(quote: Quote, view: QuoteView, lang: Lang): string {
  const { words } = view;
  const title = `${words.title} ${quote.number}`;
  const party = (head: string, { name, lines }: Quote["from"]) =>
    `<div><h2>${h(head)}</h2><p><b>${h(name)}</b>${lines.map((line) => `<br>${h(line)}`).join("")}</p></div>`;
  const heads = (names: readonly string[]) =>
    names.map((name, i) => `<th scope="col"${i === names.length - 1 ? ' class="money"' : ""}>${h(name)}</th>`).join("");
  const group = (name: string, note: string, amount: string, rows: readonly string[]) =>
    `<tbody><tr class="stage"><th scope="rowgroup" colspan="3">${h(name)}${note === "" ? "" : `<small>${h(note)}</small>`}</th><td class="money">${h(amount)}</td></tr>
${rows.join("\n")}</tbody>`;
  const row = (line: LineView) =>
    `<tr><th scope="row">${h(line.what)}${line.themes === "" ? "" : `<small>${h(line.themes)}</small>`}<small>${h(line.when)} · ${h(line.where)}</small></th>
<td class="time">${h(line.time)}<small>${h(line.preparation)}</small></td><td class="team">${line.team.map(h).join("<br>")}</td><td class="money">${h(line.amount)}</td></tr>`;
  const free = ([name, amount]: readonly [string, string]) =>
    `<tr class="free"><th scope="row" colspan="3">${h(name)}</th><td class="money">${h(amount)}</td></tr>`;
  const groups = [
    ...view.free.map(({ title: name, note, lines }) => group(name, note, "", lines.map(free))),
    ...view.stages.map(({ title: name, lines, amount }) => group(name, "", amount, lines.map(row))),
  ];
  const sums = view.sums.map(
    ([name, amount]) => `<tr><th scope="row" colspan="3">${h(name)}</th><td class="money">${h(amount)}</td></tr>`,
  );
  const split = view.split.map(
    ([name, ...amounts]) =>
      `<tr><th scope="row">${h(name)}</th>${amounts.map((amount) => `<td class="money">${h(amount)}</td>`).join("")}</tr>`,
  );
  const [all = "", ...sumsOfAll] = view.splitTotal;
  const splitTotal = `<tr><th scope="row">${h(all)}</th>${sumsOfAll.map((amount) => `<td class="money">${h(amount)}</td>`).join("")}</tr>`;
  const splitHeads = [words.excluding, words.taxShort, words.including].map(
    (name) => `<th scope="col" class="money">${h(name)}</th>`,
  );
  const body = `<header><h1>${h(title)}</h1></header>
<main>
<div class="parties">${party(words.for, quote.to)}${party(words.from, quote.from)}
<div>${view.head.map(([name, value]) => `<h2>${h(name)}</h2><p>${h(value)}</p>`).join("")}</div></div>
<section><h2>${h(words.hours)}</h2>
<table class="programme"><thead><tr>${heads([words.session, words.time, words.team, words.amount])}</tr></thead>
${groups.join("\n")}<tfoot>${sums.join("")}</tfoot></table></section>
<section class="whole"><h2>${h(words.part)}</h2><ul class="parts">${view.parts.map((part) => `<li>${h(part)}</li>`).join("")}</ul></section>
<section class="whole"><h2>${h(words.split)}</h2>
<table><thead><tr><th scope="col">${h(words.organisation)}</th>${splitHeads.join("")}</tr></thead><tbody>${split.join("")}</tbody><tbody class="all">${splitTotal}</tbody></table></section>
</main>`;
  return pageHtml({ lang, title, style: STYLE, body });
}
