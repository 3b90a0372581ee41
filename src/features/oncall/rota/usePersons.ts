import type { Caregiver } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';

/** Whom an id of the rota means: a name and a colour for whoever it is, and whether they are still in the night. */
export function usePersons() {
  const { t } = useWords();
  const { caregivers, activeCaregivers } = useHousehold();
  return {
    active: activeCaregivers,
    isThere: (id: string) => activeCaregivers.some((one) => one.id === id),
    personOf: (id: string): Pick<Caregiver, 'name' | 'color'> =>
      caregivers.find((one) => one.id === id) ?? { name: t('common.somebody'), color: 'grey' },
  };
}
