/** A number that is typed in: a field with its name, or the input by itself. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Aria, Field } from "./faulty.js";

export interface NumberInputProps extends Aria {
  /** null: none yet */
  readonly value: number | null;
  /** gets each number that is typed in; nothing while there is none in the field */
  readonly set: (value: number) => void;
  readonly min: number;
  readonly max?: number;
  /** what it may be a multiple of; whole numbers by default */
  readonly step?: number;
  readonly disabled?: boolean;
  readonly "aria-label"?: string;
}

/** The input by itself, where its name stands elsewhere. */
export function NumberInput({ value, set, step = 1, disabled = false, ...more }: NumberInputProps) {
  // What is typed stays as it is typed, half a number too, until the number becomes another.
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: number | null } | null>(null);
  const text = value === null ? "" : String(value);
  return (
    <input
      type="number"
      step={step}
      required
      disabled={disabled}
      value={typed?.of === value && !disabled ? typed.text : text}
      {...more}
      onInput={(event) => {
        const { value: now } = event.currentTarget;
        const of = now === "" ? value : Number(now);
        setTyped({ text: now, of });
        if (of !== null && of !== value) set(of);
      }}
    />
  );
}

export interface NumberFieldProps extends Omit<NumberInputProps, keyof Aria | "aria-label"> {
  readonly name: ComponentChildren;
  /** where the number goes in what is sent: a JSON pointer */
  readonly at: string;
  readonly isOneOfSeveral?: boolean;
}

/** A number with its name above it, and below it what is wrong with it. */
export function NumberField({ name, at, isOneOfSeveral = false, ...input }: NumberFieldProps) {
  return (
    <Field name={name} at={at} isOneOfSeveral={isOneOfSeveral}>
      {(aria) => <NumberInput {...input} {...aria} />}
    </Field>
  );
}
