import { escapeMarkdown } from '@/domain/postmortem/markdown';
import type { Entry, Incident } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { formatRunbookEntry } from '@/domain/runbook/formatRunbookEntry';
import { runbookEntryWords } from '@/i18n/runbookEntryWords';
import { lineKey, listItem, type Section, type SectionFormat } from './sectionFormat';

/**
 * The section with every timeline entry of every incident, in order of time, with the child's name.
 */
export const timelineSection: Section = ({ incidents, log }, sectionFormat) => {
  const { t, format, nameOf } = sectionFormat;
  const lines = incidents
    .flatMap(({ incident, state }) => state.entries.map((entry) => ({ incident, entry })))
    .sort((a, b) => a.entry.at - b.entry.at);
  if (lines.length === 0) return [listItem('timeline.none', t('postmortem.line.none'))];
  return lines.map(({ incident, entry }) => {
    const time = format.time(entry.at);
    const timeText = entry.estimated ? `${t('nights.about')} ${time}` : time;
    const text = entryText(entry, { incident, runbooks: log.runbooks }, sectionFormat);
    return listItem(lineKey('timeline', incident.id, entry.id), `${timeText} · ${nameOf(incident.childId)} · ${text}`);
  });
};

/**
 * Blameless wording: an entry says that a call was not answered, not that somebody kept sleeping.
 */
function entryText(
  entry: Entry,
  { incident, runbooks }: { incident: Incident; runbooks: readonly Runbook[] },
  { t, nameOf }: SectionFormat,
): string {
  const withName = (id: string | null, text: string) =>
    id === null ? text : `${text}, ${t('nights.by', { name: nameOf(id) })}`;
  switch (entry.kind) {
    case 'detected':
      return t('postmortem.line.detected');
    case 'escalated':
      return t(entry.via === 'page' ? 'postmortem.line.paged' : 'postmortem.line.escalated', {
        name: nameOf(entry.to),
      });
    case 'delivered':
      return t('nights.entry.delivered', { name: nameOf(entry.to) });
    case 'noResponse':
      return t(entry.declined ? 'postmortem.line.declined' : 'postmortem.line.noResponse', { name: nameOf(entry.by) });
    case 'acknowledged':
    case 'stoodDown':
      return t(`nights.entry.${entry.kind}`, { name: nameOf(entry.by) });
    case 'remedy':
      return withName(entry.by, t(`common.remedy.${entry.remedy}`));
    case 'note':
      return escapeMarkdown(entry.text);
    case 'step':
    case 'runbookChosen':
      return escapeMarkdown(formatRunbookEntry(entry, incident, runbooks, runbookEntryWords(t)));
    case 'resolved':
      return withName(entry.by, t(`common.outcome.${entry.outcome}`));
    case 'reopened':
      return t('nights.entry.reopened');
  }
}
