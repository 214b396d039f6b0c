/** XML as a stream of elements. No document type is accepted, so there are no entities to expand and none to fetch. */
import { SaxesParser } from "saxes";
import { FileFault } from "./types.js";
import { DAMAGED } from "./zip.js";

/** What is done at each piece; names come without their prefix. */
export interface XmlHandler {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const DEEPEST = 64;
const CHUNK = 64 * 1024;

/** @throws FileFault for what is no well-formed XML in UTF-8, nested too deeply, or has a document type */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser();
  const refuse = (): never => {
    throw new FileFault(DAMAGED);
  };
  let depth = 0;
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > DEEPEST) refuse();
    handler.open(local(name), (wanted) => attributes[wanted]);
  });
  if (handler.text !== undefined) {
    parser.on("text", handler.text);
    parser.on("cdata", handler.text);
  }
  parser.on("closetag", ({ name }) => {
    depth--;
    handler.close?.(local(name));
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    // The decoder's way to say that this is not UTF-8.
    if (error instanceof TypeError && "code" in error) refuse();
    throw error;
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
