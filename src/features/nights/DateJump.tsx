import { useId } from 'react';
import { useLocation } from 'wouter';
import controls from '@/components/controls.module.css';
import { isSupportedDay } from '@/domain/rows/fields';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';

/** Opens the night of a date. A date that is only half typed opens nothing. */
export function DateJump({ first, latest }: { first: Day; latest: Day }) {
  const { t } = useTranslation();
  const id = useId();
  const [, navigate] = useLocation();
  const goTo = (day: string) => {
    if (isSupportedDay(day) && first <= day && day <= latest) navigate(`/nights/${day}`);
  };
  return (
    <div>
      <label htmlFor={id} className="visually-hidden">
        {t('nights.goToNight')}
      </label>
      <input
        id={id}
        type="date"
        className={controls.input}
        min={first}
        max={latest}
        onChange={({ target }) => goTo(target.value)}
      />
    </div>
  );
}
