/**
 * The quick scan as one page that is filled in and sent. As a file it needs no server: it makes a file of one answer, which is
 * mailed to the municipality's contact and read by `koppel programme answers` with all others. With an address to post to it is
 * a form like any other, without a script.
 */
import type { Option, Question, Questionnaire } from "../../programme/scan/questionnaire.js";
import { escapeHtml as h } from "../html-document.js";
import type { Lang } from "../words.js";
import { pageHtml } from "./page.js";

const WORDS = {
  nl: {
    title: "Quick scan: wat weet u, wat wilt u leren, met wie wilt u samenwerken?",
    intro: (client: string) =>
      `Voor professionals, informele werkers en medewerkers in ${client}. Invullen kost ongeveer tien minuten.`,
    privacy:
      "We vragen niet naar uw naam, uw organisatie of uw eigen achtergrond. Aantallen onder de 5 komen in geen enkel overzicht. Alleen de vraag naar uw rol is verplicht.",
    save: "Bewaar mijn antwoord",
    send: "Verstuur mijn antwoord",
    saved: "Uw antwoord staat als bestand quick-scan.csv bij uw downloads.",
    mail: (address: string) => `Mail dat bestand naar ${address}.`,
    deliver: "Geef dat bestand aan de contactpersoon van wie u deze vragenlijst kreeg.",
    paper: "Op papier ingevuld? Geef het terug aan de contactpersoon van wie u deze vragenlijst kreeg.",
    required: "verplicht",
    many: "Meer antwoorden mogelijk.",
  },
  en: {
    title: "Quick scan: what do you know, what do you want to learn, with whom do you want to work?",
    intro: (client: string) =>
      `For professionals, informal workers and officers in ${client}. It takes about ten minutes.`,
    privacy:
      "We do not ask for your name, your organisation or your own background. Counts under 5 appear in no report. Only the question about your role is required.",
    save: "Save my answer",
    send: "Send my answer",
    saved: "Your answer is in the file quick-scan.csv in your downloads.",
    mail: (address: string) => `Mail that file to ${address}.`,
    deliver: "Give that file to the contact from whom you had this questionnaire.",
    paper: "Filled in on paper? Give it back to the contact from whom you had this questionnaire.",
    required: "required",
    many: "More than one answer possible.",
  },
} as const;

const STYLE = `
fieldset { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0 0; padding: 1rem 0 0; }
legend { float: left; width: 100%; font-weight: 600; font-size: 1.1rem; padding: 0; margin-bottom: .5rem; }
legend small { display: inline; margin-left: .5rem; }
.options { clear: both; columns: 16rem; column-gap: 2rem; }
.options label { display: block; break-inside: avoid; padding: .25rem 0 .25rem 1.8rem; text-indent: -1.8rem; }
.scale { clear: both; table-layout: fixed; }
.scale th, .scale td { padding: .45rem .5rem .45rem 0; }
.scale thead th { text-align: center; vertical-align: bottom; }
.scale td { text-align: center; }
.scale tbody > tr > * { vertical-align: middle; }
.scale td label { display: block; padding: .2rem; }
.scale th:first-child { width: 34%; font-weight: 400; text-align: left; }
input { width: 1.1rem; height: 1.1rem; accent-color: var(--accent); vertical-align: -.15rem; }
.options input { margin: 0 .7rem 0 0; }
button { font: inherit; font-weight: 600; color: #fff; background: var(--accent); border: 0; border-radius: .25rem; padding: .75rem 1.5rem; margin-top: 2rem; cursor: pointer; }
button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.saved { padding: .75rem 1rem; background: var(--wash); border-left: 4px solid var(--accent); }
.paper { display: none; }
fieldset { break-inside: avoid; }
@media print {
  button, .saved { display: none; }
  .paper { display: block; margin-top: 1rem; }
  fieldset { margin-top: .7rem; padding-top: .6rem; }
  .options { columns: 11rem; }
  .options label { padding-top: .1rem; padding-bottom: .1rem; }
  .scale th, .scale td { padding-top: .15rem; padding-bottom: .15rem; }
}
@media (max-width: 40rem) {
  .scale { font-size: .75rem; }
  .scale th:first-child { width: 38%; }
  .scale thead th { font-size: .62rem; padding-right: .2rem; }
}
`;

/** Makes the file of one answer, with the questions' ids as heading and `;` between several options. */
const SCRIPT = `
"use strict";
document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const names = [...new Set([...event.target.elements].map((field) => field.name).filter(Boolean))];
  const data = new FormData(event.target);
  const quote = (text) => '"' + text.replaceAll('"', '""') + '"';
  const lines = [names, names.map((name) => data.getAll(name).join(";"))].map((row) => row.map(quote).join(","));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines.join("\\r\\n") + "\\r\\n"], { type: "text/csv" }));
  link.download = "quick-scan.csv";
  link.click();
  document.querySelector(".saved").hidden = false;
});
`;

export interface FormOptions {
  /** the municipality or region, as its people call it */
  readonly client: string;
  /** an address to which the form is posted; without one the page makes a file */
  readonly post?: string;
  /** the mail address that the file goes to */
  readonly mail?: string;
}

/** The page of the quick scan. Every field has the name that the import of answers reads. */
export function scanForm(questionnaire: Questionnaire, lang: Lang, { client, post, mail }: FormOptions): string {
  const words = WORDS[lang];
  const fields = questionnaire.questions.map((question) => fieldset(question, lang)).join("\n");
  const saved = `<p class="saved" role="status" hidden>${h(words.saved)} ${h(mail === undefined ? words.deliver : words.mail(mail))}</p>`;
  const body = `<header><h1>${h(words.title)}</h1><p class="period">${h(words.intro(client))}</p></header>
<main>
<p>${h(words.privacy)}</p>
<form${post === undefined ? "" : ` method="post" action="${h(post)}"`}>
${fields}
<button type="submit">${h(post === undefined ? words.save : words.send)}</button>
${post === undefined ? saved : ""}
</form>
<p class="paper">${h(words.paper)}</p>
</main>`;
  return pageHtml({
    lang,
    title: words.title,
    style: STYLE,
    body,
    ...(post === undefined ? { script: SCRIPT } : { sendsTo: post }),
  });
}

function fieldset(question: Question, lang: Lang): string {
  const words = WORDS[lang];
  const note = question.required ? words.required : question.kind === "many" ? words.many : "";
  const small = note === "" ? "" : ` <small>${h(note)}</small>`;
  return `<fieldset><legend>${h(question[lang])}${small}</legend>\n${inputs(question, lang)}\n</fieldset>`;
}

function inputs(question: Question, lang: Lang): string {
  if (question.kind === "scale") return scale(question, question.steps, lang);
  const type = question.kind === "one" ? "radio" : "checkbox";
  const required = question.required ? " required" : "";
  const one = (option: Option) =>
    `<label><input type="${type}" name="${h(question.id)}" value="${h(option.id)}"${required}>${h(option[lang])}</label>`;
  return `<div class="options">${question.options.map(one).join("\n")}</div>`;
}

function scale(question: Question, steps: readonly Option[], lang: Lang): string {
  const heads = steps.map((step) => `<th scope="col">${h(step[lang])}</th>`).join("");
  const cell = (option: Option, step: Option) =>
    `<td><label><input type="radio" name="${h(`${question.id}[${option.id}]`)}" value="${h(step.id)}" aria-label="${h(`${option[lang]}: ${step[lang]}`)}"></label></td>`;
  const row = (option: Option) =>
    `<tr><th scope="row">${h(option[lang])}</th>${steps.map((step) => cell(option, step)).join("")}</tr>`;
  return `<table class="scale"><thead><tr><th></th>${heads}</tr></thead><tbody>${question.options.map(row).join("\n")}</tbody></table>`;
}
