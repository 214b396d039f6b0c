/** Some of a few, ticked. */

interface ChecksProps<T extends string> {
  readonly name: string;
  readonly all: readonly T[];
  readonly label: (one: T) => string;
  readonly chosen: readonly T[];
  /** those that are chosen then, in the order of all */
  readonly set: (chosen: readonly T[]) => void;
  /** `line`: beside fields; `block`: on lines of their own; `list`: on a line each */
  readonly as?: "line" | "block" | "list";
}

export function Checks<T extends string>({ name, all, label, chosen, set, as = "block" }: ChecksProps<T>) {
  return (
    <fieldset class={`plainset ${as === "line" ? "inline tight" : `opening ${as}`}`}>
      <legend>{name}</legend>
      {all.map((one) => (
        <label key={one} class="inline">
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={(event) => {
              const isOn = event.currentTarget.checked;
              set(all.filter((other) => (other === one ? isOn : chosen.includes(other))));
            }}
          />
          {label(one)}
        </label>
      ))}
    </fieldset>
  );
}
