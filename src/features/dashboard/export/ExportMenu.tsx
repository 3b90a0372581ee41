import { type RefObject, useId, useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { CSV_TYPE, csvDialect, decimalSignOf } from '@/exports/csvDialect';
import { incidentsCsv, nightsCsv } from '@/exports/logTables';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { DashboardView } from '../useDashboard';
import styles from './export.module.css';
import { fileName, formatCaption } from './fileNames';
import { renderPicture } from './renderPicture';
import { useExport } from './useExport';
import { useOpenTablesForPrint } from './useOpenTablesForPrint';
import '../print.css';

const DECIMAL_SIGNS = [',', '.'] as const;

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
  const { t, locale, numberLocale } = words;
  const { db } = useHousehold();
  const id = useId();
  const pictureExport = useExport();
  const tableExport = useExport();
  const [decimal, setDecimal] = useState(() => decimalSignOf(numberLocale));
  const dialect = csvDialect(numberLocale, decimal);
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
      type: CSV_TYPE,
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
            onClick={() => exportTable('incidents', () => incidentsCsv(log, range, words, dialect))}
          >
            {t('exporting.incidents')}
          </Button>
          <Button
            disabled={tableExport.isBusy}
            onClick={() => exportTable('nights', () => nightsCsv(log, range, now, words, dialect))}
          >
            {t('exporting.nights')}
          </Button>
          <Button onClick={() => window.print()}>{t('exporting.print')}</Button>
        </div>
        <Choice
          label={t('exporting.decimals')}
          options={DECIMAL_SIGNS.map((sign) => ({ value: sign, label: `1${sign}5` }))}
          value={decimal}
          onPick={setDecimal}
        />
        <p>{t('exporting.decimalsHint')}</p>
      </section>
      <p className={styles.printed}>{caption}</p>
    </>
  );
}
