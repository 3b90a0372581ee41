import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { BackToHousehold } from '@/components/BackToHousehold';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import type { Nap } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';
import { LatestNaps } from './LatestNaps';
import { NapSheet } from './NapSheet';
import { PatienceGauge } from './PatienceGauge';
import { useAddNap } from './useAddNap';
import { usePatienceGauges } from './usePatienceGauges';

/**
 * The screen of patience and naps: how much patience each caregiver has left, and the naps that
 * restored some of it.
 */
export default function NapsScreen() {
  const { t } = useTranslation();
  const { activeCaregivers, holder } = useHousehold();
  const now = useNow(MINUTE_MS);
  const gauges = usePatienceGauges(now);
  const [lastNap, setLastNap] = useState<Nap | null>(null);
  const [editing, setEditing] = useState<Nap | 'new' | null>(null);
  const addNap = useAddNap(gauges, setLastNap);
  usePage(t('naps.title'), gauges !== null);

  if (!gauges) return <main className={frame.page} />;
  // The holder of this phone comes first: most likely that caregiver has just had a nap.
  const others = activeCaregivers.filter((caregiver) => caregiver !== holder);
  const orderedCaregivers = [...activeCaregivers.filter((caregiver) => caregiver === holder), ...others];
  return (
    <main className={frame.page}>
      <BackToHousehold />
      <h1 className={frame.title}>{t('naps.title')}</h1>
      <p className={form.hint}>{t('naps.game')}</p>
      {orderedCaregivers.map((caregiver) => (
        <PatienceGauge key={caregiver.id} person={caregiver} gauges={gauges} lastNap={lastNap} onAdd={addNap} />
      ))}
      <Button onClick={() => setEditing('new')}>
        <Plus aria-hidden="true" size={20} />
        {t('naps.another')}
      </Button>
      <LatestNaps onEdit={setEditing} />
      {editing && (
        <NapSheet nap={editing === 'new' ? null : editing} now={now} onAdd={addNap} onClose={() => setEditing(null)} />
      )}
    </main>
  );
}
