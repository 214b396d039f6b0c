/** Looking into a value whose shape is not known to be right: what is missing or of another type simply is not there. */

/** An object's fields, none of them known to be there. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of a value; none where it is no object. */
export function fields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The items of a value; none where it is no list. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects in a list, each with its index. */
export function rows(value: unknown): [index: number, row: Fields][] {
  const found: [number, Fields][] = [];
  for (const [i, item] of items(value).entries()) if (isFields(item)) found.push([i, item]);
  return found;
}

/** The texts in a list, each with its index. */
export function texts(value: unknown): [index: number, text: string][] {
  const found: [number, string][] = [];
  for (const [i, item] of items(value).entries()) if (typeof item === "string") found.push([i, item]);
  return found;
}

/** The values that a path leads through, i.e. what stands at its end; undefined where there is nothing. */
export function valueAt(file: unknown, path: readonly (string | number)[]): unknown {
  let value = file;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
