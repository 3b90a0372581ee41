import type { KeyedLine } from '@/domain/postmortem/lines';
import { addDays } from '@/lib/zone';
import { actionsSection } from './actions';
import { causeSection } from './cause';
import { escalationsSection } from './escalations';
import { impactSection } from './impact';
import { luckySection } from './lucky';
import type { PostmortemData } from './postmortemData';
import { questionSection } from './question';
import { type Section, type SectionFormat, textLine } from './sectionFormat';
import { summarySection } from './summary';
import { timelineSection } from './timeline';
import { userStorySection } from './userStory';
import { workedSection } from './worked';

/**
 * The sections in reading order: what happened and why, what to do about it, and only then the
 * figures and the long timeline. Their keys are also the keys of their headings in the messages.
 */
const SECTIONS = {
  summary: summarySection,
  story: userStorySection,
  cause: causeSection,
  question: questionSection,
  actions: actionsSection,
  impact: impactSection,
  worked: workedSection,
  escalations: escalationsSection,
  lucky: luckySection,
  timeline: timelineSection,
} satisfies Record<string, Section>;

/**
 * Generates the lines of a night's post-mortem. Every figure is taken from the metrics; none is
 * computed here.
 */
export function generateLines(data: PostmortemData, sectionFormat: SectionFormat): KeyedLine[] {
  const { t, format } = sectionFormat;
  const [from, to] = [format.day(data.night), format.day(addDays(data.night, 1))];
  return [
    textLine('title.text', `# ${t('postmortem.heading', { from, to })}`),
    ...(Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).flatMap((name) => [
      textLine(`${name}.gap`, ''),
      textLine(`${name}.head`, `## ${t(`postmortem.head.${name}`)}`),
      ...SECTIONS[name](data, sectionFormat),
    ]),
  ];
}
