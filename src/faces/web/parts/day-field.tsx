/** A day that is typed in or picked, with its name above it, and below it what is wrong with it. */
import { Field } from "./faulty.js";

export interface DayFieldProps {
  readonly name: string;
  /** where the day goes in what is sent: a JSON pointer */
  readonly at: string;
  /** YYYY-MM-DD; nothing where there is none */
  readonly value: string;
  readonly set: (day: string) => void;
  /** the first day that may be picked, where there is one */
  readonly min?: string | undefined;
  /** the last one */
  readonly max?: string | undefined;
  /** whether it may be left out */
  readonly isOptional?: boolean;
}

export function DayField({ name, at, value, set, min = "", max = "", isOptional = false }: DayFieldProps) {
  return (
    <Field name={name} at={at}>
      {(aria) => (
        <input
          type="date"
          required={!isOptional}
          min={min}
          max={max}
          value={value}
          {...aria}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
