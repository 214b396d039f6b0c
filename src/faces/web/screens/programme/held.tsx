/** What was held, and for how many: the list that was filled in, and the account of it. */
import { useState } from "preact/hooks";
import { base64 } from "../../api.js";
import { BodyForm } from "../../parts/faulty.js";
import { FileField } from "../../parts/file-field.js";
import { Issues } from "../../parts/issues.js";
import { bring, busy, hasPaper, page } from "../../programme-state.js";
import { tell, tried, words } from "../../state.js";
import type { Issue } from "../../types.js";

export function HeldPart() {
  const p = words.value.dossier;
  const [file, setFile] = useState<File | null>(null);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const read = async (): Promise<void> => {
    if (file === null) return;
    const told = await bring("held", { file: { name: file.name, data: await base64(file) } });
    setIssues(told.issues);
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
        <FileField
          name={p.heldFile}
          at="/file"
          accept=".xlsx,.csv"
          files={file === null ? [] : [file]}
          set={([one]) => {
            setFile(one ?? null);
            setIssues([]);
          }}
          isOne
        />
        <button type="submit" disabled={file === null || busy.value}>
          {p.read}
        </button>
        <button type="button" onClick={() => void tried(() => page("held-list", "xlsx"))}>
          {p.emptyList}
        </button>
      </BodyForm>
      <Issues issues={issues} />
    </section>
  );
}
