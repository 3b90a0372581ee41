import { Choice } from '@/components/Choice';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';

/** Whose it was, where it was tapped for the wrong one. Nothing with one child alone. */
export function WhoField({ childId, onPick }: { childId: string; onPick: (childId: string) => void }) {
  const { t } = useWords();
  const { children } = useHousehold();
  const among = children.filter(({ id, archived }) => !archived || id === childId);
  if (among.length < 2) return null;
  return (
    <Choice
      label={t('health.who')}
      options={among.map(({ id, name }) => ({ value: id, label: name }))}
      value={childId}
      onPick={onPick}
    />
  );
}
