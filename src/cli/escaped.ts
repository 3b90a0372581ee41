/** A name may hold what Markdown takes for itself. */
export const escaped = (text: string): string => text.replace(/[\\|*_`<>[\]#]/g, '\\$&').replace(/\s+/g, ' ');
