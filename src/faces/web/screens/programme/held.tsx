/** What was held, and for how many: the list that was filled in, and the account of it. */
import { BodyForm } from "../../parts/faulty.js";
import { Issues } from "../../parts/issues.js";
import { SheetsField, useSheets } from "../../parts/sheets.js";
import { bring, busy, hasPaper, page } from "../../programme-state.js";
import { tell, tried, words } from "../../state.js";
import type { Issue } from "../../types.js";

export function HeldPart() {
  const p = words.value.dossier;
  const sheets = useSheets<readonly Issue[]>();
  const read = async (): Promise<void> => {
    const [file] = await sheets.read();
    if (file === undefined) return;
    const told = await bring("held", { file });
    sheets.tell(told.issues);
    if (told.done) tell("good", p.heldKept(told.sessions ?? 0));
  };
  return (
    <section class="card wide">
      <div class="title">
        <h2>{p.held}</h2>
        {hasPaper("held") && (
          <button type="button" onClick={() => void tried(() => page("account", "html"))}>
            {p.account} ↗
          </button>
        )}
      </div>
      <p class="hint">{p.heldHelp}</p>
      <BodyForm class="inline" send={read}>
        <SheetsField name={p.heldFile} at="/file" of={sheets} isOne />
        <button type="submit" disabled={sheets.files.length === 0 || busy.value}>
          {p.read}
        </button>
        <button type="button" onClick={() => void tried(() => page("held-list", "xlsx"))}>
          {p.emptyList}
        </button>
      </BodyForm>
      <Issues issues={sheets.told ?? []} />
    </section>
  );
}
