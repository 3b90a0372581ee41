import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { PersonMark } from '@/components/PersonMark';
import { Section } from '@/components/Section';
import { readLastNaps } from '@/db/napQueries';
import type { Nap } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { wallClockAt } from '@/lib/zone';
import styles from './naps.module.css';

/** So many are shown at a time. */
const PAGE = 10;

/** The last naps of everybody, the latest first. A tap corrects one. */
export function LastNaps({ onEdit }: { onEdit: (nap: Nap) => void }) {
  const { t } = useWords();
  const { db, household, caregivers, format } = useHousehold();
  const [shown, setShown] = useState(PAGE);
  const last = useLiveQuery(() => readLastNaps(db, shown), [db, shown]);
  return (
    <Section title={t('naps.last')}>
      {last?.naps.length === 0 && <p className={form.hint}>{t('naps.none')}</p>}
      <ol>
        {last?.naps.map((nap) => {
          const person = caregivers.find(({ id }) => id === nap.caregiverId);
          const name = person?.name ?? t('common.somebody');
          const day = format.day(wallClockAt(nap.startedAt, household.timeZone).day);
          return (
            <li key={nap.id}>
              <button type="button" className={styles.nap} onClick={() => onEdit(nap)}>
                <PersonMark name={name} color={person?.color ?? 'grey'} />
                <span>
                  <strong>{name}</strong>
                  <small>
                    {day} ·{' '}
                    <span className={styles.times}>
                      {t('nights.fromTo', { from: format.time(nap.startedAt), to: format.time(nap.endedAt) })}
                    </span>
                  </small>
                </span>
                <span className={styles.long}>{format.duration(nap.endedAt - nap.startedAt)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {last?.more && <Button onClick={() => setShown(shown + PAGE)}>{t('naps.more')}</Button>}
    </Section>
  );
}
