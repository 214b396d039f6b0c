/** A session that no longer holds as it was published, mended in its row: the repair that is proposed, or, once the plan has it, to keep and publish. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { assignmentOf } from "../edits.js";
import { mayDrop, openPlan, plan, planId, season, tried, words } from "../state.js";
import { saysSame } from "../touched.js";
import type { Asking } from "../types.js";
import { Repair } from "./repair.js";

/** The button that publishes: whoever has mended something is taken there. */
export const PUBLISH = "publish-now";

interface MendProps {
  /** the plan that was published */
  readonly of: string;
  readonly asking: Asking;
  readonly trainer: string;
  /** who, what and when, in words */
  readonly about: string;
  /** what else there is to do in its row */
  readonly children?: ComponentChildren;
}

/** Whether the plan that is shown has something else than what fell: not who said no, or not that team on that date. */
function isMended({ session, reply }: Asking, trainer: string): boolean {
  if (plan.value === null) return false;
  const now = assignmentOf(plan.value, session);
  if (reply === "no") return now?.team.some((member) => member.trainer === trainer) !== true;
  const told = season.value?.published.find((one) => one.session === session);
  return told === undefined || told.slot === null || !saysSame(now, { slot: told.slot, team: told.team });
}

export function Mend({ of, asking, trainer, about, children }: MendProps) {
  const w = words.value;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    // What was pressed is gone: the keyboard goes on with what there is to do in this row now.
    if (isLeft.current && !isOpen) row.current?.querySelector("button")?.focus();
    isLeft.current = false;
  }, [isOpen]);
  const leave = (): void => {
    isLeft.current = true;
    setOpen(false);
  };
  const open = (): Promise<void> =>
    tried(async () => {
      // What is taken over becomes the plan that is shown: it is a plan of what people know.
      if (!isOpen && planId.value !== of) {
        if (!mayDrop()) return;
        await openPlan(of);
      }
      setOpen(!isOpen);
    });
  if (isMended(asking, trainer))
    return (
      <div class="answers" ref={row}>
        <span class="mended">{w.mended}</span>
        <button type="button" class="link" onClick={() => document.getElementById(PUBLISH)?.focus()}>
          {w.toPublish}
        </button>
        {children}
      </div>
    );
  return (
    <>
      <div class="answers" ref={row}>
        <button
          type="button"
          class="main"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`${w.repair}: ${about}`}
          onClick={() => void open()}
        >
          {w.repair}
        </button>
        {children}
      </div>
      <section id={id} class="mending" aria-label={`${w.repair}: ${about}`} hidden={!isOpen}>
        {isOpen && <Repair of={of} session={asking.session} begins leave={leave} />}
      </section>
    </>
  );
}
