import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';
import { type Span, useDashboardChoice } from '@/stores/dashboard';
import { DayField } from './DayField';
import styles from './dashboard.module.css';
import { nightsIn, rangeAfter, rangeBefore } from './range';
import type { DashboardView } from './useDashboard';

const SPANS: readonly Span[] = [7, 28, 84, 365, 'own'];

/** Which nights, which child; one range back, one forward. */
export function RangeBar({ view: { range, latest } }: { view: DashboardView }) {
  const { t } = useWords();
  const { children, format } = useHousehold();
  const { span, childId, set } = useDashboardChoice();
  const next = rangeAfter(range, latest);
  const go = ({ from, to }: { from: Day; to: Day }) => set({ from, to: to === latest ? null : to });
  return (
    <div className={styles.bar}>
      <Choice
        label={t('dashboard.span')}
        options={SPANS.map((value) => ({
          value,
          label: t(value === 'own' ? 'dashboard.spans.own' : `dashboard.spans.n${value}`),
        }))}
        value={span}
        onPick={(value) => set(value === 'own' ? { span: value, from: range.from, to: range.to } : { span: value })}
      />
      {span === 'own' && <OwnRange from={range.from} to={range.to} latest={latest} onPick={(own) => set(own)} />}
      {children.length > 1 && (
        <fieldset className={styles.children}>
          <legend className="visually-hidden">{t('dashboard.who')}</legend>
          {[{ id: null, name: t('dashboard.allChildren') }, ...children].map(({ id, name }) => (
            <Chip key={id} pressed={childId === id} onClick={() => set({ childId: id })}>
              {name}
            </Chip>
          ))}
        </fieldset>
      )}
      <div className={styles.step}>
        <button
          type="button"
          className={styles.arrow}
          aria-label={t('dashboard.back', { count: nightsIn(range) })}
          onClick={() => go(rangeBefore(range))}
        >
          <ChevronLeft aria-hidden="true" />
        </button>
        <p aria-live="polite">
          {t('dashboard.range', { from: format.day(range.from), to: format.day(range.to) })}
          <small>{t('dashboard.against')}</small>
        </p>
        <button
          type="button"
          className={styles.arrow}
          aria-label={t('dashboard.forward', { count: nightsIn(range) })}
          disabled={next === null}
          onClick={() => next && go(next)}
        >
          <ChevronRight aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}

interface OwnRangeProps {
  from: Day;
  to: Day;
  latest: Day;
  onPick: (own: { from: Day; to: Day }) => void;
}

function OwnRange({ from, to, latest, onPick }: OwnRangeProps) {
  const { t } = useWords();
  return (
    <div className={styles.own}>
      <DayField label={t('dashboard.from')} value={from} max={to} onPick={(day) => onPick({ from: day, to })} />
      <DayField
        label={t('dashboard.to')}
        value={to}
        min={from}
        max={latest}
        onPick={(day) => onPick({ from, to: day })}
      />
    </div>
  );
}
