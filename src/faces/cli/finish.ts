/** How long before the time is up a solve has to end, for the plan to be checked and written by then. */

/** Seconds to leave a small season: loading the check, writing, ending the process. */
const LEAST = 0.05;
/** Seconds for each byte of season to check and write its plan. */
const PER_BYTE = 0.06e-6;

/**
 * Seconds that a command needs after its solve.
 * @param bytes of the season file, JSON or gzip
 */
export function finishSeconds(bytes: Uint8Array): number {
  return LEAST + PER_BYTE * plainLength(bytes);
}

/** The length of a file once unpacked. Gzip ends with it (little-endian, modulo 2^32); an untrue one only costs time. */
function plainLength(bytes: Uint8Array): number {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b && bytes.length >= 18;
  if (!isGzip) return bytes.length;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(bytes.length - 4, true);
  // JSON of a season packs about fifteenfold; a trailer that claims far more is not believed.
  return Math.min(length, bytes.length * 50);
}
