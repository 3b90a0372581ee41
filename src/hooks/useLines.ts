import type { Entry, Incident } from '@/domain/rows/incident';
import { useWords } from '@/i18n/language';
import { useHousehold } from './household';
import { runbookLine } from './runbookLine';

/** What an entry says, in words: a title, and what is worth adding in small. */
export interface Line {
  title: string;
  more: string | null;
}

export function useLines(incident: Incident): (entry: Entry) => Line {
  const { t } = useWords();
  const { caregivers, children, tonight } = useHousehold();
  const nameOf = (id: string | null) =>
    caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');
  const by = (id: string | null) => (id === null ? null : t('nights.by', { name: nameOf(id) }));
  const child = children.find(({ id }) => id === incident.childId)?.name ?? '?';

  return (entry) => {
    switch (entry.kind) {
      case 'detected':
        return { title: t('nights.line.detected', { child }), more: by(entry.by) };
      case 'escalated':
        return { title: t('nights.line.escalated', { name: nameOf(entry.to) }), more: t(`nights.level${entry.level}`) };
      case 'acknowledged':
      case 'noResponse':
      case 'stoodDown':
        return { title: t(`nights.line.${entry.kind}`, { name: nameOf(entry.by) }), more: null };
      case 'remedy':
        return { title: t(`common.remedy.${entry.remedy}`), more: by(entry.by) };
      case 'note':
        return { title: entry.text, more: null };
      case 'step':
      case 'runbookChosen':
        return { title: runbookLine(entry, incident, tonight.allRunbooks, t), more: null };
      case 'resolved':
        return { title: t(`common.outcome.${entry.outcome}`), more: by(entry.by) };
      case 'reopened':
        return { title: t('nights.line.reopened'), more: null };
    }
  };
}
