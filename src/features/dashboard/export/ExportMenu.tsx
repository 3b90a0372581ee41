import { type RefObject, useId } from 'react';
import { Button } from '@/components/Button';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { DashboardView } from '../useDashboard';
import styles from './export.module.css';
import { fileName, formatCaption } from './fileNames';
import { incidentsCsv, nightsCsv } from './logTables';
import { renderPicture } from './renderPicture';
import { useExport } from './useExport';
import { useOpenTablesForPrint } from './useOpenTablesForPrint';
import '../print.css';

const CSV = 'text/csv;charset=utf-8';

interface ExportMenuProps {
  view: DashboardView;
  /** The element that becomes the picture. */
  pageRef: RefObject<HTMLElement | null>;
}

/**
 * Exports the dashboard as a picture, as tables or on paper, for example for the fridge, the
 * paediatrician or a spreadsheet.
 */
export function ExportMenu({ view: { log, range, now }, pageRef }: ExportMenuProps) {
  const words = useTranslation();
  const { t, locale } = words;
  const { db } = useHousehold();
  const id = useId();
  const pictureExport = useExport();
  const tableExport = useExport();
  useOpenTablesForPrint(pageRef);
  const caption = formatCaption(range, locale, db.isGameDay);

  const onExportPicture = () => {
    const make = async () => {
      if (!pageRef.current) throw new Error('there is no page to picture');
      return renderPicture(pageRef.current, caption);
    };
    return pictureExport.exportFile({
      name: fileName('dashboard', range, 'png'),
      create: make,
      errorKey: 'exporting.failed.picture',
    });
  };
  const exportTable = (content: string, make: () => Promise<string>) =>
    tableExport.exportFile({
      name: fileName(content, range, 'csv'),
      type: CSV,
      create: make,
      errorKey: 'exporting.failed.table',
    });
  return (
    <>
      <section className={styles.menu} aria-labelledby={id} data-no-picture>
        <h2 id={id}>{t('exporting.title')}</h2>
        <p>{t('exporting.hint')}</p>
        <div className={styles.buttons}>
          <Button disabled={pictureExport.isBusy} onClick={onExportPicture}>
            {t(pictureExport.isBusy ? 'exporting.drawing' : 'exporting.picture')}
          </Button>
          <Button
            disabled={tableExport.isBusy}
            onClick={() => exportTable('incidents', () => incidentsCsv(log, range, words))}
          >
            {t('exporting.incidents')}
          </Button>
          <Button
            disabled={tableExport.isBusy}
            onClick={() => exportTable('nights', () => nightsCsv(log, range, now, words))}
          >
            {t('exporting.nights')}
          </Button>
          <Button onClick={() => window.print()}>{t('exporting.print')}</Button>
        </div>
      </section>
      <p className={styles.printed}>{caption}</p>
    </>
  );
}
