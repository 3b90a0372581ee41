// The tables exist in memory only. This import comes before the first import of Dexie, because
// Dexie looks for IndexedDB once.
import 'fake-indexeddb/auto';

import { createRoot } from 'react-dom/client';
import '@/app/styles/tokens.css';
import '@/app/styles/base.css';
import { loadTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { AllVariants } from './AllVariants';
import { readChoice } from './choice';
import { Gallery } from './Gallery';
import { makeSample } from './sample';

// Every sheet of the gallery is shown where it is declared. A modal sheet would cover the page and
// take the focus.
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true;
};

const root = document.getElementById('root');
if (!root) throw new Error('gallery/index.html has no #root');

const { language, theme, all } = readChoice(location.search);
document.documentElement.lang = language;
document.documentElement.dataset.theme = theme;

if (all) createRoot(root).render(<AllVariants />);
else {
  const words = await loadTranslation(language, [language === 'en' ? 'en-GB' : 'fr-FR']);
  const sample = await makeSample(words, readClock());
  createRoot(root).render(<Gallery words={words} sample={sample} theme={theme} />);
}
