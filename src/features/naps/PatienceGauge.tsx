import type { CSSProperties } from 'react';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import type { Caregiver } from '@/domain/rows/household';
import type { Nap } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { addMs, MINUTE_MS } from '@/lib/time';
import styles from './naps.module.css';
import type { AddNapHandler } from './useAddNap';
import type { PatienceGauges } from './usePatienceGauges';

/** The naps offered as buttons: a power nap, half a sleep cycle and a whole one. */
const NAP_MINUTES = [20, 45, 90];

interface PatienceGaugeProps {
  person: Caregiver;
  gauges: PatienceGauges;
  /** The nap logged last on this screen; the gauge shows the points it restored. */
  lastNap: Nap | null;
  onAdd: AddNapHandler;
}

/** The patience gauge of one caregiver, with buttons that log a nap which ends now. */
export function PatienceGauge({ person, gauges, lastNap, onAdd }: PatienceGaugeProps) {
  const { t } = useTranslation();
  const { holder } = useHousehold();
  const remaining = gauges.remaining(person.id);
  const shownNap = lastNap?.caregiverId === person.id && gauges.hasNap(lastNap) ? lastNap : null;
  const gained = shownNap ? gauges.pointsGained(shownNap) : 0;
  const { name } = person;
  const barStyle = (points: number) =>
    ({ '--part': points / 100, '--paint': `var(--c-${person.color})` }) as CSSProperties;

  const logNap = (minutes: number) => {
    const now = readClock();
    return onAdd({ caregiverId: person.id, startedAt: addMs(now, -minutes * MINUTE_MS), endedAt: now });
  };

  return (
    <section className={form.section} aria-label={name}>
      <div className={styles.head}>
        <Avatar {...person} />
        <h2>{name}</h2>
        <strong>{t('naps.left', { left: remaining })}</strong>
      </div>
      <div
        className={styles.gauge}
        role="meter"
        aria-label={t('naps.patience')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={remaining}
        aria-valuetext={t('naps.left', { left: remaining })}
      >
        <div className={styles.remaining} style={barStyle(remaining - gained)} />
        {shownNap && <div key={shownNap.id} className={styles.gained} style={barStyle(gained)} />}
      </div>
      {shownNap && (
        <p className={styles.gainText}>{gained > 0 ? t('naps.gained', { points: gained }) : t('naps.full')}</p>
      )}
      <div className={styles.slept} role="group" aria-labelledby={`slept-${person.id}`}>
        <p id={`slept-${person.id}`} className={form.hint}>
          {person.id === holder?.id ? t('naps.iSlept') : t('naps.slept', { name })}
        </p>
        {NAP_MINUTES.map((minutes) => (
          <Button
            key={minutes}
            aria-label={t('naps.sleptFor', { name, count: minutes })}
            onClick={() => logNap(minutes)}
          >
            {t('naps.minutes', { count: minutes })}
          </Button>
        ))}
      </div>
    </section>
  );
}
