import { asMarkdown } from '@/domain/postmortem/markdown';
import { CAUSES, type Cause } from '@/domain/rows/incident';
import { item, keyFor, type Say, type Section } from './say';
import type { NightStory } from './story';

export type NamedOrNot = Cause | 'unknown';

/** What the counted wake-ups came from, the most frequent first, what nobody named last. */
export function causesOf({ metrics }: Pick<NightStory, 'metrics'>): { cause: NamedOrNot; count: number }[] {
  const named = CAUSES.map((cause) => ({ cause, count: metrics.causes[cause] ?? 0 })).sort((a, b) => b.count - a.count);
  return [...named, { cause: 'unknown' as const, count: metrics.causes.unknown ?? 0 }].filter(({ count }) => count > 0);
}

/** The causes, and what was noted beside them. */
export const cause: Section = (story, say) => {
  const { t, format, nameOf } = say;
  const causes = causesOf(story).map(({ cause, count }) => item(`cause.${cause}`, inWords(cause, count, say)));
  const notes = story.incidents.filter(({ incident }) => incident.note.trim() !== '');
  if (causes.length + notes.length === 0)
    return [item('cause.none', t(story.figures.observed ? 'postmortem.cause.none' : 'postmortem.nothing'))];
  return [
    ...causes,
    ...notes.map(({ incident, state }) => {
      const [child, time] = [nameOf(incident.childId), format.time(state.detectedAt)];
      return item(
        keyFor('cause.note', incident.id),
        t('postmortem.cause.note', { child, time, note: asMarkdown(incident.note) }),
      );
    }),
  ];
};

function inWords(cause: NamedOrNot, count: number, { t }: Say): string {
  if (cause === 'unknown') return t('postmortem.cause.unknown', { count });
  if (cause === 'unknown-to-us') return t('postmortem.cause.moon', { count });
  return t('postmortem.cause.usual', { cause: t(`common.cause.${cause}`), count });
}
