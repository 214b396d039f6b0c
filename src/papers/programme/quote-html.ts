/** A quote as one page of HTML. */
import type { Quote } from "../../programme/quote/quote.js";
import { escapeHtml as h } from "../html-document.js";
import type { Lang } from "../words.js";
import { pageHtml } from "./page.js";
import type { QuoteView } from "./quote-words.js";

const STYLE = `
.parties { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.5rem; margin: 1.25rem 0; }
.parties h2 { margin: 0 0 .2rem; font-size: .9rem; color: var(--soft); }
.parties p { margin: 0; }
.parties p + h2 { margin-top: .4rem; }
.team { white-space: nowrap; }
.money { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.money:last-child, th.money:last-child { padding-right: 0; }
tfoot th { text-align: right; font-weight: 400; }
tfoot tr:first-child > * { border-top: 2px solid var(--ink); }
tfoot tr:last-child > * { font-weight: 700; font-size: 1.1rem; }
.lists { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; }
.lists section { break-inside: avoid; }
section.split { break-inside: avoid; }
@media (max-width: 40rem) {
  .parties, .lists { grid-template-columns: 1fr; }
  .team { white-space: normal; }
}
`;

export function quoteHtml(quote: Quote, view: QuoteView, lang: Lang): string {
  const { words } = view;
  const title = `${words.title} ${quote.number}`;
  const party = (head: string, { name, lines }: Quote["from"]) =>
    `<div><h2>${h(head)}</h2><p><b>${h(name)}</b>${lines.map((line) => `<br>${h(line)}`).join("")}</p></div>`;
  const heads = (names: readonly string[]) =>
    names.map((name, i) => `<th scope="col"${i === names.length - 1 ? ' class="money"' : ""}>${h(name)}</th>`).join("");
  const rows = view.lines.map(
    (
      line,
    ) => `<tr><th scope="row">${h(line.what)}${line.themes === "" ? "" : `<small>${h(line.themes)}</small>`}<small>${h(line.when)} · ${h(line.where)}</small></th>
<td>${h(line.time)}<small>${h(line.preparation)}</small></td><td class="team">${line.team.map(h).join("<br>")}</td><td class="money">${h(line.amount)}</td></tr>`,
  );
  const sums = view.sums.map(
    ([name, amount]) => `<tr><th scope="row" colspan="3">${h(name)}</th><td class="money">${h(amount)}</td></tr>`,
  );
  const free = view.free.map(
    ([name, amount]) => `<tr><th scope="row">${h(name)}</th><td class="money">${h(amount)}</td></tr>`,
  );
  const split = view.split.map(
    ([name, ...amounts]) =>
      `<tr><th scope="row">${h(name)}</th>${amounts.map((amount) => `<td class="money">${h(amount)}</td>`).join("")}</tr>`,
  );
  const splitHeads = [words.excluding, words.taxShort, words.including].map(
    (name) => `<th scope="col" class="money">${h(name)}</th>`,
  );
  const body = `<header><h1>${h(title)}</h1></header>
<main>
<div class="parties">${party(words.for, quote.to)}${party(words.from, quote.from)}
<div>${view.head.map(([name, value]) => `<h2>${h(name)}</h2><p>${h(value)}</p>`).join("")}</div></div>
<section><h2>${h(words.hours)}</h2>
<table><thead><tr>${heads([words.session, words.time, words.team, words.amount])}</tr></thead>
<tbody>${rows.join("\n")}</tbody><tfoot>${sums.join("")}</tfoot></table></section>
<div class="lists"><section><h2>${h(words.free)}</h2><p class="note">${h(words.freeNote)}</p><table><tbody>${free.join("")}</tbody></table></section>
<section><h2>${h(words.part)}</h2><table><tbody>${view.parts.map((part) => `<tr><td>${h(part)}</td></tr>`).join("")}</tbody></table></section></div>
<section class="split"><h2>${h(words.split)}</h2>
<table><thead><tr><th scope="col">${h(words.organisation)}</th>${splitHeads.join("")}</tr></thead><tbody>${split.join("")}</tbody></table></section>
</main>`;
  return pageHtml({ lang, title, style: STYLE, body });
}
