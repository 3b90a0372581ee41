/*
 * What the phones and the server hold is compared by one number: the XOR of the authentication tags
 * (AES-GCM, the last 16 bytes) of all document bodies of a household. A tag depends on the id, the
 * count and the content of a document, and on a random IV, so no two bodies have the same one. The
 * server can compute it without a key. A document is taken out of the sum as it was put in.
 */

const TAG_BYTES = 16;

export const EMPTY_SUM: Readonly<Uint8Array> = new Uint8Array(TAG_BYTES);

/** Returns the tag of a document's body, which has at least 29 bytes. */
export const tagOf = (body: Uint8Array): Uint8Array => body.slice(-TAG_BYTES);

/** Returns the sum with one document's tag put in, or taken out. */
export const toggleInSum = (sum: Readonly<Uint8Array>, tag: Readonly<Uint8Array>): Uint8Array =>
  sum.map((byte, index) => byte ^ (tag[index] ?? 0));
