import { NightStrip } from '@/components/NightStrip';
import { awakeStretches } from '@/domain/awakeStretches';
import { isWithin, nightWindow } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';

interface QuestionStripProps {
  night: Day;
  questionIncidents: readonly Incident[];
  log: { incidents: readonly Incident[]; nights: readonly NightRow[] };
}

/**
 * The night the question is about, with a line where it lies in it. What was never ended is that line alone: that it went on to the morning
 * is the very thing in doubt. Nothing where the question is one of the day.
 */
export function QuestionStrip({ night, questionIncidents, log: { incidents, nights } }: QuestionStripProps) {
  const { t } = useTranslation();
  const { household, children, format } = useHousehold();
  const hours = nightWindow(
    night,
    household,
    nights.find(({ id }) => id === night),
  );
  const began = questionIncidents[0] && foldTimeline(questionIncidents[0].timeline)?.detectedAt;
  if (began === undefined || !isWithin(began, hours)) return null;
  const stretches = awakeStretches(incidents, hours, hours.end).filter(({ isOpen }) => !isOpen);
  const lanes = children.filter(({ id, archived }) => !archived || stretches.some(({ childId }) => childId === id));
  const [from, to] = [format.time(hours.start), format.time(hours.end)];
  return (
    <NightStrip
      window={hours}
      stretches={stretches}
      lanes={lanes}
      now={began}
      label={t('review.strip', { night: format.day(night), from, to })}
      endLabels={[from, to]}
    />
  );
}
