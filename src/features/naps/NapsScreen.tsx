import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import type { Nap } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useWords } from '@/i18n/language';
import { MINUTE_MS } from '@/lib/time';
import { Gauge } from './Gauge';
import { LastNaps } from './LastNaps';
import { NapSheet } from './NapSheet';
import { useAddNap } from './useAddNap';
import { useGauges } from './useGauges';

/** A caregiver's recharge: what is left of everybody's patience, and the naps that give some of it back. */
export default function NapsScreen() {
  const { t } = useWords();
  const { activeCaregivers, holder } = useHousehold();
  const now = useNow(MINUTE_MS);
  const gauges = useGauges(now);
  const [logged, setLogged] = useState<Nap | null>(null);
  const [editing, setEditing] = useState<Nap | 'new' | null>(null);
  const add = useAddNap(gauges, setLogged);
  usePage(t('naps.title'), gauges !== null);

  if (!gauges) return <main className={frame.page} />;
  // Whoever holds the phone has just got up from the sofa.
  const people = [...activeCaregivers].sort((a, b) => Number(b === holder) - Number(a === holder));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('naps.title')}</h1>
      <p className={form.hint}>{t('naps.game')}</p>
      {people.map((person) => (
        <Gauge key={person.id} person={person} gauges={gauges} logged={logged} onAdd={add} />
      ))}
      <Button onClick={() => setEditing('new')}>
        <Plus aria-hidden="true" size={20} />
        {t('naps.another')}
      </Button>
      <LastNaps onEdit={setEditing} />
      {editing && (
        <NapSheet nap={editing === 'new' ? null : editing} now={now} onAdd={add} onClose={() => setEditing(null)} />
      )}
    </main>
  );
}
