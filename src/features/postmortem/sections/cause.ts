import { escapeMarkdown } from '@/domain/postmortem/markdown';
import { CAUSES, type Cause } from '@/domain/rows/incident';
import type { PostmortemData } from './postmortemData';
import { lineKey, listItem, type Section, type SectionFormat } from './sectionFormat';

export type CauseOrUnknown = Cause | 'unknown';

/**
 * Returns how many counted wake-ups had each cause, the most frequent first and `unknown` last.
 * Causes without a wake-up are left out.
 */
export function countCauses({ metrics }: Pick<PostmortemData, 'metrics'>): { cause: CauseOrUnknown; count: number }[] {
  const knownCauses = CAUSES.map((cause) => ({ cause, count: metrics.causes[cause] ?? 0 })).sort(
    (a, b) => b.count - a.count,
  );
  return [...knownCauses, { cause: 'unknown' as const, count: metrics.causes.unknown ?? 0 }].filter(
    ({ count }) => count > 0,
  );
}

/** The section of the causes, followed by the notes of the incidents. */
export const causeSection: Section = (data, sectionFormat) => {
  const { t, format, formatTimeOn, nameOf } = sectionFormat;
  const causes = countCauses(data).map(({ cause, count }) =>
    listItem(`cause.${cause}`, causeText(cause, count, sectionFormat)),
  );
  const incidentsWithNote = data.incidents.filter(({ incident }) => incident.note.trim() !== '');
  const carried = data.carried.map(({ incident, state }) =>
    listItem(
      lineKey('cause.carried', incident.id),
      t('postmortem.cause.carried', {
        child: nameOf(incident.childId),
        time: formatTimeOn(data.night, state.detectedAt),
        cause: t(incident.causeId === null ? 'postmortem.cause.notSaid' : `common.cause.${incident.causeId}`),
      }),
    ),
  );
  if (causes.length + carried.length + incidentsWithNote.length === 0)
    return [listItem('cause.none', t(noCauseKey(data)))];
  return [
    ...causes,
    ...carried,
    ...incidentsWithNote.map(({ incident, state }) => {
      const [child, time] = [nameOf(incident.childId), format.time(state.detectedAt)];
      return listItem(
        lineKey('cause.note', incident.id),
        t('postmortem.cause.note', { child, time, note: escapeMarkdown(incident.note) }),
      );
    }),
  ];
};

/** "Nothing broke" is said of a night without downtime only. */
function noCauseKey({ figures }: PostmortemData) {
  if (!figures.observed) return 'postmortem.nothing';
  return figures.downtime === 0 ? 'postmortem.cause.none' : 'postmortem.cause.falseAlarm';
}

function causeText(cause: CauseOrUnknown, count: number, { t }: SectionFormat): string {
  if (cause === 'unknown') return t('postmortem.cause.unknown', { count });
  if (cause === 'unknown-to-us') return t('postmortem.cause.moon', { count });
  return t('postmortem.cause.usual', { cause: t(`common.cause.${cause}`), count });
}
