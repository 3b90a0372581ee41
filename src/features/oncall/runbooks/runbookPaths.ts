/* Where the runbooks are in the app. */

export const ON_CALL_PATH = '/household/on-call';

/**
 * A runbook's own page. Its id may be anything a backup can hold: the page finds it by its address. The router decodes some `%` and not
 * others, so there is none in it.
 */
export const runbookPath = (id: string): string => `${ON_CALL_PATH}/${encodeURIComponent(id).replaceAll('%', '~')}`;

const SHARED_RUNBOOK_PATH = `${ON_CALL_PATH}/add/`;

/** The link that carries a whole runbook, to this very copy of the app. */
export const shareLink = (code: string): string =>
  `${location.origin}${location.pathname}#${SHARED_RUNBOOK_PATH}${code}`;

/** What an address carries, if it is such a link. */
export const shareCodeIn = (address: string): string | null =>
  address.startsWith(SHARED_RUNBOOK_PATH) ? address.slice(SHARED_RUNBOOK_PATH.length) : null;
