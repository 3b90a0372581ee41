import type { KeyedLine } from '@/domain/postmortem/lines';
import { addDays } from '@/lib/zone';
import { actions } from './actions';
import { cause } from './cause';
import { escalations } from './escalations';
import { impact } from './impact';
import { lucky } from './lucky';
import { question } from './question';
import { line, type Say, type Section } from './say';
import type { NightStory } from './story';
import { summary } from './summary';
import { timeline } from './timeline';
import { userStory } from './userStory';
import { worked } from './worked';

/** By their names in the words, in the order in which they are read. */
const SECTIONS = {
  summary,
  impact,
  timeline,
  cause,
  worked,
  escalations,
  lucky,
  actions,
  story: userStory,
  question,
} satisfies Record<string, Section>;

/** The post-mortem of a night, line by line. Nothing in it is computed here: the figures are the report's. */
export function linesOf(story: NightStory, say: Say): KeyedLine[] {
  const { t, format } = say;
  const [from, to] = [format.day(story.night), format.day(addDays(story.night, 1))];
  return [
    line('title.text', `# ${t('postmortem.heading', { from, to })}`),
    ...(Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).flatMap((name) => [
      line(`${name}.gap`, ''),
      line(`${name}.head`, `## ${t(`postmortem.head.${name}`)}`),
      ...SECTIONS[name](story, say),
    ]),
  ];
}
