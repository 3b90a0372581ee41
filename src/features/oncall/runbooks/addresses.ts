/* Where the runbooks are in the app. A runbook's id may be anything a backup can hold, so it is compared as an address has it. */

export const ON_CALL = '/household/on-call';

export const addressOf = (id: string): string => `${ON_CALL}/${encodeURIComponent(id)}`;

const ADD = `${ON_CALL}/add/`;

/** The link that carries a whole runbook, to this very copy of the app. */
export const linkTo = (code: string): string => `${location.origin}${location.pathname}#${ADD}${code}`;

/** What an address carries, if it is such a link. */
export const codeIn = (address: string): string | null => (address.startsWith(ADD) ? address.slice(ADD.length) : null);
