import { recoveryMs } from '@/domain/timeline/foldTimeline';
import type { FoldedIncident } from '@/domain/tonight';
import type { PostmortemData } from './postmortemData';
import { lineKey, type Section, type SectionFormat, textLine } from './sectionFormat';

/** The section that sums the night up in a few sentences. */
export const summarySection: Section = (data, sectionFormat) => {
  const { open } = data.metrics.incidents;
  const countedIds = new Set(data.counted.map(({ incident }) => incident.id));
  const forgottenCount = data.note.forgotten.filter(({ incidentId }) => countedIds.has(incidentId)).length;
  const longest = data.counted.length > 1 ? longestRecovery(data.counted) : null;
  return [
    textLine('summary.text', overviewText(data, sectionFormat)),
    ...(longest ? [textLine('summary.longest', longestRecoveryText(longest, sectionFormat))] : []),
    ...data.note.forgotten.map(({ incidentId, childId, since, until }) => {
      const [sinceText, untilText] = [sectionFormat.formatMoment(since), sectionFormat.formatMoment(until)];
      const values = { child: sectionFormat.nameOf(childId), since: sinceText, until: untilText };
      return textLine(lineKey('summary.forgotten', incidentId), sectionFormat.t('nights.forgotten', values));
    }),
    ...(open > forgottenCount
      ? [textLine('summary.open', sectionFormat.t('postmortem.summary.open', { count: open - forgottenCount }))]
      : []),
    textLine('summary.blameless', sectionFormat.t('postmortem.summary.blameless')),
  ];
};

function overviewText(
  { night, figures, note }: PostmortemData,
  { t, format, formatMinutes, formatTimeOn }: SectionFormat,
): string {
  if (!figures.observed) return t('postmortem.summary.unlogged');
  const downtimeText = formatMinutes(figures.downtime ?? 0);
  if (figures.counted > 0) {
    const [from, to] = [format.time(figures.windowStart), format.time(figures.windowEnd)];
    return t('postmortem.summary.usual', { count: figures.counted, from, to, down: downtimeText });
  }
  if (note.awakeSince !== null) {
    const time = formatTimeOn(night, note.awakeSince);
    return t('postmortem.summary.carried', { time, down: downtimeText });
  }
  if (figures.falseAlarms > 0) return t('postmortem.summary.falseOnly', { count: figures.falseAlarms });
  return figures.downtime === 0 ? t('postmortem.summary.quiet') : t('postmortem.summary.again', { down: downtimeText });
}

/**
 * Returns the counted incident with the longest recovery, or null. An incident that ended with
 * getting up for the day has no recovery time.
 */
function longestRecovery(counted: readonly FoldedIncident[]): FoldedIncident | null {
  const recovered = counted.filter(({ state }) => state.resolution && state.resolution.outcome !== 'upForDay');
  const recoveryOf = ({ state }: FoldedIncident) => recoveryMs(state) ?? 0;
  return recovered.reduce<FoldedIncident | null>(
    (best, next) => (best && recoveryOf(best) >= recoveryOf(next) ? best : next),
    null,
  );
}

const longestRecoveryText = ({ incident, state }: FoldedIncident, { t, format, nameOf }: SectionFormat): string =>
  t('postmortem.summary.worst', {
    child: nameOf(incident.childId),
    time: format.time(state.detectedAt),
    duration: format.duration(recoveryMs(state) ?? 0),
  });
