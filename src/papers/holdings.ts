/** All that is held about a trainer, as a page that she can read. */
import type { Holdings } from "../season/holdings.js";
import { wording as w } from "../sheets/types.js";
import { documentHtml, escapeHtml as h } from "./html-document.js";
import type { Lang } from "./words.js";

const TEXT = {
  title: w("Wat er over u vastligt", "What is held about you"),
  at: w("Opgemaakt", "Made on"),
  contact: w("Wie u bent", "Who you are"),
  record: w("Uw gegevens", "Your record"),
  sensitive: w("Bijzondere gegevens", "Special categories of data"),
  consents: w("Uw toestemmingen", "Your consents"),
  availability: w("Wanneer u kunt", "When you can come"),
  busy: w("Bezet volgens uw eigen agenda", "Busy by your own calendar"),
  wishes: w("Naam, foto en grenzen", "Name, pictures and limits"),
  seasons: w("Seizoenen", "Seasons"),
  plans: w("Planningen waarin u staat", "Plans that you are in"),
  looks: w("Wie keek of wijzigde, en waarvoor", "Who looked or changed, and what for"),
  none: w("niets", "nothing"),
  role: w("Rol", "Role"),
  action: w("Wat", "What"),
  field: w("Welk gegeven", "Which data"),
  purpose: w("Waarvoor", "What for"),
  outcome: w("Uitkomst", "Outcome"),
  when: w("Wanneer", "When"),
  rights: w(
    "U kunt dit laten verbeteren of wissen, en elke toestemming intrekken. Codes van anderen, en wat anderen voor hun eigen veiligheid vroegen, staan hier niet.",
    "You can have this corrected or erased, and withdraw any consent. Codes of others, and what others asked for their own safety, are not in it.",
  ),
} as const;

const STYLE = `
:root{color-scheme:light}
body{font:11pt/1.45 system-ui,"Segoe UI",sans-serif;margin:0 auto;max-width:52rem;padding:1.5rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:1.4rem 0 .3rem}
dl{display:grid;grid-template-columns:12rem 1fr;gap:.25rem 1rem;margin:0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.9em}th,td{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #ddd;vertical-align:top}
@media print{body{padding:0}@page{size:A4;margin:18mm}}
`;

/** @param held as `holdingsOf` gives it */
export function holdingsHtml(held: Holdings, lang: Lang): string {
  const t = (key: keyof typeof TEXT): string => h(TEXT[key][lang]);
  const sections = [
    "contact",
    "record",
    "sensitive",
    "consents",
    "availability",
    "busy",
    "wishes",
    "seasons",
    "plans",
  ] as const;
  const looks = held.looks.map(
    ({ at, role, action, field, purpose, outcome }) =>
      `<tr>${[at.slice(0, 16).replace("T", " "), role, action, field, purpose, outcome].map((text) => `<td>${h(text)}</td>`).join("")}</tr>`,
  );
  return documentHtml({
    lang,
    title: TEXT.title[lang],
    policy: "default-src 'none'; style-src 'unsafe-inline'",
    style: STYLE,
    body: `<main>
<h1>${t("title")}</h1>
<p>${h(held.trainer)} · ${t("at")} ${h(held.at.slice(0, 16).replace("T", " "))} UTC</p>
<p>${t("rights")}</p>
${sections.map((key) => `<section><h2>${t(key)}</h2>${valueHtml(held[key], TEXT.none[lang])}</section>`).join("\n")}
<section><h2>${t("looks")}</h2>
<table><thead><tr>${(["when", "role", "action", "field", "purpose", "outcome"] as const).map((key) => `<th scope="col">${t(key)}</th>`).join("")}</tr></thead>
<tbody>${looks.join("\n")}</tbody></table></section>
</main>`,
  });
}

/** Any value of a record: lists by commas, objects by their fields. */
function valueHtml(value: unknown, none: string): string {
  if (value === null || value === "" || value === undefined) return `<i>${h(none)}</i>`;
  if (Array.isArray(value)) {
    if (value.length === 0) return `<i>${h(none)}</i>`;
    if (value.every((one) => typeof one !== "object" || one === null)) return h(value.join(", "));
    return `<ul>${value.map((one) => `<li>${isSpan(one) ? h(one.join(" – ")) : valueHtml(one, none)}</li>`).join("")}</ul>`;
  }
  if (typeof value === "object") {
    const entries = Object.entries(value);
    if (entries.length === 0) return `<i>${h(none)}</i>`;
    return `<dl>${entries.map(([key, one]) => `<dt>${h(key)}</dt><dd>${valueHtml(one, none)}</dd>`).join("")}</dl>`;
  }
  return h(String(value));
}

/** Two texts: an interval. */
function isSpan(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "string");
}
