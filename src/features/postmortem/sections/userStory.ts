import { ageOf } from '@/domain/age';
import type { Child } from '@/domain/rows/household';
import type { NamedOrNot } from './cause';
import { line, type Say, type Section } from './say';
import type { NightStory } from './story';

/** One requirement, on behalf of the child who was awake the longest. */
export const userStory: Section = (story, say) => {
  const { t } = say;
  const child = spokesChild(story);
  const who = child ? whoSays(child, story, say) : t('postmortem.who.unknown');
  return [line('story.text', t('postmortem.story', { who, want: t(`postmortem.want.${wantOf(child, story)}`) }))];
};

/** The one with the most downtime; in a night without any, the youngest. */
function spokesChild({ metrics, log }: NightStory): Child | null {
  const asleep = ({ id }: Child) => metrics.availability.byChild[id] ?? 1;
  const born = ({ birthDate }: Child) => birthDate ?? '';
  const [first] = log.children
    .filter((child) => !child.archived || asleep(child) < 1)
    .sort((a, b) => asleep(a) - asleep(b) || (born(a) < born(b) ? 1 : -1));
  return first ?? null;
}

function whoSays({ birthDate }: Child, { night }: NightStory, { t }: Say): string {
  if (birthDate === null || birthDate > night) return t('postmortem.who.unknown');
  const { unit, count } = ageOf(birthDate, night);
  return t(`postmortem.who.${unit}`, { [unit]: count });
}

/** What most of the child's wake-ups came from; the first of equals. */
function wantOf(child: Child | null, { figures, counted }: NightStory): NamedOrNot | 'quiet' | 'unlogged' {
  if (!figures.observed) return 'unlogged';
  const causes = counted
    .filter(({ incident }) => incident.childId === child?.id)
    .map(({ incident }): NamedOrNot => incident.causeId ?? 'unknown');
  const times = (cause: NamedOrNot) => causes.filter((other) => other === cause).length;
  const named = causes.filter((cause) => cause !== 'unknown');
  const [first = 'quiet', ...rest] = named.length > 0 ? named : causes;
  return rest.reduce<NamedOrNot | 'quiet'>(
    (most, next) => (most !== 'quiet' && times(next) > times(most) ? next : most),
    first,
  );
}
