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
import { RowStories } from './stories/rows';
import { SheetStories } from './stories/sheets';
import { TonightStories } from './stories/tonight';

interface GalleryProps {
  words: Translation;
  sample: Sample;
  theme: Theme;
}

/**
 * Draws every shared component in its states, in one language and theme. The components' links
 * change only an address in memory, and their writes go to a database in memory.
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
              {THEMES.map((themeOption) => (
                <a
                  key={themeOption}
                  href={queryOf(words.language, themeOption)}
                  aria-current={themeOption === theme ? 'true' : undefined}
                >
                  {themeOption}
                </a>
              ))}
              <a href="?view=all">all six at once</a>
            </nav>
          </header>
          <div className={styles.stories}>
            <ControlStories />
            <FieldStories />
            <RowStories />
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
