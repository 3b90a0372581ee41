/* Where the runbooks are in the app. */

export const ON_CALL = '/household/on-call';

/**
 * A runbook's own page. Its id may be anything a backup can hold: the page finds it by its address. The router decodes some `%` and not
 * others, so there is none in it.
 */
export const addressOf = (id: string): string => `${ON_CALL}/${encodeURIComponent(id).replaceAll('%', '~')}`;

const ADD = `${ON_CALL}/add/`;

/** The link that carries a whole runbook, to this very copy of the app. */
export const linkTo = (code: string): string => `${location.origin}${location.pathname}#${ADD}${code}`;

/** What an address carries, if it is such a link. */
export const codeIn = (address: string): string | null => (address.startsWith(ADD) ? address.slice(ADD.length) : null);
