import { useRef } from 'react';
import { Button } from '@/components/Button';
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

/** Saves this card alone as a picture. */
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
    <Button ref={button} className={styles.picture} disabled={isBusy} onClick={save}>
      {t(isBusy ? 'exporting.drawing' : 'exporting.card')}
      <span className="visually-hidden"> {question}</span>
    </Button>
  );
}
