/** Programmes: what was ordered, what the quick scan says, what is possible, what it costs. */
import { useEffect, useState } from "preact/hooks";
import { get, list } from "../api.js";
import { whole } from "../format.js";
import { label } from "../names.js";
import { lang, tried, words } from "../state.js";

interface Paper {
  readonly programme: string;
  readonly kind: string;
  readonly part: string;
  readonly at: string;
}
interface Programme {
  readonly id: string;
  readonly kept: readonly Paper[];
  readonly papers: {
    readonly order?: { readonly client: { readonly name: string }; readonly budget: number };
    readonly needs?: { readonly themes?: readonly { readonly id: string; readonly score?: number | null }[] };
    readonly choice?: {
      readonly alternatives: readonly {
        readonly kind: string;
        readonly price?: number;
        readonly items: readonly unknown[];
      }[];
    };
    readonly quote?: { readonly net: number; readonly gross?: number };
  };
}

export function ProgrammesScreen() {
  const w = words.value;
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const [open, setOpen] = useState<Programme | null>(null);
  useEffect(() => {
    void tried(async () => {
      const papers = await list<Paper>("programmes");
      setIds([...new Set(papers.map(({ programme }) => programme))].sort());
    });
  }, []);
  return (
    <section class="card wide">
      <h1>{w.programmes}</h1>
      {ids?.length === 0 && <p class="hint">{w.noProgrammes}</p>}
      <div class="tags">
        {ids?.map((id) => (
          <button
            key={id}
            type="button"
            class="tag"
            aria-pressed={open?.id === id}
            onClick={() =>
              void tried(async () => setOpen(await get<Programme>(`programmes/${encodeURIComponent(id)}`)))
            }
          >
            {id}
          </button>
        ))}
      </div>
      {open !== null && <Shown programme={open} />}
    </section>
  );
}

function Shown({ programme: { id, papers, kept } }: { readonly programme: Programme }) {
  const w = words.value;
  const { order, needs, choice, quote } = papers;
  const euros = (cents: number): string => `€ ${whole(cents / 100, lang.value)}`;
  return (
    <>
      <h2>
        {id}
        {order === undefined ? "" : ` · ${order.client.name}`}
      </h2>
      {order !== undefined && (
        <p>
          {w.budgetOf}: € {whole(order.budget, lang.value)}
        </p>
      )}
      {needs?.themes !== undefined && (
        <>
          <h3>{w.needsOf}</h3>
          <ul class="plainlist">
            {needs.themes.map(({ id: theme, score }) => (
              <li key={theme}>
                {label("theme", theme)}
                {typeof score === "number" ? `: ${whole(score, lang.value)}` : ""}
              </li>
            ))}
          </ul>
        </>
      )}
      {choice !== undefined && (
        <>
          <h3>{w.alternatives}</h3>
          <ul class="plainlist">
            {choice.alternatives.map(({ kind, items, price }) => (
              <li key={kind}>
                <b>{kind}</b>: {items.length}
                {price === undefined ? "" : ` · ${euros(price)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {quote !== undefined && (
        <p>
          {w.quote}: {euros(quote.net)}
        </p>
      )}
      <h3>{w.papers}</h3>
      <ul class="plainlist">
        {kept.map(({ kind, part, at }) => (
          <li key={kind + part}>
            {kind}
            {part === "" ? "" : ` (${part})`} · {at.slice(0, 10)}
          </li>
        ))}
      </ul>
    </>
  );
}
