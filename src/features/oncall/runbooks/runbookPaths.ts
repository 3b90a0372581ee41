/* The paths of the runbook pages, and the links that share a runbook. */

export const RUNBOOKS_PATH = '/household/runbooks';

/** A runbook's own page and its share links keep the address that they have always had. */
const ON_CALL_PATH = '/household/on-call';

/**
 * The path of a runbook's page. An id may contain any character, because it can come from a
 * backup. The router decodes some `%` escapes and leaves others, so every `%` is written as `~`,
 * and a `~` of the id is escaped as well. The page finds its runbook by comparing paths.
 */
export const runbookPath = (id: string): string =>
  `${ON_CALL_PATH}/${encodeURIComponent(id).replaceAll('~', '%7E').replaceAll('%', '~')}`;

const SHARE_PATH_PREFIX = `${ON_CALL_PATH}/add/`;

/** Returns a link to this app whose fragment, after the `#`, contains the whole runbook. */
export const shareLink = (encodedRunbook: string): string =>
  `${location.origin}${location.pathname}#${SHARE_PATH_PREFIX}${encodedRunbook}`;

/** Returns the encoded runbook in a path of the router, or null if it is not a share link. */
export const parseSharePath = (path: string): string | null =>
  path.startsWith(SHARE_PATH_PREFIX) ? path.slice(SHARE_PATH_PREFIX.length) : null;
