import { useId } from 'react';
import type { MessageValues } from '@/i18n/translator';
import { useTranslation } from '@/i18n/useTranslation';
import { CardMenu } from '../CardMenu';
import { Change } from '../Change';
import { MIN_CASES } from '../cases';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';
import { useKeyFigureText, useVerdictText } from '../useVerdictText';
import { KEY_FIGURES } from '../verdict';

/** Answers in one sentence whether it gets better, with the four figures that carry the answer. */
export function KeyFigures({ view }: { view: DashboardView }) {
  const { t } = useTranslation();
  const id = useId();
  const formatKeyFigure = useKeyFigureText();
  const verdict = useVerdictText(view);
  const { metrics, previousMetrics } = view;
  const question = t('dashboard.verdict.question');
  const rangeTexts = rangeSentences(metrics).map(([key, values]) => t(`dashboard.key.${key}`, values));
  return (
    <section className={styles.verdict} aria-labelledby={id} data-card="key">
      <h2 id={id} className="visually-hidden">
        {question}
      </h2>
      <CardMenu name="key" question={question} explanation={[...rangeTexts, t('dashboard.verdict.rule')].join(' ')} />
      <p className={styles.answer}>{verdict}</p>
      <dl className={styles.keys}>
        {KEY_FIGURES.map((figure) => {
          const { name, better, minDifference } = figure;
          const format = formatKeyFigure(figure);
          const cases = figure.casesIn(metrics);
          const hasTooFewCases = cases > 0 && cases < MIN_CASES;
          return (
            <div key={name} data-figure={name} data-few={hasTooFewCases}>
              <dt>{t(`dashboard.key.${name}`)}</dt>
              <dd>
                <strong>{format.value(figure.valueIn(metrics))}</strong>
                <small>
                  {hasTooFewCases ? (
                    t(name === 'mttr' ? 'dashboard.key.fewCases' : 'dashboard.key.fewNights', { count: cases })
                  ) : (
                    <Change
                      isBrief
                      now={figure.valueIn(metrics)}
                      before={previousMetrics && figure.valueIn(previousMetrics)}
                      formatDifference={format.difference}
                      better={better}
                      minDifference={minDifference}
                    />
                  )}
                </small>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

type SentenceKey = 'says' | 'saysNone' | 'freeAwake' | 'lastQuiet' | 'lastLoggedQuiet' | 'streak';

/**
 * Returns what is said of the range. A night without a wake-up is not quiet if a child was awake in
 * it, and of nights that nobody logged nothing is said but that.
 */
function rangeSentences({ nights, availability, streak }: DashboardView['metrics']): [SentenceKey, MessageValues][] {
  const { observedNights, incidentFreeNights } = availability;
  if (observedNights === 0) return [['saysNone', { nights: nights.length }]];
  const says = { nights: nights.length, observed: observedNights, free: incidentFreeNights };
  const sentences: [SentenceKey, MessageValues][] = [['says', says]];
  const awakeCount = nights.filter(({ counted, downtime }) => counted === 0 && (downtime ?? 0) > 0).length;
  if (awakeCount > 0) sentences.push(['freeAwake', { count: awakeCount }]);
  const last = nights.findLast(({ observed }) => observed);
  if (streak > 0) sentences.push(['streak', { streak }]);
  else if (last?.downtime === 0) sentences.push([last === nights.at(-1) ? 'lastQuiet' : 'lastLoggedQuiet', {}]);
  return sentences;
}
