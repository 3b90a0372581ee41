import type { ComponentProps } from 'react';
import type { WhenField } from '@/components/WhenField';
import { useWords } from '@/i18n/language';

/** When something was measured or given. */
export function useWhenWords(): ComponentProps<typeof WhenField>['words'] {
  const { t } = useWords();
  return { day: t('health.field.day'), time: t('health.field.time'), noDay: t('health.error.day') };
}
