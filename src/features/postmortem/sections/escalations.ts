import type { KeyedLine } from '@/domain/postmortem/lines';
import { pageLines } from './pages';
import type { PostmortemData } from './postmortemData';
import { lineKey, listItem, type Section, type SectionFormat } from './sectionFormat';

/**
 * The section of escalations: how often each caregiver was called, and how often they answered.
 * Each page to a phone is told by itself, so the counts are then those of the calls by voice.
 */
export const escalationsSection: Section = (data, sectionFormat) => {
  const lines = [...callLines(data, sectionFormat), ...pageLines(data, sectionFormat)];
  if (lines.length > 0) return lines;
  return [listItem('escalations.none', sectionFormat.t(noneKey(data.figures.observed, data.note.wasEscalated)))];
};

function callLines({ metrics }: PostmortemData, { t, nameOf }: SectionFormat): KeyedLine[] {
  const { byCaregiver, byVia } = metrics.escalations;
  return Object.entries(byCaregiver).flatMap(([id, all]) => {
    const { attempts, answered } = byVia?.[id]?.voice ?? all;
    if (attempts === 0) return [];
    const values = { name: nameOf(id), attempts, answered };
    const text = t(byVia ? 'postmortem.escalations.byVoice' : 'postmortem.escalations.person', values);
    return [listItem(lineKey('escalations.person', id), text)];
  });
}

/** A page in an incident that is open, or that began before the night, is in no figure. */
function noneKey(observed: boolean, wasEscalated: boolean) {
  if (!observed) return 'postmortem.nothing';
  return wasEscalated ? 'postmortem.escalations.uncounted' : 'postmortem.escalations.none';
}
