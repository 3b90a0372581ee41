import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { readLastNaps } from '@/db/napQueries';
import type { Nap } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { wallClockAt } from '@/lib/zone';
import styles from './naps.module.css';

const PAGE_SIZE = 10;

/** The latest naps of all caregivers, newest first. A tap on one opens its sheet. */
export function LatestNaps({ onEdit }: { onEdit: (nap: Nap) => void }) {
  const { t } = useTranslation();
  const { db, household, caregivers, format } = useHousehold();
  const [visibleCount, setVisibleCount] = useState(PAGE_SIZE);
  const latest = useLiveQuery(() => readLastNaps(db, visibleCount), [db, visibleCount]);
  return (
    <SettingsSection title={t('naps.last')}>
      {latest?.naps.length === 0 && <p className={form.hint}>{t('naps.none')}</p>}
      <ol>
        {latest?.naps.map((nap) => {
          const person = caregivers.find(({ id }) => id === nap.caregiverId);
          const name = person?.name ?? t('common.somebody');
          const day = format.day(wallClockAt(nap.startedAt, household).day);
          return (
            <li key={nap.id}>
              <button type="button" className={styles.nap} onClick={() => onEdit(nap)}>
                <Avatar name={name} color={person?.color ?? 'grey'} />
                <span>
                  <strong>{name}</strong>
                  <small>
                    {day} ·{'\u00a0'}
                    <span className={styles.times}>
                      {t('nights.fromTo', { from: format.time(nap.startedAt), to: format.time(nap.endedAt) })}
                    </span>
                  </small>
                </span>
                <span className={styles.duration}>{format.duration(nap.endedAt - nap.startedAt)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {latest?.hasMore && <Button onClick={() => setVisibleCount(visibleCount + PAGE_SIZE)}>{t('naps.more')}</Button>}
    </SettingsSection>
  );
}
