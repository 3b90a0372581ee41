import { Button, Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { nightWindow } from '@/domain/night';
import { ALL_NIGHTS, allowedAwakeMs, isFiltering } from '@/domain/nightFilter';
import { CAUSES } from '@/domain/rows/incident';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { useNightList } from '@/stores/nightList';
import styles from './nights.module.css';

/** Chooses which nights the list shows. Each touch changes the list behind the sheet. */
export function FilterSheet({ latest, onClose }: { latest: Day; onClose: () => void }) {
  const { t } = useTranslation();
  const { household, children, caregivers, format } = useHousehold();
  const { filter, set } = useNightList();
  const change = (part: Partial<typeof filter>) => set({ filter: { ...filter, ...part } });
  const anyOne = { value: null, label: t('nights.filter.any') };
  const namesOf = (people: readonly { id: string; name: string }[]) => [
    anyOne,
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Sheet title={t('nights.filter.title')} onClose={onClose}>
      <div className={styles.chips}>
        <Chip pressed={filter.bad} aria-describedby="bad-nights" onClick={() => change({ bad: !filter.bad })}>
          {t('nights.filter.bad')}
        </Chip>
        <Chip pressed={filter.ill} onClick={() => change({ ill: !filter.ill })}>
          {t('nights.filter.ill')}
        </Chip>
      </div>
      <p id="bad-nights" className={controls.hint}>
        {t('nights.filter.badRule', {
          duration: format.duration(allowedAwakeMs(nightWindow(latest, household), household)),
        })}
      </p>
      {children.length > 1 && (
        <Choice
          label={t('nights.filter.child')}
          options={namesOf(children)}
          value={filter.childId}
          onPick={(childId) => change({ childId })}
        />
      )}
      <Choice
        label={t('nights.filter.caregiver')}
        options={namesOf(caregivers)}
        value={filter.caregiverId}
        onPick={(caregiverId) => change({ caregiverId })}
      />
      <Choice
        label={t('nights.cause')}
        options={[anyOne, ...CAUSES.map((cause) => ({ value: cause, label: t(`common.cause.${cause}`) }))]}
        value={filter.causeId}
        onPick={(causeId) => change({ causeId })}
      />
      <div className={styles.actions}>
        {isFiltering(filter) && <Button onClick={() => set({ filter: ALL_NIGHTS })}>{t('nights.allNights')}</Button>}
        <Button variant="primary" onClick={onClose}>
          {t('nights.filter.show')}
        </Button>
      </div>
    </Sheet>
  );
}
