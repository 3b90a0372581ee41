import type { Caregiver } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';

/**
 * Looks up the caregivers of the rota. `caregiverOf` also answers for an id that is no longer in
 * the household, with "somebody" and grey.
 */
export function useRotaCaregivers() {
  const { t } = useTranslation();
  const { caregivers, activeCaregivers } = useHousehold();
  return {
    active: activeCaregivers,
    isActive: (id: string) => activeCaregivers.some((caregiver) => caregiver.id === id),
    caregiverOf: (id: string): Pick<Caregiver, 'name' | 'color'> =>
      caregivers.find((caregiver) => caregiver.id === id) ?? { name: t('common.somebody'), color: 'grey' },
  };
}
