/** Groups: a list of participants in, divided; places left, who waits, and the intake list by codes for who may see it. */
import { useState } from "preact/hooks";
import { list } from "../../api.js";
import { groupItems } from "../../group-items.js";
import { label } from "../../names.js";
import { Checks } from "../../parts/checks.js";
import { BodyForm, Field } from "../../parts/faulty.js";
import { Issues } from "../../parts/issues.js";
import { NumberField } from "../../parts/number-field.js";
import { SheetsField, useSheets } from "../../parts/sheets.js";
import { bring, busy, dossier, hasPaper, kind, page, take } from "../../programme-state.js";
import type { IntakeRow } from "../../programme-types.js";
import { labels, tell, tried, words } from "../../state.js";
import type { Issue } from "../../types.js";
import { Divided } from "./divided.js";

export function GroupsStep() {
  const p = words.value.dossier;
  const now = dossier.value;
  const groups = now?.groups ?? [];
  const chosen = now?.papers.choice?.alternatives.find((one) => one.kind === kind.value);
  const small = (labels.value?.item ?? []).filter((one) => one.kind === "group").map(({ code }) => code);
  const items = groupItems(
    small,
    chosen?.items ?? null,
    groups.map((one) => one.item),
  );
  const [wished, setItem] = useState(groups[0]?.item ?? "");
  const item = items.includes(wished) ? wished : (items[0] ?? "");
  const [intake, setIntake] = useState<readonly IntakeRow[] | null>(null);
  return (
    <section class="card wide">
      <div class="title">
        <h2>{p.steps.groups}</h2>
        {groups.length > 0 && (
          <span class="inline tight">
            <button
              type="button"
              aria-expanded={intake !== null}
              onClick={() =>
                void tried(async () =>
                  setIntake(
                    intake !== null
                      ? null
                      : await list<IntakeRow>(`programmes/${encodeURIComponent(now?.id ?? "")}/intake`),
                  ),
                )
              }
            >
              {p.intakeShow}
            </button>
            <button type="button" onClick={() => void tried(() => page("intake", "xlsx"))}>
              {p.intake} ({p.workbook})
            </button>
          </span>
        )}
      </div>
      {groups.length === 0 && <p class="hint">{p.noGroups}</p>}
      {groups.map((one) => (
        <Divided
          key={one.item}
          outline={one}
          times={chosen === undefined ? null : (chosen.items.find((each) => each.item === one.item)?.times ?? 0)}
          codes={intake?.find((row) => row.item === one.item) ?? null}
          leaveOut={() => {
            if (!window.confirm(p.ungroupAsk(label("item", one.item), hasPaper("participants")))) return;
            void tried(async () => {
              await take("ungrouping", { item: one.item });
              setIntake(null);
              tell("good", p.ungrouped(label("item", one.item)));
            });
          }}
        />
      ))}
      {hasPaper("participants") && items.length === 0 && <p class="hint">{p.noGroupItem}</p>}
      {hasPaper("participants") && items.length > 0 && (
        <BodyForm
          class="inline"
          send={async () => {
            await take("groups", { item });
            setIntake(null);
            tell("good", p.kept);
          }}
        >
          <Field name={p.item} at="/item">
            {(aria) => (
              <select value={item} {...aria} onChange={(event) => setItem(event.currentTarget.value)}>
                {items.map((code) => (
                  <option key={code} value={code}>
                    {label("item", code)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button type="submit" class={groups.length === 0 ? "main" : ""} disabled={busy.value}>
            {p.divide}
          </button>
          <span class="hint">{p.divideHelp(label("item", item))}</span>
        </BodyForm>
      )}
      <Participants key={now?.id} isOpen={!hasPaper("participants")} />
    </section>
  );
}

/** The list that was filled in, with when and in how many groups they can be. */
function Participants({ isOpen }: { readonly isOpen: boolean }) {
  const p = words.value.dossier;
  const sheets = useSheets<readonly Issue[]>();
  const [dates, setDates] = useState("");
  const [count, setCount] = useState(2);
  const [most, setMost] = useState(16);
  const [colleagues, setColleagues] = useState("either");
  const sites = dossier.value?.papers.order?.client.sites.map(({ place }) => place) ?? [];
  const region = sites.length > 1 ? sites : [];
  const [places, setPlaces] = useState<readonly string[]>(region);
  const days = (): readonly string[] => dates.split(/[\s,;]+/).filter((day) => day !== "");
  const where = places.length > 0 ? { places } : {};
  // Without days it is the list of the days that are kept; where there are none either, there is none yet.
  const noDays = days().length === 0 && !hasPaper("participants");
  const empty = (): Promise<void> =>
    tried(() => page("participant-list", "xlsx", days().length > 0 ? { dates: days(), ...where } : {}));
  const read = async (): Promise<void> => {
    const [given] = await sheets.read();
    if (given === undefined) return;
    const told = await bring("participants", {
      file: given,
      dates: days(),
      groups: count,
      most,
      colleagues,
      ...where,
    });
    sheets.tell(told.issues);
    if (told.done) tell("good", p.kept);
  };
  return (
    <details class="papers" open={isOpen}>
      <summary>{p.groupsHelp}</summary>
      <BodyForm class="fields" send={read}>
        <SheetsField name={p.listFile} at="/file" of={sheets} isOne />
        <Field name={p.datesOf} at="/dates" class="grow long">
          {(aria) => (
            <input
              required
              placeholder="2027-06-03 2027-06-08"
              value={dates}
              {...aria}
              onInput={(event) => setDates(event.currentTarget.value)}
            />
          )}
        </Field>
        {region.length > 0 && (
          <Checks
            name={p.placesOf}
            all={region}
            label={(code) => label("municipality", code)}
            chosen={places}
            set={setPlaces}
            as="line"
          />
        )}
        <NumberField name={p.groupCount} at="/groups" min={1} max={500} value={count} set={setCount} />
        <NumberField name={p.most} at="/most" min={2} max={16} value={most} set={setMost} />
        <Field name={p.colleagues} at="/colleagues">
          {(aria) => (
            <select value={colleagues} {...aria} onChange={(event) => setColleagues(event.currentTarget.value)}>
              {["either", "spread", "together"].map((one) => (
                <option key={one} value={one}>
                  {p.colleague[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div class="inline">
          <button type="submit" disabled={sheets.files.length === 0 || busy.value}>
            {p.read}
          </button>
          <button type="button" disabled={noDays} onClick={() => void empty()}>
            {p.emptyList}
          </button>
          {noDays && <span class="hint">{p.daysFirst}</span>}
        </div>
      </BodyForm>
      <Issues issues={sheets.told ?? []} />
    </details>
  );
}
