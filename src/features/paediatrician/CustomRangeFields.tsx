import { useState } from 'react';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { isSupportedDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';
import { NIGHTS_MAX, rangeError } from './range';

interface CustomRangeFieldsProps {
  range: NightRange;
  /** The last night that has begun. */
  latest: Day;
  onPick: (range: NightRange) => void;
}

/**
 * The first and last night of a custom range. A range that makes no report shows an error at the
 * wrong field and leaves the pages as they are.
 */
export function CustomRangeFields({ range, latest, onPick }: CustomRangeFieldsProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const [typed, setTyped] = useState<{ from: string; to: string }>(range);
  const refusal = isNightRange(typed) ? rangeError(typed, latest) : null;

  const changeRange = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    if (isNightRange(next) && rangeError(next, latest) === null) onPick(next);
  };
  const errorAt = (end: 'from' | 'to') => {
    if (!isSupportedDay(typed[end])) return t('paediatrician.badNight');
    if (refusal?.field !== end) return null;
    return t(`paediatrician.${refusal.reason}`, { latest: format.day(latest), max: NIGHTS_MAX });
  };
  return (
    <div className={form.twoColumns}>
      <Field
        label={t('paediatrician.firstNight')}
        error={errorAt('from')}
        type="date"
        max={latest}
        value={typed.from}
        onChange={({ target }) => changeRange({ from: target.value })}
      />
      <Field
        label={t('paediatrician.lastNight')}
        error={errorAt('to')}
        type="date"
        max={latest}
        value={typed.to}
        onChange={({ target }) => changeRange({ to: target.value })}
      />
    </div>
  );
}

const isNightRange = (typed: { from: string; to: string }): typed is NightRange =>
  isSupportedDay(typed.from) && isSupportedDay(typed.to);
