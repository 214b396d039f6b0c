/** The quick scan: answers in, and what of them may be told: what people want to learn, by theme and level. */
import { whole } from "../../format.js";
import { label } from "../../names.js";
import { BodyForm } from "../../parts/faulty.js";
import { Issues } from "../../parts/issues.js";
import { SheetsField, useSheets } from "../../parts/sheets.js";
import { bring, busy, dossier, page } from "../../programme-state.js";
import type { Needs } from "../../programme-types.js";
import { leastOf } from "../../scan-told.js";
import { lang, tell, tried, words } from "../../state.js";
import type { Issue } from "../../types.js";

export function ScanStep() {
  const w = words.value;
  const p = w.dossier;
  const needs = dossier.value?.papers.needs;
  const sheets = useSheets<readonly Issue[]>();
  const { files } = sheets;
  const read = async (): Promise<void> => {
    const told = await bring("answers", { files: await sheets.read() });
    sheets.tell(told.issues);
    if (told.done) tell("good", p.kept);
  };
  return (
    <section class="card wide">
      <div class="title">
        <h2>{p.steps.scan}</h2>
        {needs !== undefined && (
          <button type="button" onClick={() => void tried(() => page("report", "html"))}>
            {p.report} ↗
          </button>
        )}
      </div>
      {needs === undefined && <p>{p.scanFirst}</p>}
      {needs !== undefined && <Outcome needs={needs} />}
      <BodyForm class="inline" send={read}>
        <SheetsField name={p.answerFiles} at="/files" of={sheets} />
        <button type="submit" class={needs === undefined ? "main" : ""} disabled={files.length === 0 || busy.value}>
          {p.read}
        </button>
        <button type="button" onClick={() => void tried(() => page("answer-list", "xlsx"))}>
          {p.emptyAnswers}
        </button>
      </BodyForm>
      <p class="hint">{p.scanHelp}</p>
      <Issues issues={sheets.told ?? []} />
    </section>
  );
}

function Outcome({ needs }: { readonly needs: Needs }) {
  const w = words.value;
  const p = w.dossier;
  const rows = needs.themes
    .map(({ id, shared, levels }) => ({
      id,
      shared,
      parts: (["beginner", "advanced"] as const).map((level) => {
        const one = levels.find((each) => each.level === level);
        return { level, told: one === undefined ? ([0, false] as const) : leastOf(one) };
      }),
    }))
    .map((row) => ({ ...row, sum: row.parts.reduce((sum, { told: [n] }) => sum + n, 0) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum);
  const most = Math.max(1, ...rows.map(({ sum }) => sum));
  const [people, isExact] = leastOf(needs.people);
  const answered = isExact ? p.answered : p.atLeastAnswered;
  return (
    <>
      <p>
        {people === 0 ? p.fewAnswered : answered(whole(people, lang.value))}
        <br />
        <small>
          {needs.groups
            .map((group) => `${p.groupNames[group] ?? group}: ${needs.people.byGroup[group] ?? p.few}`)
            .join(" · ")}
        </small>
      </p>
      <table class="bars">
        <caption class="hidden">{p.wanted}</caption>
        <thead>
          <tr>
            <th scope="col">{p.theme}</th>
            <th scope="col">
              {p.wanted} <i class="key soft" /> {p.beginner} <i class="key deep" /> {p.advanced}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, shared, parts }) => (
            <tr key={id}>
              <th scope="row">
                {label("theme", id)} {shared && <span class="badge">{p.shared}</span>}
              </th>
              <td>
                <span class="stacked">
                  {parts.map(({ level, told: [n, exact] }) =>
                    n === 0 ? null : (
                      <span key={level} class={level} style={{ width: `${(88 * n) / most}%` }}>
                        <span class="hidden">{p[level]} </span>
                        {exact ? n : p.atLeast(String(n))}
                      </span>
                    ),
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{p.untold}</p>
    </>
  );
}
