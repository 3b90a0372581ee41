import { NightStrip } from '@/components/NightStrip';
import { awakeStretches } from '@/domain/awakeStretches';
import { detectionIn, knownWindow } from '@/domain/knownWindow';
import { isWithin } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { foldIncidents } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';

interface QuestionStripProps {
  night: Day;
  questionIncidents: readonly Incident[];
  log: { incidents: readonly Incident[]; nights: readonly NightRow[] };
}

/**
 * The strip of the night, with a line at the instant of the question. An incident without an end is
 * drawn as that line only: whether it lasted until morning is what the question asks. Renders
 * nothing when the question is not within the night hours.
 */
export function QuestionStrip({ night, questionIncidents, log: { incidents, nights } }: QuestionStripProps) {
  const { t } = useTranslation();
  const { household, children, format } = useHousehold();
  const hours = knownWindow(
    night,
    household,
    nights.find(({ id }) => id === night) ?? null,
    detectionIn(foldIncidents(incidents).map(({ state }) => state.detectedAt)),
  );
  const startedAt = questionIncidents[0] && foldTimeline(questionIncidents[0].timeline)?.detectedAt;
  if (startedAt === undefined || !isWithin(startedAt, hours)) return null;
  const stretches = awakeStretches(incidents, hours, () => hours.end).filter(({ isOpen }) => !isOpen);
  const lanes = children.filter(({ id, archived }) => !archived || stretches.some(({ childId }) => childId === id));
  const [from, to] = [format.time(hours.start), format.time(hours.end)];
  return (
    <NightStrip
      window={hours}
      stretches={stretches}
      lanes={lanes}
      now={startedAt}
      label={t('review.strip', { night: format.day(night), from, to })}
      endLabels={[from, to]}
    />
  );
}
