import { useId, useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { useTranslation } from '@/i18n/useTranslation';
import { OWN_COLUMNS, type OwnColumn, type OwnColumns } from '@/importers/importer';
import type { UnknownTable } from '@/importers/readFiles';
import styles from './import.module.css';

interface MatchColumnsProps {
  file: string;
  table: UnknownTable;
  onMatched: (columns: OwnColumns) => void;
  onCancel: () => void;
}

/** Asks what the columns of a table are whose headings are not known. */
export function MatchColumns({ file, table: { headings, rows }, onMatched, onCancel }: MatchColumnsProps) {
  const { t } = useTranslation();
  const id = useId();
  const [columns, setColumns] = useState<OwnColumns>({});
  const nameOf = (index: number) => headings[index] || t('importing.columns.column', { number: index + 1 });
  const setColumn = (column: OwnColumn, index: number | null) => {
    const { [column]: _before, ...others } = columns;
    setColumns(index === null ? others : { ...others, [column]: index });
  };
  return (
    <SettingsSection title={t('importing.columns.title')} hint={t('importing.columns.hint', { file })}>
      <div className={styles.tableFrame}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('importing.columns.rows')}</caption>
          <thead>
            <tr>
              {headings.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={index} scope="col">
                  {nameOf(index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
              <tr key={row}>
                {headings.map((_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={index}>{cells[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={form.twoColumns}>
        {OWN_COLUMNS.map((column) => (
          <div key={column} className={form.field}>
            <label htmlFor={`${id}-${column}`}>{t(`importing.columns.${column}`)}</label>
            <select
              id={`${id}-${column}`}
              className={controls.input}
              value={columns[column] ?? ''}
              onChange={({ target }) => setColumn(column, target.value === '' ? null : Number(target.value))}
            >
              <option value="">{t('importing.columns.none')}</option>
              {headings.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <option key={index} value={index}>
                  {nameOf(index)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <Button variant="primary" disabled={columns.start === undefined} onClick={() => onMatched(columns)}>
        {t('importing.columns.done')}
      </Button>
      <Button onClick={onCancel}>{t('importing.others')}</Button>
    </SettingsSection>
  );
}
