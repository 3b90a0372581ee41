import ChevronDown from 'lucide-react/icons/chevron-down';
import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import { isFiltering } from '@/domain/nightFilter';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { useNightList } from '@/stores/nightList';
import { FilterSheet } from './FilterSheet';
import styles from './nights.module.css';

/** The line above the list: which nights it shows, and whether as a list or as calendars. */
export function ListBar({ latest }: { latest: Day }) {
  const { t } = useTranslation();
  const { children, caregivers } = useHousehold();
  const { filter, view, set } = useNightList();
  const [isChoosing, setChoosing] = useState(false);
  const nameOf = (people: readonly { id: string; name: string }[], id: string | null) =>
    id !== null && (people.find((person) => person.id === id)?.name ?? '?');
  const chosen = [
    filter.bad && t('nights.filter.bad'),
    filter.ill && t('nights.filter.ill'),
    nameOf(children, filter.childId),
    nameOf(caregivers, filter.caregiverId),
    filter.causeId && t(`common.cause.${filter.causeId}`),
  ].filter(Boolean);
  return (
    <div className={styles.bar}>
      <Button aria-haspopup="dialog" onClick={() => setChoosing(true)}>
        {isFiltering(filter) ? chosen.join(', ') : t('nights.allNights')}
        <ChevronDown aria-hidden="true" size={20} />
      </Button>
      <div role="group" aria-label={t('nights.view.title')} className={styles.views}>
        {(['list', 'calendar'] as const).map((name) => (
          <Chip key={name} pressed={view === name} onClick={() => set({ view: name })}>
            {t(`nights.view.${name}`)}
          </Chip>
        ))}
      </div>
      {isChoosing && <FilterSheet latest={latest} onClose={() => setChoosing(false)} />}
    </div>
  );
}
