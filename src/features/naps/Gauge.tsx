import type { CSSProperties } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { PersonMark } from '@/components/PersonMark';
import type { Caregiver } from '@/domain/rows/household';
import type { Nap } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { after, MINUTE_MS } from '@/lib/time';
import styles from './naps.module.css';
import type { LogNap } from './useAddNap';
import type { Gauges } from './useGauges';

/** A power nap, half a cycle, a whole one: what a sofa has to offer. */
const MINUTES = [20, 45, 90];

interface GaugeProps {
  person: Caregiver;
  gauges: Gauges;
  /** The nap that was logged last on this screen: the gauge shows what came of it. */
  logged: Nap | null;
  onAdd: LogNap;
}

/** What is left in one caregiver, and the tap that says they have slept. */
export function Gauge({ person, gauges, logged, onAdd }: GaugeProps) {
  const { t } = useWords();
  const { holder } = useHousehold();
  const left = gauges.left(person.id);
  const shown = logged?.caregiverId === person.id && gauges.knows(logged) ? logged : null;
  const gained = shown ? gauges.gain(shown) : 0;
  const { name } = person;
  const part = (points: number) => ({ '--part': points / 100, '--paint': `var(--c-${person.color})` }) as CSSProperties;

  const slept = (minutes: number) => {
    const now = readClock();
    return onAdd({ caregiverId: person.id, startedAt: after(now, -minutes * MINUTE_MS), endedAt: now });
  };

  return (
    <section className={form.section} aria-label={name}>
      <div className={styles.head}>
        <PersonMark {...person} />
        <h2>{name}</h2>
        <strong>{t('naps.left', { left })}</strong>
      </div>
      <div
        className={styles.gauge}
        role="meter"
        aria-label={t('naps.patience')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={left}
        aria-valuetext={t('naps.left', { left })}
      >
        <div className={styles.left} style={part(left - gained)} />
        {shown && <div key={shown.id} className={styles.gained} style={part(gained)} />}
      </div>
      {shown && <p className={styles.gain}>{gained > 0 ? t('naps.gained', { points: gained }) : t('naps.full')}</p>}
      <div className={styles.slept} role="group" aria-labelledby={`slept-${person.id}`}>
        <p id={`slept-${person.id}`} className={form.hint}>
          {person.id === holder?.id ? t('naps.iSlept') : t('naps.slept', { name })}
        </p>
        {MINUTES.map((count) => (
          <Button key={count} aria-label={t('naps.sleptFor', { name, count })} onClick={() => slept(count)}>
            {t('naps.minutes', { count })}
          </Button>
        ))}
      </div>
    </section>
  );
}
