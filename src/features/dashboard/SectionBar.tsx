import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './dashboard.module.css';

const SECTIONS = ['better', 'who', 'helps', 'costs'] as const;
type SectionName = (typeof SECTIONS)[number];

const headingOf = (name: SectionName): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-section="${name}"] h2`);

/** Jumps to one of the four sections, and says in which one the reader is. */
export function SectionBar() {
  const { t } = useTranslation();
  const current = useCurrentSection();
  const jump = (name: SectionName) => {
    const heading = headingOf(name);
    heading?.scrollIntoView();
    // The keyboard and a screen reader continue from there.
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.sections} aria-label={t('dashboard.sections')} data-no-picture>
      {SECTIONS.map((name) => (
        <button key={name} type="button" aria-current={current === name && 'location'} onClick={() => jump(name)}>
          {t(`dashboard.section.${name}`)}
        </button>
      ))}
    </nav>
  );
}

/** One of the four questions that the cards answer together. */
export function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id} data-section={name}>
      <h2 id={id} tabIndex={-1}>
        {t(`dashboard.section.${name}`)}
      </h2>
      <div className={styles.cards}>{children}</div>
    </section>
  );
}

/** A section is the current one while it crosses a line in the upper third of the screen. */
const READING_LINE = '-30% 0px -70% 0px';

/** Returns the section that the reader sees; null above the first one. */
function useCurrentSection(): SectionName | null {
  const [current, setCurrent] = useState<SectionName | null>(null);
  useEffect(() => {
    // The DOM of the unit tests has no layout.
    if (!('IntersectionObserver' in window)) return;
    const nameOf = (section: Element) => section.getAttribute('data-section') as SectionName;
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find(({ isIntersecting }) => isIntersecting);
        const left = entries.find(({ isIntersecting }) => !isIntersecting);
        if (seen) setCurrent(nameOf(seen.target));
        else if (left) setCurrent((name) => (name === nameOf(left.target) ? null : name));
      },
      { rootMargin: READING_LINE },
    );
    for (const section of document.querySelectorAll('[data-section]')) observer.observe(section);
    return () => observer.disconnect();
  }, []);
  return current;
}
