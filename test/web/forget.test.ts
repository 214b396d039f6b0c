/** Who logs out leaves nothing: all that the modules show is as it was before anybody came. */
import { Signal, signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { openPage } from "./page.js";
import { PLAN, served } from "./small.js";

/** Of the page and not of who is in it: its language, and where its address leads. */
const OF_THE_PAGE = ["lang", "screen", "trainer"];

async function modules() {
  const state = await import("../../src/faces/web/state.js");
  const her = await import("../../src/faces/web/her.js");
  const programme = await import("../../src/faces/web/programme-state.js");
  return { state, her, programme };
}

/** What can be written to: what is reckoned from it goes with it. */
function writable(all: Readonly<Record<string, object>>): readonly (readonly [name: string, Signal<unknown>])[] {
  const { computed } = { computed: Object.getPrototypeOf(signal(0)) as object };
  return Object.entries(all).flatMap(([room, module]) =>
    Object.entries(module).flatMap(([name, value]) =>
      value instanceof Signal && Object.getPrototypeOf(value) === computed && !OF_THE_PAGE.includes(name)
        ? [[`${room}.${name}`, value] as const]
        : [],
    ),
  );
}

test("after logging out every signal of the page is what it was before anybody came", async () => {
  openPage((asked) => served(asked));
  const all = await modules();
  const signals = writable(all);
  expect(signals.length).toBeGreaterThan(20);
  const before = signals.map(([name, one]) => [name, one.value]);
  await all.state.login("secret");
  expect(all.state.season.value?.id).toBe("s");
  all.state.change(PLAN, { a: { excluded: ["t2"] } });
  // what nobody has filled by now is filled, with whatever
  for (const [i, [, one]] of signals.entries()) {
    if (JSON.stringify(one.value) !== JSON.stringify(before[i]?.[1])) continue;
    one.value = one.value instanceof Map ? new Map([["hers", 1]]) : ["hers"];
  }
  expect(all.state.canUndo.value).toBe(true);
  all.state.logout();
  expect([all.state.canUndo.value, all.state.canRedo.value]).toEqual([false, false]);
  expect(signals.map(([name, one]) => [name, one.value])).toEqual(before);
});

test("after logging out the tab keeps no token, and nothing that was typed or wished", async () => {
  const page = openPage((asked) => served(asked));
  const { state, programme } = await modules();
  await state.login("secret");
  programme.want({ must: [], mustNot: ["hers"] });
  expect(page.session.text()).toMatch(/hers.*secret/);
  state.logout();
  expect(page.session.text()).not.toMatch(/secret|hers/);
});

test("an answer that comes after she logged out is not shown, and says nothing of whoever came after her", async () => {
  let [status, release] = [200, (): void => undefined];
  const wait = new Promise<void>((resolve) => (release = resolve));
  openPage(async (asked) => {
    const isHers = asked.headers.authorization === "Bearer hers";
    const answer = served(asked, { account: isHers ? "c1" : "c2" });
    if (isHers && asked.path === "seasons/s") await wait;
    return isHers && status !== 200 ? { status, value: {} } : (answer ?? { value: {} });
  });
  const { state } = await modules();
  const opened = state.tried(() => state.login("hers"));
  await expect.poll(() => state.me.value?.account).toBe("c1");
  state.logout();
  expect(state.season.value).toBeNull();
  await state.login("another's");
  const shown = state.season.value;
  // her token is refused by now: that is not said of who is here
  status = 401;
  release();
  await opened;
  expect([state.me.value?.account, state.season.value === shown]).toEqual(["c2", true]);
  expect(state.notices.value).toEqual([]);
});

test("a job that goes on after she logged out tells whoever comes after her nothing", async () => {
  const encoder = new TextEncoder();
  let told = (_: string): void => undefined;
  openPage((asked) => served(asked) ?? { value: { id: "j1" } });
  const others = fetch;
  let streamed: AbortSignal | null | undefined;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    if (!url.endsWith("/events")) return others(url, init);
    streamed = init.signal;
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        told = (event) => stream.enqueue(encoder.encode(event));
      },
    });
    return new Response(body);
  });
  const { state } = await modules();
  const { start, LeftError } = await import("../../src/faces/web/api.js");
  await state.login("hers");
  const heard: unknown[] = [];
  const { ended } = await start("solves", {}, (progress) => heard.push(progress));
  await expect.poll(() => streamed?.aborted).toBe(false);
  told('event: progress\ndata: {"ms":1}\n\n');
  await expect.poll(() => heard).toEqual([{ ms: 1 }]);
  const end = ended.then(
    () => "its plan",
    (error: unknown) => error,
  );
  state.logout();
  await state.login("another's");
  // a server that does not know yet that nobody listens
  told('event: progress\ndata: {"ms":2}\n\nevent: done\ndata: {"state":"done","result":"her plan"}\n\n');
  expect(await end).toBeInstanceOf(LeftError);
  expect(streamed?.aborted).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(heard).toEqual([{ ms: 1 }]);
});

test("a token that is no longer good logs her out as she would herself", async () => {
  let status = 200;
  openPage((asked) => (status === 200 ? served(asked) : { status, value: { detail: "no" } }));
  const { state } = await modules();
  await state.login("secret");
  status = 401;
  await state.tried(() => state.openSeason("s"));
  expect([state.me.value, state.season.value, state.pool.value]).toEqual([null, null, []]);
});
