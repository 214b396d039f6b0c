/** What the API refuses, told beside the field that it is about: of a form, or of a part of a page that is kept by itself. */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useId, useRef, useState } from "preact/hooks";
import { expectedIn } from "../../expected.js";
import { holds, placeIn, type WrongField } from "../faults.js";
import { type Kept, type Parts, refused } from "../her.js";
import { label } from "../names.js";
import { lang, tried, words } from "../state.js";
import { wrongIn } from "../typed.js";

/** Goes onto the input that a fault is about. */
export interface Aria {
  readonly "aria-invalid"?: "true";
  readonly "aria-describedby"?: string;
}
interface Told {
  readonly id: string;
  readonly wrong: readonly WrongField[];
  /** the places that have a field on the screen */
  readonly fields: Set<string>;
}
const Faults = createContext<Told>({ id: "", wrong: [], fields: new Set() });

const idOf = ({ id }: Told, at: string): string => `${id}${at.replaceAll("/", "-")}`;

/** What belongs onto an input: whether it is wrong, and where that is told. @param at where what is typed in goes: a JSON pointer */
export function useAria(at: string): Aria {
  const told = useContext(Faults);
  if (!told.wrong.some(({ path }) => holds(at, path))) return {};
  return { "aria-invalid": "true", "aria-describedby": idOf(told, at) };
}

/** What is wrong at a place, in words; nothing where nothing is. */
export function Fault({ at }: { readonly at: string }) {
  const told = useContext(Faults);
  useEffect(() => {
    told.fields.add(at);
    return () => void told.fields.delete(at);
  }, [told.fields, at]);
  const wrong = told.wrong.filter(({ path }) => holds(at, path));
  if (wrong.length === 0) return null;
  return (
    <span id={idOf(told, at)} class="fault">
      {wrong.slice(0, MOST).map((one) => (
        <Expected key={one.path + one.expected} wrong={one} isPlaced={at !== ""} />
      ))}
    </span>
  );
}
/** So many faults of one field are told. */
const MOST = 5;

/** @param isPlaced whether it stands beside the field itself: else its place is told with it */
function Expected({ wrong: { path, expected }, isPlaced }: { readonly wrong: WrongField; readonly isPlaced: boolean }) {
  const said = expectedIn(lang.value, expected);
  return (
    <span>
      {!isPlaced && path !== "" && <code>{placeIn(lang.value, path, (item) => label("item", item))} </code>}
      {words.value.wrongField}
      {said === null ? <span lang="en">{expected}</span> : said}.
    </span>
  );
}

export interface FieldProps {
  readonly name: ComponentChildren;
  /** where what is typed in goes in what is sent: a JSON pointer */
  readonly at: string;
  readonly class?: string;
  /** several fields share the place, and what is wrong with it is told once beside them */
  readonly isOneOfSeveral?: boolean;
  /** the input, with what belongs onto it */
  readonly children: (aria: Aria) => ComponentChildren;
}

/** A field with its name above it, and below it what is wrong with it. */
export function Field({ name, at, class: more, isOneOfSeveral = false, children }: FieldProps) {
  const aria = useAria(at);
  return (
    <div class={more === undefined ? "field" : `field ${more}`} data-at={at}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: its input is among what is given */}
      <label>
        {name}
        {children(aria)}
      </label>
      {!isOneOfSeveral && <Fault at={at} />}
    </div>
  );
}

export interface FaultyProps {
  readonly wrong: readonly WrongField[];
  readonly children: ComponentChildren;
}

/** Tells what is wrong beside the fields in it, takes whoever typed it to the first of them, and tells the rest below. */
export function Faulty({ wrong, children }: FaultyProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { current: fields } = useRef(new Set<string>());
  useEffect(() => {
    if (wrong.length > 0) box.current?.querySelector<HTMLElement>(`[aria-describedby^="${id}-"]`)?.focus();
  }, [wrong, id]);
  const rest = wrong.filter(({ path }) => ![...fields].some((at) => holds(at, path)));
  return (
    <Faults.Provider value={{ id, wrong, fields }}>
      <div class="faulty" ref={box}>
        {children}
        {rest.length > 0 && (
          <div class="fault" role="alert">
            {rest.slice(0, MOST).map((one) => (
              <p key={one.path + one.expected}>
                <Expected wrong={one} isPlaced={false} />
              </p>
            ))}
          </div>
        )}
      </div>
    </Faults.Provider>
  );
}
const NONE: readonly WrongField[] = [];

/** The same for a part of a trainer, which is kept by itself. */
export function FaultyPart({ her, what, children }: Omit<FaultyProps, "wrong"> & PartOf) {
  const now = refused.value;
  return <Faulty wrong={now?.code === her.code && now.what === what ? now.wrong : NONE}>{children}</Faulty>;
}
interface PartOf {
  readonly her: Kept;
  readonly what: keyof Parts;
}

export interface BodyFormProps {
  readonly class?: string;
  /** what is done with what was typed in, once it is as it should be; what the API refuses of it is told in place */
  readonly send: () => Promise<void> | void;
  readonly children: ComponentChildren;
}

/** A form, of which the API may refuse fields: what is wrong with them before they are sent is told alike. */
export function BodyForm({ class: name = "", send, children }: BodyFormProps) {
  const [wrong, setWrong] = useState<readonly WrongField[]>(NONE);
  return (
    <form
      class={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = wrongIn(event.currentTarget);
        setWrong(found);
        if (found.length === 0) void tried(async () => send(), setWrong);
      }}
    >
      <Faulty wrong={wrong}>{children}</Faulty>
    </form>
  );
}
