import { handoverOf } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { CaregiverNight } from './CaregiverNight';
import frame from './nights.module.css';
import styles from './OnCallSection.module.css';
import type { NightAnalysis } from './useNightAnalysis';
import { useNightFigureText } from './useNightFigureText';

/**
 * Shows who was on call, who was up, which runbook was followed, and what the night cost: the
 * dashboard's questions for one night.
 */
export function OnCallSection(night: NightAnalysis) {
  const { t } = useTranslation();
  const { household, children, caregivers, format } = useHousehold();
  const { formatMinutes, formatNumber } = useNightFigureText();
  const { metrics, figures, runbookNames } = night;
  const { double, runbooks, fatigue, escalations } = metrics;

  const nameOf = (id: string | null) =>
    caregivers.find((row) => row.id === id)?.name ?? t(id === null ? 'nights.onCall.nobody' : 'common.somebody');
  const formatPlan = (shift: Shift) => {
    const [name, secondaryName] = [nameOf(shift.primary), nameOf(shift.secondary)];
    const handover = handoverOf(shift, figures.night, household);
    if (handover !== null)
      return t('nights.onCall.handover', { name, other: secondaryName, time: format.time(handover) });
    return shift.secondary === null ? name : t('nights.onCall.backup', { name, other: secondaryName });
  };
  // The wake-ups without a runbook come last, after the runbooks by descending count.
  const runbookLines = Object.entries(runbooks)
    .filter(([, count]) => count > 0)
    .sort(([a, countA], [b, countB]) => Number(a === 'none') - Number(b === 'none') || countB - countA)
    .map(([id, count]) => {
      const name = id === 'none' ? t('dashboard.runbooks.without') : runbookNames.get(id);
      return `${formatNumber(count)}\u00a0× ${name ?? t('dashboard.runbooks.gone')}`;
    });
  const facts = [
    { term: t('nights.onCall.plan'), lines: [figures.onCall ? formatPlan(figures.onCall) : t('nights.onCall.noPlan')] },
    ...(runbookLines.length > 0 ? [{ term: t('nights.onCall.runbooks'), lines: runbookLines }] : []),
    ...(figures.observed && children.length > 1
      ? [
          {
            term: t('nights.onCall.double'),
            lines: [
              double.count === 0
                ? t('nights.onCall.never')
                : t('nights.onCall.doubleFor', { count: double.count, minutes: formatMinutes(double.minutes) }),
            ],
          },
        ]
      : []),
  ];
  const people = caregivers.filter(
    ({ id, archived }) =>
      !archived || (fatigue.byCaregiver[id]?.interventions ?? 0) + (escalations.byCaregiver[id]?.attempts ?? 0) > 0,
  );
  return (
    <div className={frame.section}>
      <dl className={styles.facts}>
        {facts.map(({ term, lines }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two runbooks can have the same name
                <span key={index}>{line}</span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {figures.observed && people.length > 0 && (
        <>
          <ul className={styles.people}>
            {people.map((person) => (
              <li key={person.id}>
                <CaregiverNight person={person} night={night} />
              </li>
            ))}
          </ul>
          <p className={styles.game}>{t('nights.onCall.game')}</p>
        </>
      )}
    </div>
  );
}
