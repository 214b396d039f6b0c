/** The way in for the files of this room: a JSON value is accepted and frozen, or refused with every wrong field at once. */
import * as z from "zod";
import { decode } from "../model/decode.js";
import { Faults } from "../model/faults.js";
import { freeze } from "../model/freeze.js";
import { addShape, checkKeys } from "../model/parse.js";

/** Text of a certain form. @param expected what that is, for messages */
export const matching = (form: RegExp, expected: string) =>
  z.string({ error: expected }).regex(form, { error: expected });

/** How one kind of file is read. */
export interface FileKind<S extends z.ZodType> {
  readonly schema: S;
  /** whether what it holds is about single people: messages then show no value at all */
  readonly personal?: boolean;
  /** what no schema says, such as an id that is given twice */
  readonly cross?: (faults: Faults, value: z.infer<S>) => void;
}

/**
 * A file's value, deeply frozen.
 * @param value as JSON gives it
 * @param what how the file is called in the message
 * @throws InputError with every wrong field; what `cross` finds is told once the shape is right
 */
export function parseFile<S extends z.ZodType>(value: unknown, kind: FileKind<S>, what: string): z.infer<S> {
  const faults = new Faults(value);
  if (!checkKeys(faults, value, [])) faults.refuse(what);
  const shape = kind.schema.safeParse(value);
  if (!shape.success && kind.personal === true)
    for (const { path, message } of shape.error.issues)
      faults.add(
        path.filter((step) => typeof step !== "symbol"),
        message,
      );
  else if (!shape.success) addShape(faults, shape.error, value, []);
  else kind.cross?.(faults, shape.data);
  faults.refuse(what);
  if (!shape.success) throw new Error(`${what}: a file failed its schema and no fault was told`);
  return freeze(shape.data);
}

/** A file's bytes, JSON or gzip. @throws InputError as `decode` and `parseFile` do */
export function readFile<S extends z.ZodType>(bytes: Uint8Array, kind: FileKind<S>, what: string): z.infer<S> {
  return parseFile(decode(bytes, what), kind, what);
}
