import { useState } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Theme } from '@/app/useTheme';
import { HouseholdProvider } from '@/hooks/useHousehold';
import { type Translation, TranslationContext } from '@/i18n/useTranslation';
import { LANGUAGES, queryOf, THEMES } from './choice';
import styles from './gallery.module.css';
import type { Sample } from './sample';
import { AppStories } from './stories/app';
import { ChartStories } from './stories/charts';
import { ControlStories } from './stories/controls';
import { FieldStories } from './stories/fields';
import { NightStories } from './stories/nights';
import { ReviewStories } from './stories/review';
import { SheetStories } from './stories/sheets';
import { TonightStories } from './stories/tonight';

interface GalleryProps {
  words: Translation;
  sample: Sample;
  theme: Theme;
}

/**
 * Draws every shared component in its states, in one language and theme. The links lead nowhere,
 * and writes go to a database in memory.
 */
export function Gallery({ words, sample, theme }: GalleryProps) {
  const [{ hook }] = useState(() => memoryLocation());
  return (
    <TranslationContext value={words}>
      <HouseholdProvider rows={sample.rows}>
        <Router hook={hook}>
          <header className={styles.header}>
            <h1>InfernalOps · gallery</h1>
            <nav aria-label="Language and theme">
              {LANGUAGES.map((language) => (
                <a
                  key={language}
                  href={queryOf(language, theme)}
                  aria-current={language === words.language ? 'true' : undefined}
                >
                  {language}
                </a>
              ))}
              {THEMES.map((one) => (
                <a key={one} href={queryOf(words.language, one)} aria-current={one === theme ? 'true' : undefined}>
                  {one}
                </a>
              ))}
              <a href="?view=all">all six at once</a>
            </nav>
          </header>
          <div className={styles.stories}>
            <ControlStories />
            <FieldStories />
            <SheetStories />
            <TonightStories />
            <NightStories sample={sample} />
            <ReviewStories />
            <ChartStories sample={sample} />
            <AppStories />
          </div>
        </Router>
      </HouseholdProvider>
    </TranslationContext>
  );
}
