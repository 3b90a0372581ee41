/** A whole text, or a part of it. Spaces of any kind and number are one space. */
export type Words = string | RegExp;

/** What to look for: a role with its accessible name, a label, a text, or a CSS selector. */
export type Query = { role: string; name?: Words } | { label: Words } | { text: Words } | { css: string };

/** A query as it is sent to the page. */
type SentWords = string | { source: string; flags: string };
export interface SentQuery {
  by: 'role' | 'label' | 'text' | 'css';
  value: SentWords;
  name?: SentWords;
  /** Only this one of what is found, counted from 0, or from -1 backwards. */
  nth?: number;
}

const sendWords = (words: Words): SentWords =>
  typeof words === 'string' ? words : { source: words.source, flags: words.flags };

export function sendQuery(query: Query): SentQuery {
  if ('css' in query) return { by: 'css', value: query.css };
  if ('label' in query) return { by: 'label', value: sendWords(query.label) };
  if ('text' in query) return { by: 'text', value: sendWords(query.text) };
  return { by: 'role', value: query.role, ...(query.name !== undefined && { name: sendWords(query.name) }) };
}

type Find = (root: Element, what: unknown, options?: object) => HTMLElement[];
type TestingLibrary = Record<'queryAllByRole' | 'queryAllByLabelText' | 'queryAllByText', Find>;

/**
 * Runs in the page, with @testing-library/dom in it. Returns what the last query finds inside of
 * what the queries before it find, in the order of the document; for a CSS selector hidden elements
 * as well. Returns null if the library is not there yet.
 */
export function findElements(queries: SentQuery[]): Element[] | null {
  const { TestingLibraryDom: library } = window as unknown as { TestingLibraryDom?: TestingLibrary };
  if (!library) return null;
  const matcherOf = (words: SentWords) => (actual: string) => {
    const text = actual.replace(/\s+/g, ' ').trim();
    return typeof words === 'string' ? text === words : new RegExp(words.source, words.flags).test(text);
  };
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const findIn = (root: Element, { by, value, name }: SentQuery): Element[] => {
    if (by === 'css') return [...root.querySelectorAll(value as string)];
    if (by === 'role') return library.queryAllByRole(root, value, name === undefined ? {} : { name: matcherOf(name) });
    if (by === 'label') return library.queryAllByLabelText(root, matcherOf(value)).filter(isShown);
    return library.queryAllByText(root, matcherOf(value)).filter(isShown);
  };
  let found: Element[] = [document.documentElement];
  for (const query of queries) {
    found = [...new Set(found.flatMap((root) => findIn(root, query)))];
    if (query.nth !== undefined) found = [found.at(query.nth)].filter((element) => element !== undefined);
  }
  return found;
}
