import { useState } from 'react';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { isDay } from '@/domain/rows/fields';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';
import { NIGHTS_MAX, refusalOf } from './range';

interface OwnNightsProps {
  range: NightRange;
  /** The last night that has begun. */
  latest: Day;
  onPick: (range: NightRange) => void;
}

/** From one night to another. What makes no report is said at its day, and the pages stay as they were. */
export function OwnNights({ range, latest, onPick }: OwnNightsProps) {
  const { t } = useWords();
  const { format } = useHousehold();
  const [typed, setTyped] = useState<{ from: string; to: string }>(range);
  const refusal = isRange(typed) ? refusalOf(typed, latest) : null;

  const type = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    if (isRange(next) && refusalOf(next, latest) === null) onPick(next);
  };
  const errorAt = (end: 'from' | 'to') => {
    if (!isDay(typed[end])) return t('paediatrician.badNight');
    if (refusal?.at !== end) return null;
    return t(`paediatrician.${refusal.why}`, { latest: format.day(latest), max: NIGHTS_MAX });
  };
  return (
    <div className={form.two}>
      <Field
        label={t('paediatrician.firstNight')}
        error={errorAt('from')}
        type="date"
        max={latest}
        value={typed.from}
        onChange={({ target }) => type({ from: target.value })}
      />
      <Field
        label={t('paediatrician.lastNight')}
        error={errorAt('to')}
        type="date"
        max={latest}
        value={typed.to}
        onChange={({ target }) => type({ to: target.value })}
      />
    </div>
  );
}

const isRange = (typed: { from: string; to: string }): typed is NightRange => isDay(typed.from) && isDay(typed.to);
