import { NightStrip } from '@/components/NightStrip';
import { isWithin, nightWindow } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import { awakeStretches } from '@/domain/strip';
import { foldTimeline } from '@/domain/timeline/fold';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';

interface StripProps {
  night: Day;
  about: readonly Incident[];
  weeks: { incidents: readonly Incident[]; nights: readonly NightRow[] };
}

/**
 * The night the question is about, with a line where it lies in it. What was never ended is that line alone: that it went on to the morning
 * is the very thing in doubt. Nothing where the question is one of the day.
 */
export function Strip({ night, about, weeks: { incidents, nights } }: StripProps) {
  const { t } = useWords();
  const { household, children, format } = useHousehold();
  const window = nightWindow(
    night,
    household,
    nights.find(({ id }) => id === night),
  );
  const began = about[0] && foldTimeline(about[0].timeline)?.detectedAt;
  if (began === undefined || !isWithin(began, window)) return null;
  const stretches = awakeStretches(incidents, window, window.end).filter(({ open }) => !open);
  const lanes = children.filter(({ id, archived }) => !archived || stretches.some(({ childId }) => childId === id));
  const [from, to] = [format.time(window.start), format.time(window.end)];
  return (
    <NightStrip
      window={window}
      stretches={stretches}
      lanes={lanes}
      now={began}
      label={t('review.strip', { night: format.day(night), from, to })}
      ends={[from, to]}
    />
  );
}
