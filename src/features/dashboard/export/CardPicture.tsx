import { ImageDown } from 'lucide-react';
import { useRef } from 'react';
import { lastNightBegun } from '@/domain/night';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { useDashboardChoice } from '@/stores/dashboard';
import { rangeOf } from '../range';
import styles from './export.module.css';
import { captionOf, fileName } from './fileNames';
import { pictureOf } from './picture';
import { useExport } from './useExport';

interface CardPictureProps {
  /** The card's, for the file. */
  name: string;
  /** The card's, for whoever cannot see where the button stands. */
  question: string;
}

/** In a card's corner: saves that card alone as a picture. */
export function CardPicture({ name, question }: CardPictureProps) {
  const { t, locale } = useWords();
  const { db, household } = useHousehold();
  const { busy, give } = useExport();
  const button = useRef<HTMLButtonElement>(null);

  const save = () => {
    const range = rangeOf(useDashboardChoice.getState(), lastNightBegun(household, readClock()));
    const make = async () => {
      const card = button.current?.closest<HTMLElement>('[data-card]');
      if (!card) throw new Error('there is no card to picture');
      return pictureOf(card, captionOf(range, locale, db.simulated));
    };
    return give({ name: fileName(name, range, 'png'), make, failed: 'exporting.failed.picture' });
  };
  return (
    <button
      ref={button}
      type="button"
      className={styles.corner}
      aria-label={t('exporting.card', { question })}
      disabled={busy}
      data-no-picture
      onClick={save}
    >
      <ImageDown aria-hidden="true" size={20} />
    </button>
  );
}
