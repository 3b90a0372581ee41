import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StepRing } from '@/features/tonight/StepRing';
import { loadTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { queryOf, readChoice } from '../../gallery/choice';
import { Gallery } from '../../gallery/Gallery';
import { makeSample } from '../../gallery/sample';
import { setNow } from '../support/screen';

/** The exports of every component file, by the file's path. */
const FILES = import.meta.glob<Record<string, unknown>>('/src/components/**/*.tsx', { eager: true });

/** A component is a function whose name begins with a capital letter, or a default export. */
const isComponent = ([name, value]: [string, unknown]) =>
  typeof value === 'function' && (name === 'default' || /^[A-Z]/.test(name));

const COMPONENTS = Object.entries(FILES).flatMap(([path, exported]) =>
  Object.entries(exported)
    .filter(isComponent)
    .map(([name, component]) => ({ name: `${path.replace('/src/components/', '')} ${name}`, component })),
);

/** The parts of React's internal record of an element that this test reads. */
interface Fiber {
  type: unknown;
  child: Fiber | null;
  sibling: Fiber | null;
}

/** Returns every component that React has rendered into a container. */
function renderedComponentsIn(container: Element): Set<unknown> {
  const [key] = Object.keys(container).filter((name) => name.startsWith('__reactContainer$'));
  const renderedTypes = new Set<unknown>();
  const visit = (fiber: Fiber | null) => {
    for (let current = fiber; current; current = current.sibling) {
      renderedTypes.add(current.type);
      visit(current.child);
    }
  };
  // The container holds the first record of the root. The current record and its children are
  // reached through the root.
  const rootFiber = (container as unknown as Record<string, { stateNode: { current: Fiber } } | undefined>)[key ?? ''];
  visit(rootFiber?.stateNode.current ?? null);
  return renderedTypes;
}

async function showGallery(language: 'en' | 'fr') {
  setNow('09:00');
  // The story of the error boundary throws, and React logs the error.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const words = await loadTranslation(language, [language === 'en' ? 'en-GB' : 'fr-FR']);
  const sample = await makeSample(words, Date.now() as Instant);
  const { container } = await act(async () => render(<Gallery words={words} sample={sample} theme="night" />));
  return { container, db: sample.rows.db };
}

describe.each(['en', 'fr'] as const)('the gallery in %s', (language) => {
  afterEach(cleanup);

  it('shows every component of src/components, the ring of a step, and the crash screen', async () => {
    const { container, db } = await showGallery(language);
    const renderedTypes = renderedComponentsIn(container);
    expect(COMPONENTS.length).toBeGreaterThan(25);
    expect(COMPONENTS.filter(({ component }) => !renderedTypes.has(component)).map(({ name }) => name)).toEqual([]);
    expect(renderedTypes).toContain(StepRing);
    // Three links have a fixed number of questions. The fourth appears once the log has been read.
    // They are found by their text: in a page this long, jsdom needs seconds to find a role.
    const links = () => screen.getAllByText(/^(Morning review|Revue du matin) · /, { selector: 'a' });
    await waitFor(() => expect(links()).toHaveLength(4));
    expect(screen.getByText({ en: 'The app tripped.', fr: 'L’app a trébuché.' }[language])).toBeVisible();
    db.close();
  });
});

describe('the address of the gallery', () => {
  it('contains the language and the theme, or asks for all of them', () => {
    expect(readChoice(queryOf('fr', 'light'))).toEqual({ language: 'fr', theme: 'light', all: false });
    expect(readChoice('?view=all').all).toBe(true);
  });

  it('falls back to English and the night theme if it names unknown ones', () => {
    expect(readChoice('?language=de&theme=pink')).toEqual({ language: 'en', theme: 'night', all: false });
  });
});
