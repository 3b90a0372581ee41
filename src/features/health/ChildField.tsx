import { Choice } from '@/components/Choice';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';

/**
 * Corrects the child of an observation that was logged for the wrong one. Renders nothing when
 * there is only one child.
 */
export function ChildField({ childId, onPick }: { childId: string; onPick: (childId: string) => void }) {
  const { t } = useTranslation();
  const { children } = useHousehold();
  const choices = children.filter(({ id, archived }) => !archived || id === childId);
  if (choices.length < 2) return null;
  return (
    <Choice
      label={t('health.who')}
      options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      value={childId}
      onPick={onPick}
    />
  );
}
