/** The readiness list and the account as pages, in Dutch or English. */
import type { Account } from "../../programme/account.js";
import type { Duty, Standing, Task } from "../../programme/readiness.js";
import { atLeast, type Told } from "../../programme/suppress.js";
import { datedDay, shortDay, whole } from "../dates.js";
import { escapeHtml as h } from "../html-document.js";
import type { Lang } from "../words.js";
import { AFTERWARDS_WORDS, dayText, shownDuties, taskText } from "./afterwards.js";
import { pageHtml } from "./page.js";
import { hoursOf } from "./quote-words.js";

const STYLE = `
table { font-variant-numeric: tabular-nums; }
td.number, th.number { text-align: right; white-space: nowrap; }
h2, .of-session { break-after: avoid; }
.due { white-space: nowrap; width: 16%; }
.stand { white-space: nowrap; width: 22%; }
.late { color: #a3121f; font-weight: 700; }
.soon { color: var(--open); font-weight: 700; }
.box { display: inline-block; width: .85rem; height: .85rem; border: 1.5px solid var(--ink); margin-right: .5rem; vertical-align: -.1rem; }
.duties tbody th { font-weight: 400; }
.duties tbody td, .duties tbody th { padding-top: .2rem; padding-bottom: .2rem; }
.duties .of-session th { font-weight: 600; border-top: 0; padding-top: 1rem; color: var(--accent); }
.duties small { display: inline; margin-left: .5rem; }
.account .sum > * { border-top: 2px solid var(--ink); font-weight: 700; }
.account .of th { font-weight: 400; padding-left: 1rem; }
`;

export interface ReadinessParts {
  readonly duties: readonly Duty[];
  /** which are shown */
  readonly standings: readonly Standing[];
  readonly client: string;
  readonly today: string;
}

/** What must be ready: what the client arranges and what we do, session by session, each by the day on which it is due. */
export function dutiesHtml(
  { duties, standings, client, today }: ReadinessParts,
  label: (code: string) => string,
  lang: Lang,
): string {
  const words = AFTERWARDS_WORDS[lang];
  const shown = shownDuties(duties, standings);
  const [due, what, , , , standing] = words.heads;
  const heads = [due, what, standing].map((head) => `<th scope="col">${h(head)}</th>`).join("");
  const row = (duty: Duty) => {
    const box = duty.standing === "done" ? "✓" : '<span class="box"></span>';
    return `<tr><td class="due">${h(shortDay(`${duty.by}T00:00`, lang))}</td><th scope="row">${h(taskText(duty, lang))}</th><td class="stand ${duty.standing}">${box} ${h(words.standing[duty.standing])}</td></tr>`;
  };
  const session = (mine: readonly Duty[]) => {
    const [first] = mine;
    if (first === undefined) return "";
    const name = `${dayText(first, lang)} · ${label(first.item ?? first.activity)}`;
    return `<tbody><tr class="of-session"><th scope="rowgroup" colspan="3">${h(name)}<small>${h(first.session)}</small></th></tr>
${mine.map(row).join("\n")}</tbody>`;
  };
  const part = (who: Task["who"]) => {
    const mine = shown.filter(({ task }) => task.who === who);
    const sessions = [...new Map([...mine].sort(byDate).map((one) => [one.session, one])).keys()];
    const lists = sessions.map((id) => session(mine.filter((one) => one.session === id)));
    const list =
      mine.length === 0
        ? `<p>${h(words.nothing)}</p>`
        : `<table class="duties"><thead><tr>${heads}</tr></thead>${lists.join("\n")}</table>`;
    return `<section><h2>${h(words.parts[who])}</h2>${list}</section>`;
  };
  const title = words.readiness(client);
  const note = shown.every(({ isFixed }) => isFixed) ? "" : `<p class="note">${h(words.open)}</p>`;
  const body = `<header><h1>${h(title)}</h1><p class="period">${h(words.asOf(datedDay(`${today}T00:00`, lang)))}</p></header>
<main>${note}${part("client")}${part("alliance")}</main>`;
  return pageHtml({ lang, title, style: STYLE, body });
}

const byDate = (a: Duty, b: Duty): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** The account of what was held: for each client, by subsidy and year, with its activities, and all together. */
export function accountHtml(accounts: readonly Account[], label: (code: string) => string, lang: Lang): string {
  const words = AFTERWARDS_WORDS[lang];
  const clients = [...new Set(accounts.map(({ client }) => client))];
  const sections = clients.map((client) =>
    section(
      client,
      accounts.filter((one) => one.client === client),
      label,
      lang,
    ),
  );
  const body = `<header><h1>${h(words.accountTitle)}</h1></header>
<main>${sections.join("\n")}<p class="note">${h(words.note)}</p></main>`;
  return pageHtml({ lang, title: words.accountTitle, style: STYLE, body });
}

function section(client: string, mine: readonly Account[], label: (code: string) => string, lang: Lang): string {
  const words = AFTERWARDS_WORDS[lang];
  const [, ...names] = words.account;
  const numbered = (at: number) => (at >= 2 ? ' class="number"' : "");
  const heads = names.map((name, at) => `<th scope="col"${numbered(at)}>${h(name)}</th>`).join("");
  const cells = (values: readonly string[]) => values.map((value) => `<td class="number">${h(value)}</td>`).join("");
  const count = (value: Told) => (value === null ? words.few : whole(value, lang));
  const rows = mine.map((one) => {
    const people = [one.formal, one.informal, one.visits].map(count);
    const of = one.activities.map(
      ({ activity, sessions, minutes }) =>
        `<tr class="of"><th scope="row" colspan="2">${h(label(activity))}</th>${cells([whole(sessions, lang), hoursOf(minutes, lang), "", "", ""])}</tr>`,
    );
    return `<tr><th scope="row">${h(one.subsidy)}</th><td>${h(one.year)}</td>${cells([whole(one.sessions, lang), hoursOf(one.minutes, lang), ...people])}</tr>
${of.join("\n")}`;
  });
  const sum = (of: (one: Account) => number) => mine.reduce((total, one) => total + of(one), 0);
  const people = [
    mine.map(({ formal }) => formal),
    mine.map(({ informal }) => informal),
    mine.flatMap(({ formal, informal }) => [formal, informal]),
  ].map((parts) => {
    const least = whole(atLeast(parts), lang);
    return parts.includes(null) ? (atLeast(parts) === 0 ? words.few : words.atLeast(least)) : least;
  });
  const all = cells([
    whole(
      sum(({ sessions }) => sessions),
      lang,
    ),
    hoursOf(
      sum(({ minutes }) => minutes),
      lang,
    ),
    ...people,
  ]);
  return `<section><h2>${h(client)}</h2><table class="account"><thead><tr>${heads}</tr></thead><tbody>${rows.join("\n")}
<tr class="sum"><th scope="row" colspan="2">${h(words.total)}</th>${all}</tr></tbody></table></section>`;
}
