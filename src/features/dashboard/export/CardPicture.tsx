import { ImageDown } from 'lucide-react';
import { useRef } from 'react';
import { lastStartedNight } from '@/domain/night';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useDashboardChoice } from '@/stores/dashboard';
import { selectedRange } from '../range';
import styles from './export.module.css';
import { fileName, formatCaption } from './fileNames';
import { renderPicture } from './renderPicture';
import { useExport } from './useExport';

interface CardPictureProps {
  /** The card's name, for the file's name. */
  name: string;
  /** The card's question, for readers who cannot see in which card the button is. */
  question: string;
}

/** A button in a card's corner that saves this card alone as a picture. */
export function CardPicture({ name, question }: CardPictureProps) {
  const { t, locale } = useTranslation();
  const { db, household } = useHousehold();
  const { isBusy, exportFile } = useExport();
  const button = useRef<HTMLButtonElement>(null);

  const save = () => {
    const range = selectedRange(useDashboardChoice.getState(), lastStartedNight(household, readClock()));
    const make = async () => {
      const card = button.current?.closest<HTMLElement>('[data-card]');
      if (!card) throw new Error('there is no card to picture');
      return renderPicture(card, formatCaption(range, locale, db.isGameDay));
    };
    return exportFile({ name: fileName(name, range, 'png'), create: make, errorKey: 'exporting.failed.picture' });
  };
  return (
    <button
      ref={button}
      type="button"
      className={styles.corner}
      aria-label={t('exporting.card', { question })}
      disabled={isBusy}
      data-no-picture
      onClick={save}
    >
      <ImageDown aria-hidden="true" size={20} />
    </button>
  );
}
