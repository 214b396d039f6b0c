/** Long work cut into steps, between which whoever does it can look at the clock, hear of an interruption, and leave it. */
export type Steps<T> = Generator<void, T, void>;

/** Does it all at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Does it a slice at a time and lets messages come in between.
 * @param sliceMs milliseconds of `clock` after which it pauses
 * @param goOn asked after each slice
 * @returns null where it was left
 */
export async function inSlices<T>(
  steps: Steps<T>,
  sliceMs: number,
  goOn: () => boolean,
  { clock, wait }: { readonly clock: () => number; readonly wait: (ms: number) => Promise<void> },
): Promise<T | null> {
  for (let pause = clock() + sliceMs; ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (clock() < pause) continue;
    await wait(0);
    if (!goOn()) return null;
    pause = clock() + sliceMs;
  }
}
