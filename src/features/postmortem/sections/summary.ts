import { recoveryMs } from '@/domain/timeline/fold';
import type { Folded } from '@/domain/tonight';
import { line, type Say, type Section } from './say';
import type { NightStory } from './story';

/** The night in a few sentences. */
export const summary: Section = (story, say) => {
  const { open } = story.metrics.incidents;
  const longest = story.counted.length > 1 ? longestOf(story.counted) : null;
  return [
    line('summary.text', inOneSentence(story, say)),
    ...(longest ? [line('summary.longest', worst(longest, say))] : []),
    ...(open > 0 ? [line('summary.open', say.t('postmortem.summary.open', { count: open }))] : []),
    line('summary.blameless', say.t('postmortem.summary.blameless')),
  ];
};

function inOneSentence({ figures }: NightStory, { t, format, minutes }: Say): string {
  if (!figures.observed) return t('postmortem.summary.unlogged');
  const down = minutes(figures.downtime ?? 0);
  if (figures.counted > 0) {
    const [from, to] = [format.time(figures.windowStart), format.time(figures.windowEnd)];
    return t('postmortem.summary.usual', { count: figures.counted, from, to, down });
  }
  if (figures.falseAlarms > 0) return t('postmortem.summary.falseOnly', { count: figures.falseAlarms });
  return figures.downtime === 0 ? t('postmortem.summary.quiet') : t('postmortem.summary.carried', { down });
}

/** Getting up for the day is no recovery: how long the day was is another question. */
function longestOf(counted: readonly Folded[]): Folded | null {
  const recovered = counted.filter(({ state }) => state.resolution && state.resolution.outcome !== 'upForDay');
  const long = ({ state }: Folded) => recoveryMs(state) ?? 0;
  return recovered.reduce<Folded | null>((best, next) => (best && long(best) >= long(next) ? best : next), null);
}

const worst = ({ incident, state }: Folded, { t, format, nameOf }: Say): string =>
  t('postmortem.summary.worst', {
    child: nameOf(incident.childId),
    time: format.time(state.detectedAt),
    duration: format.duration(recoveryMs(state) ?? 0),
  });
