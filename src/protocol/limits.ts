/*
 * What the home server takes, so that a phone can stay within it. The server's own quotas, which an
 * operator may change, are in `src/server`.
 */

/**
 * The base of all paths. A change that older phones or servers cannot follow makes it `/api/v2`.
 */
export const API_BASE = '/api/v1';

export const MAX_REQUEST_BYTES = 1024 * 1024;

/** Documents in one push, and at most in one page of a pull. */
export const MAX_DOCS = 200;

/** Base64url characters of a document's body: 512 KiB of ciphertext. */
export const MAX_BODY_CHARS = 700_000;

/** Base64url characters of a sealed invitation. */
export const MAX_INVITATION_CHARS = 8_000;

export const INVITATION_MS = 15 * 60_000;

/** Phones of one household that can be paged, and at most in one page. */
export const MAX_DEVICES = 20;

/** Bytes of a sealed page. A push service takes 4,096 with what sealing it for a browser adds. */
export const MAX_PAGE_BYTES = 2_900;
/** The same in base64url, in which it is sent. */
export const MAX_PAGE_CHARS = 3_867;

/** The longest that a push service keeps a page for a phone it does not reach. */
export const MAX_PAGE_TTL_S = 3_600;

/** Characters of the address of a push subscription, or of a webhook. */
export const MAX_URL_CHARS = 2_000;

/** Buttons of one household. */
export const MAX_BUTTONS = 20;

/** Base64url characters of a word or of the name of a button, sealed. */
export const MAX_SEALED_BUTTON_CHARS = 1_500;

/** Presses of one household that wait for a phone. */
export const MAX_PRESSES = 500;

/** How long a press may have been on its way to the server. */
export const MAX_PRESS_AGE_S = 3_600;

/** Characters of the figures that a household publishes. */
export const MAX_FIGURES_CHARS = 128 * 1024;

/** The server sends something on an event stream at least this often. */
export const HEARTBEAT_MS = 20_000;
