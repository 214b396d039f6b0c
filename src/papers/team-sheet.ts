/** Team sheets: a page for each session, for its team to take along. */
import { clockText } from "../dates/days.js";
import type { TeamSheet } from "../season/sheets.js";
import { wording as w } from "../sheets/types.js";
import { datedDay, hours } from "./dates.js";
import { documentHtml, escapeHtml as h } from "./html-document.js";
import { type Labels, sessionName } from "./labels.js";
import type { Lang } from "./words.js";

/** Whom to call when somebody is in danger. */
export interface Helpline {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  readonly phone: string;
}

const TEXT = {
  title: w("Teamblad", "Team sheet"),
  when: w("Wanneer", "When"),
  be: w("Aanwezig vanaf", "Be there from"),
  until: w("tot", "until"),
  where: w("Waar", "Where"),
  online: w("Online", "Online"),
  team: w("Team", "Team"),
  ask: w("Ter plaatse vragen naar", "Ask for on arrival"),
  client: w("Opdrachtgever", "Client"),
  arrival: w("Veilig komen en gaan", "Coming and going safely"),
  agreed: w("Afspraken over grenzen", "Agreed limits"),
  notAgreed: w(
    "Niets vastgelegd: spreek het met elkaar af voordat de bijeenkomst begint.",
    "Nothing recorded: agree on it together before the session begins.",
  ),
  unknown: w("nog niet vastgelegd", "not recorded yet"),
  named: w("mag bij naam genoemd worden", "may be named"),
  notNamed: w("niet bij naam noemen", "not to be named"),
  pictured: w("mag op de foto", "may be photographed"),
  notPictured: w("geen foto’s", "no photographs"),
  help: w("In nood", "In an emergency"),
  keep: w(
    "Vertrouwelijk. Alleen voor het team; niet doorsturen, na afloop vernietigen.",
    "Confidential. For the team alone; do not pass on, destroy afterwards.",
  ),
} as const;

const STYLE = `
:root{color-scheme:light}
body{font:12pt/1.45 system-ui,"Segoe UI",sans-serif;margin:0;color:#1b1b1b;background:#fff}
article{max-width:46rem;margin:0 auto;padding:1.5rem;break-after:page}
article:last-of-type{break-after:auto}
h1{font-size:1.5rem;margin:0 0 .2rem}
.sub{margin:0 0 1rem;color:#444}
dl{display:grid;grid-template-columns:11rem 1fr;gap:.5rem 1rem;margin:0}
dt{font-weight:600}dd{margin:0}
ul{margin:0;padding-left:1.1rem}
li{margin-bottom:.35rem}
.wish{display:block;color:#444;font-size:.92em}
.help{margin-top:1.2rem;border:2px solid #9b1c1c;border-radius:.4rem;padding:.6rem .9rem}
.help b{font-size:1.15em}
.keep{margin-top:1rem;color:#444;font-size:.9em}
@media (max-width:34rem){dl{grid-template-columns:1fr;gap:.1rem}dd{margin-bottom:.6rem}}
@media print{article{padding:0}@page{size:A4;margin:18mm}}
`;

/** All sheets as one page of HTML that prints a session to a leaf. */
export function teamSheetsHtml(
  sheets: readonly TeamSheet[],
  lang: Lang,
  labels: Labels,
  helplines: readonly Helpline[],
): string {
  return documentHtml({
    lang,
    title: `${TEXT.title[lang]} ${sheets[0]?.season ?? ""}`.trim(),
    policy: "default-src 'none'; style-src 'unsafe-inline'",
    style: STYLE,
    body: `<main>\n${sheets.map((sheet) => article(sheet, lang, labels, helplines)).join("\n")}\n</main>`,
  });
}

function article(sheet: TeamSheet, lang: Lang, labels: Labels, helplines: readonly Helpline[]): string {
  const t = (key: keyof typeof TEXT): string => h(TEXT[key][lang]);
  const { venue, client } = sheet;
  const missing = `<i>${t("unknown")}</i>`;
  const orMissing = (texts: readonly (string | null)[]): string => {
    const known = texts.filter((text): text is string => text !== null);
    return known.length > 0 ? known.map(h).join("<br>") : missing;
  };
  const place = sheet.placeName === null ? TEXT.online[lang] : sheet.placeName;
  const rows: readonly (readonly [string, string])[] = [
    [t("when"), sheet.slot.map((part) => whenOf(part, sheet, lang)).join("<br>")],
    [t("where"), `${h(place)}${sheet.placeName === null ? "" : `<br>${orMissing([venue.venue, venue.address])}`}`],
    [t("ask"), orMissing([venue.contact, venue.phone])],
    ...(client === null
      ? []
      : [[t("client"), [h(client.name), ...client.contacts.map(contactOf)].join("<br>")] as const]),
    [t("team"), `<ul>${sheet.team.map((member) => memberOf(member, lang, labels)).join("")}</ul>`],
    [t("arrival"), orMissing([venue.arrival])],
    [t("agreed"), venue.agreements === null ? `<i>${t("notAgreed")}</i>` : h(venue.agreements)],
  ];
  return `<article>
<h1>${h(sessionName({ ...sheet, id: sheet.session }, labels, lang))}</h1>
<p class="sub">${t("title")} · ${h(sheet.session)} · ${h(sheet.season)}</p>
<dl>
${rows.map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`).join("\n")}
</dl>
<p class="help" role="note">${t("help")}: ${helplines.map((line) => `${h(line[lang])} <b>${h(line.phone)}</b>`).join(" · ")}</p>
<p class="keep">${t("keep")}</p>
</article>`;
}

function whenOf([start, end]: TeamSheet["slot"][number], { before, after }: TeamSheet, lang: Lang): string {
  const around =
    before + after === 0
      ? ""
      : ` <span class="wish">${h(TEXT.be[lang])} ${shifted(start, -before)} ${h(TEXT.until[lang])} ${shifted(end, after)}</span>`;
  return `${h(datedDay(start, lang))}, ${h(hours([start, end], lang))}${around}`;
}

/** A time of day so many minutes on, as a clock shows it. */
function shifted(time: string, minutes: number): string {
  return clockText(Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16)) + minutes);
}

function contactOf({ name, task, email, phone }: NonNullable<TeamSheet["client"]>["contacts"][number]): string {
  return h([name, task, phone, email].filter((text) => text !== null).join(" · "));
}

function memberOf(
  { seat, trainer, name, contact, wishes }: TeamSheet["team"][number],
  lang: Lang,
  labels: Labels,
): string {
  const who = name === null ? trainer : [name, contact].filter(Boolean).join(" · ");
  const said = [
    TEXT[wishes.mayBeNamed ? "named" : "notNamed"][lang],
    TEXT[wishes.mayBePhotographed ? "pictured" : "notPictured"][lang],
    ...(wishes.limits === null ? [] : [wishes.limits]),
  ];
  return `<li><b>${h(who)}</b>, ${h(labels("role", seat, lang))}<span class="wish">${said.map(h).join(" · ")}</span></li>`;
}
