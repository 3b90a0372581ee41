import { lineKey, listItem, type Section } from './sectionFormat';

/** The section of escalations: how often each caregiver was called, and how often they answered. */
export const escalationsSection: Section = ({ metrics, figures, note }, { t, nameOf }) => {
  const calledCaregivers = Object.entries(metrics.escalations.byCaregiver).filter(([, { attempts }]) => attempts > 0);
  if (calledCaregivers.length === 0)
    return [listItem('escalations.none', t(noneKey(figures.observed, note.wasEscalated)))];
  return calledCaregivers.map(([id, { attempts, answered }]) =>
    listItem(
      lineKey('escalations.person', id),
      t('postmortem.escalations.person', { name: nameOf(id), attempts, answered }),
    ),
  );
};

/** A page in an incident that is open, or that began before the night, is in no figure. */
function noneKey(observed: boolean, wasEscalated: boolean) {
  if (!observed) return 'postmortem.nothing';
  return wasEscalated ? 'postmortem.escalations.uncounted' : 'postmortem.escalations.none';
}
