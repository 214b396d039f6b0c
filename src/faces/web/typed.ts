/** What is wrong with what was typed into a form, found before it is sent: a browser tells it in a language of its own, and apart from the rest. */
import type { WrongField } from "./faults.js";

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isInput = (one: Element): one is Input =>
  one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement;

/** Each wrong field of a form, with what it expects in the words of the API. Its place is that of the `data-at` around it. */
export function wrongIn(form: HTMLFormElement): readonly WrongField[] {
  return [...form.elements]
    .filter(isInput)
    .filter((input) => input.willValidate && !input.validity.valid)
    .map((input) => ({ path: input.closest<HTMLElement>("[data-at]")?.dataset.at ?? "", expected: expectedOf(input) }));
}

function expectedOf(input: Input): string {
  if (input instanceof HTMLSelectElement) return "a choice";
  if (input instanceof HTMLTextAreaElement) return "text that is not empty";
  const { type, min, max, validity } = input;
  if (validity.rangeUnderflow && type === "date") return `a day that is not before ${min}`;
  if (validity.rangeOverflow && type === "date") return `a day that is not after ${max}`;
  if (type === "date") return "a day";
  if (type === "number") return numberIn(input);
  return validity.patternMismatch ? "a code of letters, digits and hyphens" : "text that is not empty";
}

function numberIn({ min, max, step }: HTMLInputElement): string {
  const kind = step === "1" ? "a whole number" : "a number";
  if (min !== "" && max !== "") return `${kind} from ${min} to ${max}`;
  return min === "" ? kind : `${kind} of ${min} or more`;
}
