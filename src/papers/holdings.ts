/** All that is held about a trainer, as a page that she can read. */
import type { Holdings } from "../season/holdings.js";
import { type Wording, wording as w } from "../sheets/types.js";
import { hours, shortDay } from "./dates.js";
import { documentHtml, escapeHtml as h } from "./html-document.js";
import type { Labels } from "./labels.js";
import type { Lang } from "./words.js";

const TEXT = {
  title: w("Wat er over u vastligt", "What is held about you"),
  at: w("Opgemaakt", "Made on"),
  busy: w("Bezet volgens uw eigen agenda", "Busy by your own calendar"),
  published: w("Bijeenkomsten waarvoor u bekend bent gemaakt", "Sessions that you were announced for"),
  plans: w("Planningen waarin u staat", "Plans that you are in"),
  looks: w("Wie keek of wijzigde, en waarvoor", "Who looked or changed, and what for"),
  none: w("niets", "nothing"),
  session: w("Bijeenkomst", "Session"),
  season: w("Seizoen", "Season"),
  when: w("Wanneer", "When"),
  seat: w("Rol", "Role"),
  reply: w("Uw antwoord", "Your answer"),
  plan: w("Planning", "Plan"),
  role: w("Rol", "Role"),
  action: w("Wat", "What"),
  field: w("Welk gegeven", "Which data"),
  purpose: w("Waarvoor", "What for"),
  outcome: w("Uitkomst", "Outcome"),
  rights: w(
    "U kunt dit laten verbeteren of wissen, en elke toestemming intrekken. Codes van anderen, en wat anderen voor hun eigen veiligheid vroegen, staan hier niet.",
    "You can have this corrected or erased, and withdraw any consent. Codes of others, and what others asked for their own safety, are not in it.",
  ),
} as const;

/** The trail's own words; one that is not here is shown as it is. */
const TRAIL: Readonly<Record<string, Wording>> = {
  coordinator: w("coördinator", "coordinator"),
  safetyOfficer: w("veiligheidsfunctionaris", "safety officer"),
  planner: w("het programma zelf", "the program itself"),
  trainer: w("u zelf", "yourself"),
  administrator: w("beheerder", "administrator"),
  read: w("gelezen", "read"),
  match: w("vergeleken", "compared"),
  save: w("opgeslagen", "saved"),
  name: w("naam gedeeld", "name shared"),
  consent: w("toestemming gegeven", "consent given"),
  withdraw: w("toestemming ingetrokken", "consent withdrawn"),
  protect: w("bescherming toegevoegd", "protection added"),
  remove: w("bescherming weggenomen", "protection taken away"),
  "ask removal": w("om wegnemen van bescherming gevraagd", "removal of protection asked"),
  matching: w("plannen", "planning"),
  need: w("past zij bij een bijeenkomst", "whether she fits a session"),
  export: w("uitvoer", "export"),
  safety: w("veiligheid", "safety"),
  own: w("eigen inzage", "own access"),
  change: w("wijziging", "a change"),
  "reply asked": w("gevraagd", "asked"),
  "reply yes": w("antwoord: ja", "answer: yes"),
  "reply no": w("antwoord: nee", "answer: no"),
  "reply silent": w("geen antwoord", "no answer"),
  given: w("gegeven", "given"),
  done: w("gedaan", "done"),
  refused: w("geweigerd", "refused"),
  "no consent": w("deels, zonder toestemming", "in part, for want of consent"),
  yes: w("ja", "yes"),
  no: w("nee", "no"),
  asked: w("gevraagd", "asked"),
  silent: w("geen antwoord", "no answer"),
};

/** What the trail says was looked at or changed. */
const FIELDS: Readonly<Record<string, Wording>> = {
  all: w("alles", "all"),
  trainer: w("gegevens", "record"),
  contact: w("naam en contact", "name and contact"),
  availability: w("beschikbaarheid", "availability"),
  calendar: w("agenda", "calendar"),
  wishes: w("naam en foto", "name and pictures"),
  assignment: w("bijeenkomst", "session"),
  roles: w("rollen", "roles"),
  backgrounds: w("achtergronden", "backgrounds"),
  languages: w("talen", "languages"),
  traits: w("kenmerken", "traits"),
  exposure: w("hoogstens per thema", "at most by theme"),
  ownCommunityKm: w("afstand tot eigen gemeenschap", "distance from own community"),
  avoidPlaces: w("nooit naar", "never to"),
  avoidTrainers: w("nooit samen met", "never together with"),
};

const STYLE = `
:root{color-scheme:light}
body{font:11pt/1.45 system-ui,"Segoe UI",sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.92em}
th,td{text-align:left;padding:.25rem .9rem .25rem 0;border-bottom:1px solid #ddd;vertical-align:top}
th{font-weight:600}td{overflow-wrap:anywhere}
@media print{body{padding:0}@page{size:A4;margin:16mm}}
`;

/** A table of text: of one row it reads downwards. */
interface TextTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * @param held as `holdingsOf` gives it
 * @param tables her record as the sheets have it, in the page's language
 */
export function holdingsHtml(held: Holdings, tables: readonly TextTable[], lang: Lang, labels: Labels): string {
  const t = (key: keyof typeof TEXT): string => TEXT[key][lang];
  const said = (code: string): string => TRAIL[code]?.[lang] ?? code;
  const partText = ([start, end]: readonly [string, string]): string =>
    `${shortDay(start, lang)} ${start.slice(0, 4)} ${hours([start, end], lang)}`;
  const announced = held.seasons.flatMap(({ season, published, replies }) =>
    published.map(({ session, slot, seat }) => [
      season,
      session,
      slot.map(partText).join("; "),
      labels("role", seat, lang),
      said(replies.find((one) => one.session === session)?.reply ?? ""),
    ]),
  );
  const own: readonly TextTable[] = [
    ...tables,
    { name: t("busy"), headers: [t("when")], rows: held.busy.map((one) => [partText(one)]) },
    { name: t("published"), headers: [t("season"), t("session"), t("when"), t("seat"), t("reply")], rows: announced },
    {
      name: t("plans"),
      headers: [t("plan"), t("session")],
      rows: held.plans.map(({ plan, sessions }) => [plan, sessions.join(", ")]),
    },
    {
      name: t("looks"),
      headers: [t("when"), t("role"), t("action"), t("field"), t("purpose"), t("outcome")],
      rows: held.looks.map(({ at, role, action, field, purpose, outcome }) => [
        at.slice(0, 16).replace("T", " "),
        said(role),
        said(action),
        FIELDS[field]?.[lang] ?? field,
        said(purpose),
        said(outcome),
      ]),
    },
  ];
  return documentHtml({
    lang,
    title: t("title"),
    policy: "default-src 'none'; style-src 'unsafe-inline'",
    style: STYLE,
    body: `<main>
<h1>${h(t("title"))}</h1>
<p>${h(held.trainer)} · ${h(t("at"))} ${h(held.at.slice(0, 16).replace("T", " "))} UTC</p>
<p>${h(t("rights"))}</p>
${own.map((table) => tableHtml(table, t("none"))).join("\n")}
</main>`,
  });
}

function tableHtml({ name, headers, rows }: TextTable, none: string): string {
  // Columns that say nothing only make it harder to read.
  const kept = headers.map((_, i) => rows.length < 2 || rows.some((row) => row[i] !== ""));
  const cells = (row: readonly string[]): string =>
    row.map((text, i) => (kept[i] ? `<td>${h(text)}</td>` : "")).join("");
  const [only] = rows;
  const isOne = rows.length === 1 && only !== undefined && headers.length > 4;
  const body = isOne
    ? headers.map((header, i) => `<tr><th scope="row">${h(header)}</th><td>${h(only[i] ?? "")}</td></tr>`).join("")
    : `<thead><tr>${headers.map((header, i) => (kept[i] ? `<th scope="col">${h(header)}</th>` : "")).join("")}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</tbody>`;
  const table = rows.length === 0 ? `<p><i>${h(none)}</i></p>` : `<div class="scroll"><table>${body}</table></div>`;
  return `<section><h2>${h(name)}</h2>${table}</section>`;
}
