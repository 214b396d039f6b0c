/**
 * A plan as one page of HTML that reads on a screen and prints on A4. It stands alone: no script, no font, no image, no
 * address is loaded, and a policy in its head forbids what a slip could bring in.
 */
import { COSTS, type CostName, type Session } from "../model/types.js";
import { gapPercent, hours, period, shortDay, whole } from "./dates.js";
import { documentHtml, escapeHtml as h } from "./html-document.js";
import { STYLE } from "./html-style.js";
import { type Labels, sessionName } from "./labels.js";
import { reasonLines } from "./reasons.js";
import {
  brokenLines,
  leftLines,
  type OpenView,
  type PartRow,
  type PlanView,
  statementLines,
  type WeekView,
} from "./view.js";
import { type Lang, WORDS } from "./words.js";

/** How many dates on offer an open session shows before the rest is counted. */
const DATES_SHOWN = 3;

/** The whole page, from its doctype on. */
export function planHtml(view: PlanView, lang: Lang, labels: Labels): string {
  const words = WORDS[lang];
  const { season, verdict } = view;
  const page = new Page(view, lang, labels);
  return documentHtml({
    lang,
    title: words.title(season.id),
    policy: "default-src 'none'; style-src 'unsafe-inline'",
    style: STYLE,
    body: `<header>
<h1>${h(words.title(season.id))}</h1>
<p class="period">${h(period(season.from, season.to, lang))}</p>
</header>
<main>
${page.broken()}${page.summary()}
${page.openList()}
<section aria-labelledby="plan">
<h2 id="plan">${h(words.planByWeek)}</h2>
${verdict.sessions === 0 ? `<p>${h(words.nothing)}</p>` : page.weekLinks()}
${view.weeks.map((week) => page.week(week)).join("\n")}
</section>
</main>
<footer><p>${h(words.confidential)}</p></footer>`,
  });
}

/** The parts of the page, which share its view, language and labels. */
class Page {
  readonly #words;
  readonly #anchors: ReadonlyMap<string, string>;

  constructor(
    readonly view: PlanView,
    readonly lang: Lang,
    readonly labels: Labels,
  ) {
    this.#words = WORDS[lang];
    // A code may hold anything, an id in HTML may not: sessions are numbered.
    this.#anchors = new Map(view.open.map(({ session }, i) => [session.id, `open-${i + 1}`]));
  }

  broken(): string {
    const { feasible } = this.view.verdict;
    if (feasible) return "";
    const lines = brokenLines(this.view.verdict, this.lang);
    const items = lines.map((line) => `<li>${h(line)}</li>`);
    return `<section class="broken" role="alert" aria-labelledby="broken">
<h2 id="broken">${h(this.#words.broken(lines.length))}</h2>
<p>${h(this.#words.brokenNote)}</p>
<ul>${items.join("")}</ul>
</section>
`;
  }

  summary(): string {
    const words = this.#words;
    const { verdict, gap } = this.view;
    const proof = gap === null ? "" : gap <= 0 ? words.gapNone : words.gapAtMost(gapPercent(gap, this.lang));
    const named = (name: CostName) => words.costs[name];
    // What the reader may not know is not there at all: neither paid nor free.
    const of = (name: CostName): number => verdict.costs[name] ?? 0;
    const paid = COSTS.filter((name) => of(name) > 0).sort((a, b) => of(b) - of(a));
    const free = COSTS.filter((name) => verdict.costs[name] === 0);
    const row = (name: CostName) =>
      `<tr><th scope="row">${h(named(name))}</th><td>${h(this.#whole(of(name)))}</td></tr>`;
    return `<section aria-labelledby="summary">
<h2 id="summary">${h(words.summary)}</h2>
<dl class="figures">
<div><dt>${h(words.staffed)}</dt><dd>${h(words.staffedOf(this.#whole(verdict.staffed), this.#whole(verdict.sessions)))}</dd></div>
<div><dt>${h(words.totalCost)}</dt><dd>${h(this.#whole(verdict.total))}</dd></div>
</dl>
${statementLines(verdict, this.lang)
  .map((line) => `<p class="note">${h(line)}</p>`)
  .join("\n")}
<p class="note">${h([proof, words.costNote].filter((text) => text !== "").join(" "))}</p>
<table class="costs">
<caption>${h(words.costByRule)}</caption>
<thead><tr><th scope="col">${h(words.costRule)}</th><th scope="col">${h(words.cost)}</th></tr></thead>
<tbody>${paid.map(row).join("\n")}</tbody>
</table>
${free.length === 0 ? "" : `<p class="note">${h(words.noCost(free.map(named).join(", ")))}</p>`}
${this.#left()}</section>`;
  }

  #left(): string {
    const lines = leftLines(this.view.left, this.lang).map((line) => `<li>${h(line)}</li>`);
    return lines.length === 0 ? "" : `<h3>${h(this.#words.publishedHead)}</h3>\n<ul>${lines.join("")}</ul>\n`;
  }

  openList(): string {
    const words = this.#words;
    const { open, verdict } = this.view;
    if (open.length === 0 && verdict.sessions === 0) return "";
    const heads = [words.session, words.priority, words.datesOnOffer, words.why];
    const table = `<table class="open-list">
<thead><tr>${heads.map((head) => `<th scope="col">${h(head)}</th>`).join("")}</tr></thead>
<tbody>${open.map((one) => this.#openRow(one)).join("\n")}</tbody>
</table>`;
    return `<section aria-labelledby="open">
<h2 id="open">${h(words.openSessions)}${open.length === 0 ? "" : ` (${h(this.#whole(open.length))})`}</h2>
${open.length === 0 ? `<p>${h(words.noneOpen)}</p>` : table}
</section>`;
  }

  weekLinks(): string {
    const links = this.view.weeks.map(
      ({ year, week }) => `<a href="#w${year}-${week}">${h(this.#words.week(week))}</a>`,
    );
    return `<nav aria-label="${h(this.#words.weeks)}">${links.join(" ")}</nav>`;
  }

  week({ year, week, monday, sunday, rows }: WeekView): string {
    const words = this.#words;
    const heads = [words.when, words.session, words.place, words.team];
    // The week's name stands in the head and not in a caption: a head is repeated where a table goes on to the next page.
    return `<table class="week" id="w${year}-${week}">
<colgroup><col><col><col><col></colgroup>
<thead><tr class="name"><th colspan="4" scope="colgroup">${h(words.week(week))} <span>${h(period(monday, sunday, this.lang))}</span></th></tr>
<tr>${heads.map((head) => `<th scope="col">${h(head)}</th>`).join("")}</tr></thead>
<tbody>${rows.map((row) => this.#partRow(row)).join("\n")}</tbody>
</table>`;
  }

  #partRow(row: PartRow): string {
    const words = this.#words;
    const { session, interval, open, part, parts } = row;
    const notes = [session.id, parts > 1 && !open ? words.partOf(part, parts) : ""].filter((text) => text !== "");
    const anchor = this.#anchors.get(session.id);
    const team = open
      ? `<a class="open" href="#${anchor}">${h(words.open)}</a> <span class="note">${h(words.firstDate)}</span>`
      : `<ul class="team">${this.#team(row)}</ul>`;
    return `<tr${open ? ' class="is-open"' : ""}>
<td><b>${h(shortDay(interval[0], this.lang))}</b><br>${h(hours(interval, this.lang))}</td>
<th scope="row">${h(this.#name(session))}<small>${h(notes.join(" · "))}</small></th>
<td>${h(row.placeName ?? words.online)}</td>
<td>${team}</td>
</tr>`;
  }

  #team({ team }: PartRow): string {
    const member = (seat: string, trainer: string) =>
      `<li><span>${h(this.labels("role", seat, this.lang))}</span> <b>${h(trainer)}</b></li>`;
    return team.map(({ seat, trainer }) => member(seat, trainer)).join("");
  }

  #openRow({ session, placeName, reasons, together }: OpenView): string {
    const words = this.#words;
    const dates = session.slots.slice(0, DATES_SHOWN).flatMap((slot) => slot.slice(0, 1));
    const shown = dates.map((part) => `<li>${h(`${shortDay(part[0], this.lang)}, ${hours(part, this.lang)}`)}</li>`);
    const more = session.slots.length - dates.length;
    if (more > 0) shown.push(`<li>${h(words.moreDates(more))}</li>`);
    const why = reasonLines({ reasons, together }, this.lang).map((line) => `<li>${h(line)}</li>`);
    const where = `${session.id} · ${placeName ?? words.online}`;
    return `<tr id="${this.#anchors.get(session.id)}">
<th scope="row">${h(this.#name(session))}<small>${h(where)}</small></th>
<td class="number">${session.priority}</td>
<td><ul>${shown.join("")}</ul></td>
<td><ul>${why.join("")}</ul></td>
</tr>`;
  }

  #name(session: Session): string {
    return sessionName(session, this.labels, this.lang);
  }

  #whole(value: number): string {
    return whole(value, this.lang);
  }
}
