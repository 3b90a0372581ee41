import type { Caregiver } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';

/** Whom an id of the rota means: a name and a colour for whoever it is, and whether they are still in the night. */
export function useRotaCaregivers() {
  const { t } = useTranslation();
  const { caregivers, activeCaregivers } = useHousehold();
  return {
    active: activeCaregivers,
    isActive: (id: string) => activeCaregivers.some((one) => one.id === id),
    caregiverOf: (id: string): Pick<Caregiver, 'name' | 'color'> =>
      caregivers.find((one) => one.id === id) ?? { name: t('common.somebody'), color: 'grey' },
  };
}
