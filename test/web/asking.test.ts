/** Questions of the planner: read again while the server is busy, withdrawn when nobody wants the answer, files that are gone. */
import { expect, test } from "vitest";
import { openPage, type Told } from "./page.js";
import { served } from "./small.js";

const BUSY: Told = { status: 503, value: { title: "busy" }, retryAfter: 0 };

test("what is read is asked for again while the server says that it is busy, and what is written is not", async () => {
  let busy = 0;
  const page = openPage((asked) => (busy-- > 0 ? BUSY : served(asked)));
  const { ask } = await import("../../src/faces/web/api.js");
  busy = 3;
  expect((await ask("GET", "me")).value).not.toBe(null);
  expect(page.asked.length).toBe(4);
  busy = 4;
  await expect(ask("GET", "me")).rejects.toMatchObject({ status: 503 });
  busy = 1;
  await expect(ask("POST", "checks", {})).rejects.toMatchObject({ status: 503 });
  expect(page.asked.filter(({ method }) => method === "POST").length).toBe(1);
});

test("what is asked and withdrawn is broken off, and nothing is told of it", async () => {
  openPage(() => new Promise(() => undefined));
  const { LeftError, post } = await import("../../src/faces/web/api.js");
  const { tried } = await import("../../src/faces/web/state.js");
  const { notices } = await import("../../src/faces/web/notices.js");
  const leave = new AbortController();
  const answer = post("suggestions", {}, leave.signal);
  setTimeout(() => leave.abort(), 5);
  await expect(answer).rejects.toBeInstanceOf(LeftError);
  await tried(async () => void (await post("suggestions", {}, leave.signal)));
  expect(notices.value).toEqual([]);
});

test("a file that was changed since it was picked is told by its name, with what to do", async () => {
  openPage(() => null);
  const { base64 } = await import("../../src/faces/web/api.js");
  const { tried, words } = await import("../../src/faces/web/state.js");
  const { notices } = await import("../../src/faces/web/notices.js");
  const gone = Object.assign(new File(["x"], "lijst.csv"), {
    arrayBuffer: () => Promise.reject(new DOMException("changed", "NotReadableError")),
  });
  expect(await base64(new File(["abc"], "lijst.csv"))).toBe(btoa("abc"));
  await tried(async () => void (await base64(gone)));
  expect(notices.value.map(({ text }) => text)).toEqual([words.value.fileGone("lijst.csv")]);
});
