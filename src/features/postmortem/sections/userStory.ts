import { ageOf } from '@/domain/age';
import type { Child } from '@/domain/rows/household';
import type { CauseOrUnknown } from './cause';
import type { PostmortemData } from './postmortemData';
import { type Section, type SectionFormat, textLine } from './sectionFormat';

/** The section with one user story, told by the child who was awake the longest. */
export const userStorySection: Section = (data, sectionFormat) => {
  const { t } = sectionFormat;
  const child = longestAwakeChild(data);
  const who = child ? speakerText(child, data, sectionFormat) : t('postmortem.who.unknown');
  return [
    textLine('story.text', t('postmortem.story', { who, want: t(`postmortem.want.${mainCauseOf(child, data)}`) })),
  ];
};

/** Returns the child with the most downtime; in a night without downtime, the youngest child. */
function longestAwakeChild({ metrics, log }: PostmortemData): Child | null {
  const availabilityOf = ({ id }: Child) => metrics.availability.byChild[id] ?? 1;
  const birthDateOf = ({ birthDate }: Child) => birthDate ?? '';
  const [speaker] = log.children
    .filter((child) => !child.archived || availabilityOf(child) < 1)
    // Days compare as text: the youngest child comes first, an unknown birth date last.
    .sort((a, b) => availabilityOf(a) - availabilityOf(b) || (birthDateOf(a) < birthDateOf(b) ? 1 : -1));
  return speaker ?? null;
}

function speakerText({ birthDate }: Child, { night }: PostmortemData, { t }: SectionFormat): string {
  if (birthDate === null || birthDate > night) return t('postmortem.who.unknown');
  const { unit, count } = ageOf(birthDate, night);
  return t(`postmortem.who.${unit}`, { [unit]: count });
}

/**
 * Returns the most frequent cause of the child's wake-ups; of equally frequent causes, the first.
 */
function mainCauseOf(
  child: Child | null,
  { figures, counted, carried }: PostmortemData,
): CauseOrUnknown | 'quiet' | 'unlogged' {
  if (!figures.observed) return 'unlogged';
  const causes = [...counted, ...carried]
    .filter(({ incident }) => incident.childId === child?.id)
    .map(({ incident }): CauseOrUnknown => incident.causeId ?? 'unknown');
  const countOf = (cause: CauseOrUnknown) => causes.filter((candidate) => candidate === cause).length;
  const knownCauses = causes.filter((cause) => cause !== 'unknown');
  const [firstCause = 'quiet', ...otherCauses] = knownCauses.length > 0 ? knownCauses : causes;
  // Only a higher count replaces a cause, so the first of equally frequent ones is kept. `quiet`
  // stands for an empty list, so it has nothing to be compared with.
  return otherCauses.reduce<CauseOrUnknown | 'quiet'>(
    (mainCause, cause) => (mainCause !== 'quiet' && countOf(cause) > countOf(mainCause) ? cause : mainCause),
    firstCause,
  );
}
