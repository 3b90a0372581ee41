import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { FIRST_DAY } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { type Span, useDashboardChoice } from '@/stores/dashboard';
import { DayField } from './DayField';
import styles from './dashboard.module.css';
import { earliestStart, nextRange, nightsIn, previousRange } from './range';
import type { DashboardView } from './useDashboard';

const SPANS: readonly Span[] = [7, 28, 84, 365, 'custom'];

/**
 * Chooses the nights and the child: the length of the range, the range before, the range after, and
 * one child or all.
 */
export function RangeBar({ view: { range, latestNight } }: { view: DashboardView }) {
  const { t } = useTranslation();
  const { children, format } = useHousehold();
  const { span, childId, set } = useDashboardChoice();
  const next = nextRange(range, latestNight);
  const showRange = ({ from, to }: { from: Day; to: Day }) => set({ from, to: to === latestNight ? null : to });
  return (
    <div className={styles.bar}>
      <Choice
        label={t('dashboard.span')}
        options={SPANS.map((value) => ({
          value,
          label: t(value === 'custom' ? 'dashboard.spans.custom' : `dashboard.spans.n${value}`),
        }))}
        value={span}
        onPick={(value) => set(value === 'custom' ? { span: value, from: range.from, to: range.to } : { span: value })}
      />
      {span === 'custom' && (
        <CustomRange
          from={range.from}
          to={range.to}
          latestNight={latestNight}
          onPick={(customRange) => set(customRange)}
        />
      )}
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
      <div className={styles.rangeButtons}>
        <button
          type="button"
          className={styles.arrow}
          aria-label={t('dashboard.back', { count: nightsIn(range) })}
          disabled={range.from <= FIRST_DAY}
          onClick={() => showRange(previousRange(range))}
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
          onClick={() => next && showRange(next)}
        >
          <ChevronRight aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}

interface CustomRangeProps {
  from: Day;
  to: Day;
  latestNight: Day;
  onPick: (customRange: { from: Day; to: Day }) => void;
}

function CustomRange({ from, to, latestNight, onPick }: CustomRangeProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.customRange}>
      <DayField
        label={t('dashboard.from')}
        value={from}
        min={earliestStart(to)}
        max={to}
        onPick={(day) => onPick({ from: day, to })}
      />
      <DayField
        label={t('dashboard.to')}
        value={to}
        min={from}
        max={latestNight}
        onPick={(day) => onPick({ from, to: day })}
      />
    </div>
  );
}
