/* The addresses of the runbooks in the app. */

export const ON_CALL_PATH = '/household/on-call';

/**
 * The path of a runbook's page. An id may hold any character, since it can come from a backup. The
 * router decodes some `%` escapes and leaves others, so every `%` is written as `~`; the page finds
 * its runbook by comparing paths.
 */
export const runbookPath = (id: string): string => `${ON_CALL_PATH}/${encodeURIComponent(id).replaceAll('%', '~')}`;

const SHARED_RUNBOOK_PATH = `${ON_CALL_PATH}/add/`;

/** Returns a link to this installation of the app that carries a whole runbook in its hash. */
export const shareLink = (code: string): string =>
  `${location.origin}${location.pathname}#${SHARED_RUNBOOK_PATH}${code}`;

/** Returns the code of the runbook that an address carries, or null when it is no share link. */
export const shareCodeIn = (address: string): string | null =>
  address.startsWith(SHARED_RUNBOOK_PATH) ? address.slice(SHARED_RUNBOOK_PATH.length) : null;
