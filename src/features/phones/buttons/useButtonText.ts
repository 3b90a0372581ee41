import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { useTranslation } from '@/i18n/useTranslation';
import type { PushButton } from '@/sync/buttons/service';

/** Returns formatters of what is known of a button. */
export function useButtonText() {
  const { t } = useTranslation();
  const { children } = useHousehold();
  const { formatMoment } = useMomentText();
  return {
    formatName: ({ name }: Pick<PushButton, 'name'>): string => name ?? t('buttons.unnamed'),
    /** Its child, and when it was last pressed. */
    formatState: ({ childId, pressedAt }: PushButton): string =>
      [
        children.find(({ id }) => id === childId)?.name,
        pressedAt === null ? t('buttons.neverPressed') : t('buttons.pressed', { moment: formatMoment(pressedAt) }),
      ]
        .filter(Boolean)
        .join(' · '),
  };
}
