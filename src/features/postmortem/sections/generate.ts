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

/** By their names in the words, in the order in which they are read. */
const SECTIONS = {
  summary: summarySection,
  impact: impactSection,
  timeline: timelineSection,
  cause: causeSection,
  worked: workedSection,
  escalations: escalationsSection,
  lucky: luckySection,
  actions: actionsSection,
  story: userStorySection,
  question: questionSection,
} satisfies Record<string, Section>;

/** The post-mortem of a night, line by line. Nothing in it is computed here: the figures are the report's. */
export function generateLines(story: PostmortemData, say: SectionFormat): KeyedLine[] {
  const { t, format } = say;
  const [from, to] = [format.day(story.night), format.day(addDays(story.night, 1))];
  return [
    textLine('title.text', `# ${t('postmortem.heading', { from, to })}`),
    ...(Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).flatMap((name) => [
      textLine(`${name}.gap`, ''),
      textLine(`${name}.head`, `## ${t(`postmortem.head.${name}`)}`),
      ...SECTIONS[name](story, say),
    ]),
  ];
}
