import { type RefObject, useId } from 'react';
import { Button } from '@/components/Button';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { DashboardView } from '../useDashboard';
import { incidentsCsv, nightsCsv } from './csv';
import styles from './export.module.css';
import { captionOf, fileName } from './fileNames';
import { pictureOf } from './picture';
import { useExport } from './useExport';
import { usePrintedTables } from './usePrintedTables';
import '../print.css';

const CSV = 'text/csv;charset=utf-8';

interface ExportMenuProps {
  view: DashboardView;
  /** What goes into the picture. */
  pageRef: RefObject<HTMLElement | null>;
}

/** For the fridge, the paediatrician and the spreadsheet: the dashboard as a picture, as tables, on paper. */
export function ExportMenu({ view: { log, range, now }, pageRef }: ExportMenuProps) {
  const words = useWords();
  const { t, locale } = words;
  const { db } = useHousehold();
  const id = useId();
  const drawing = useExport();
  const writing = useExport();
  usePrintedTables(pageRef);
  const caption = captionOf(range, locale, db.simulated);

  const givePicture = () => {
    const make = async () => {
      if (!pageRef.current) throw new Error('there is no page to picture');
      return pictureOf(pageRef.current, caption);
    };
    return drawing.give({ name: fileName('dashboard', range, 'png'), make, failed: 'exporting.failed.picture' });
  };
  const giveTable = (what: string, make: () => Promise<string>) =>
    writing.give({ name: fileName(what, range, 'csv'), type: CSV, make, failed: 'exporting.failed.table' });
  return (
    <>
      <section className={styles.menu} aria-labelledby={id} data-no-picture>
        <h2 id={id}>{t('exporting.title')}</h2>
        <p>{t('exporting.hint')}</p>
        <div className={styles.buttons}>
          <Button disabled={drawing.busy} onClick={givePicture}>
            {t(drawing.busy ? 'exporting.drawing' : 'exporting.picture')}
          </Button>
          <Button disabled={writing.busy} onClick={() => giveTable('incidents', () => incidentsCsv(log, range, words))}>
            {t('exporting.incidents')}
          </Button>
          <Button disabled={writing.busy} onClick={() => giveTable('nights', () => nightsCsv(log, range, now, words))}>
            {t('exporting.nights')}
          </Button>
          <Button onClick={() => window.print()}>{t('exporting.print')}</Button>
        </div>
      </section>
      <p className={styles.printed}>{caption}</p>
    </>
  );
}
