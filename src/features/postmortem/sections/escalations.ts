import { lineKey, listItem, type Section } from './sectionFormat';

/** Who was to be woken, and how often that worked. */
export const escalationsSection: Section = ({ metrics, figures }, { t, nameOf }) => {
  const paged = Object.entries(metrics.escalations.byCaregiver).filter(([, { attempts }]) => attempts > 0);
  if (paged.length === 0)
    return [listItem('escalations.none', t(figures.observed ? 'postmortem.escalations.none' : 'postmortem.nothing'))];
  return paged.map(([id, { attempts, answered }]) =>
    listItem(
      lineKey('escalations.person', id),
      t('postmortem.escalations.person', { name: nameOf(id), attempts, answered }),
    ),
  );
};
