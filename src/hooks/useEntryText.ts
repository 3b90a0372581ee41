import type { Entry, Incident } from '@/domain/rows/incident';
import { formatRunbookEntry } from '@/domain/runbook/formatRunbookEntry';
import { runbookEntryWords } from '@/i18n/runbookEntryWords';
import { useTranslation } from '@/i18n/useTranslation';
import { useHousehold } from './useHousehold';

/** An entry in words: a title, and details in small print. */
export interface EntryText {
  title: string;
  detail: string | null;
}

/** Returns a function that formats the entries of an incident. */
export function useEntryText(incident: Incident): (entry: Entry) => EntryText {
  const { t } = useTranslation();
  const { caregivers, children, tonight } = useHousehold();
  const nameOf = (id: string | null) =>
    caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');
  const formatAuthor = (id: string | null) => (id === null ? null : t('nights.by', { name: nameOf(id) }));
  const childName = children.find(({ id }) => id === incident.childId)?.name ?? '?';

  return (entry) => {
    switch (entry.kind) {
      case 'detected':
        return {
          title: t('nights.entry.detected', { child: childName }),
          detail: entry.by === null ? null : t('nights.loggedBy', { name: nameOf(entry.by) }),
        };
      case 'escalated':
        return {
          title: t(entry.via === 'page' ? 'nights.entry.paged' : 'nights.entry.escalated', { name: nameOf(entry.to) }),
          detail: t(`nights.level${entry.level}`),
        };
      case 'delivered':
        return { title: t('nights.entry.delivered', { name: nameOf(entry.to) }), detail: null };
      case 'noResponse':
        return {
          title: t(entry.declined ? 'nights.entry.declined' : 'nights.entry.noResponse', { name: nameOf(entry.by) }),
          detail: null,
        };
      case 'acknowledged':
      case 'stoodDown':
        return { title: t(`nights.entry.${entry.kind}`, { name: nameOf(entry.by) }), detail: null };
      case 'remedy':
        return { title: t(`common.remedy.${entry.remedy}`), detail: formatAuthor(entry.by) };
      case 'note':
        return { title: entry.text, detail: null };
      case 'step':
      case 'runbookChosen':
        return { title: formatRunbookEntry(entry, incident, tonight.allRunbooks, runbookEntryWords(t)), detail: null };
      case 'resolved':
        return { title: t(`common.outcome.${entry.outcome}`), detail: formatAuthor(entry.by) };
      case 'reopened':
        return { title: t('nights.entry.reopened'), detail: null };
    }
  };
}
