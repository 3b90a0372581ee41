import { lineKey, listItem, type Section } from './sectionFormat';

/** The section of escalations: how often each caregiver was called, and how often they answered. */
export const escalationsSection: Section = ({ metrics, figures }, { t, nameOf }) => {
  const calledCaregivers = Object.entries(metrics.escalations.byCaregiver).filter(([, { attempts }]) => attempts > 0);
  if (calledCaregivers.length === 0)
    return [listItem('escalations.none', t(figures.observed ? 'postmortem.escalations.none' : 'postmortem.nothing'))];
  return calledCaregivers.map(([id, { attempts, answered }]) =>
    listItem(
      lineKey('escalations.person', id),
      t('postmortem.escalations.person', { name: nameOf(id), attempts, answered }),
    ),
  );
};
