/** Values as ciphertext for a place that may be read by others: AES-256-GCM (NIST SP 800-38D), a fresh nonce each time. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { gunzipSync, gzipSync } from "node:zlib";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What a sealed value may unfold to. */
const MOST_BYTES = 512 * 2 ** 20;

/** What was sealed cannot be opened: another key, another purpose, or somebody changed it. */
export class SealError extends Error {
  override readonly name = "SealError";
}

/**
 * Seals a value that the structured clone knows.
 * @param key 32 bytes
 * @param purpose what it is for; it opens for nothing else
 * @returns Base64
 */
export function seal(key: Uint8Array, purpose: string, value: unknown): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(gzipSync(serialize(value))), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
}

/**
 * Opens what `seal` made.
 * @throws SealError where key or purpose are others, or a byte was changed
 */
export function unseal(key: Uint8Array, purpose: string, sealed: string): unknown {
  const bytes = Buffer.from(sealed, "base64");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealError("the sealed value is cut off");
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  let plain: Buffer;
  try {
    plain = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealError("the sealed value does not open: it was sealed with another key, or changed since");
  }
  return deserialize(gunzipSync(plain, { maxOutputLength: MOST_BYTES }));
}
