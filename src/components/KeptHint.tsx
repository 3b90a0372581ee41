import { useTranslation } from '@/i18n/useTranslation';
import { Button } from './Button';
import controls from './controls.module.css';

interface KeptHintProps {
  wereKept: boolean;
  isStale: boolean;
  startOver: () => void;
}

/**
 * Says that the fields show what was typed before and not saved, or that another window has changed
 * meanwhile what they were opened with. It renders nothing otherwise.
 */
export function KeptHint({ wereKept, isStale, startOver }: KeptHintProps) {
  const { t } = useTranslation();
  if (!wereKept && !isStale) return null;
  return (
    <div>
      <p role={isStale ? 'alert' : undefined} className={isStale ? controls.error : controls.hint}>
        {t(isStale ? 'common.kept.stale' : 'common.kept.typed')}
      </p>
      <Button variant="quiet" onClick={startOver}>
        {t(isStale ? 'common.kept.showSaved' : 'common.kept.startOver')}
      </Button>
    </div>
  );
}
