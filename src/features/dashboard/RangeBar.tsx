import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Choice } from '@/components/Choice';
import { FIRST_DAY } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { type Span, useDashboardChoice } from '@/stores/dashboard';
import { DayField } from './DayField';
import styles from './dashboard.module.css';
import { Menu } from './Menu';
import { earliestStart, nextRange, nightsIn, previousRange } from './range';
import type { DashboardView } from './useDashboard';

const SPANS: readonly Span[] = [7, 28, 84, 365, 'custom'];

/**
 * Chooses the nights and the child in one line: the length of the range, one child or all, the
 * range before and the range after.
 */
export function RangeBar({ view: { range, latestNight } }: { view: DashboardView }) {
  const { t } = useTranslation();
  const { children } = useHousehold();
  const { span, childId, set } = useDashboardChoice();
  const next = nextRange(range, latestNight);
  const showRange = ({ from, to }: { from: Day; to: Day }) => set({ from, to: to === latestNight ? null : to });
  const formatSpan = (value: Span) => t(value === 'custom' ? 'dashboard.spans.custom' : `dashboard.spans.n${value}`);
  const allChildren = t('dashboard.allChildren', { count: children.length });
  return (
    <div className={styles.bar} data-no-picture>
      <Menu name="span" label={t('dashboard.span')} value={formatSpan(span)}>
        {(close) => (
          <>
            <Choice
              label={t('dashboard.span')}
              options={SPANS.map((value) => ({ value, label: formatSpan(value) }))}
              value={span}
              onPick={(value) => {
                if (value === 'custom') return set({ span: value, from: range.from, to: range.to });
                set({ span: value });
                close();
              }}
            />
            {span === 'custom' && (
              <CustomRange from={range.from} to={range.to} latestNight={latestNight} onPick={set} />
            )}
          </>
        )}
      </Menu>
      {children.length > 1 && (
        <>
          <span aria-hidden="true">·</span>
          <Menu
            name="child"
            label={t('dashboard.who')}
            value={children.find(({ id }) => id === childId)?.name ?? allChildren}
          >
            {(close) => (
              <Choice
                label={t('dashboard.who')}
                options={[
                  { value: null, label: allChildren },
                  ...children.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={childId}
                onPick={(id: string | null) => {
                  set({ childId: id });
                  close();
                }}
              />
            )}
          </Menu>
        </>
      )}
      <div className={styles.arrows}>
        <button
          type="button"
          className={styles.round}
          aria-label={t('dashboard.back', { count: nightsIn(range) })}
          disabled={range.from <= FIRST_DAY}
          onClick={() => showRange(previousRange(range))}
        >
          <ChevronLeft aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.round}
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
