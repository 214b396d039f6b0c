/** The organisations that trainers belong to, by the names that the pool has for them. */
import { signal } from "@preact/signals";
import { list } from "./api.js";
import { onForget } from "./kept.js";

const NOBODY: ReadonlyMap<string, string> = new Map();
/** code → name */
export const organisations = signal(NOBODY);
onForget(() => {
  organisations.value = NOBODY;
});

interface Row {
  readonly record: { readonly id: string; readonly name: string };
}

export async function loadOrganisations(): Promise<void> {
  const rows = await list<Row>("organisations");
  organisations.value = new Map(rows.map(({ record }) => [record.id, record.name]));
}
