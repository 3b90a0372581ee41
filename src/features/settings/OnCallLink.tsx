import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { readNightRow } from '@/db/queries';
import { onCallOf } from '@/domain/rota';
import { comingNight } from '@/domain/rotaCycle';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useShiftText } from '@/hooks/useShiftText';
import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';

/** Shows who is on call in the coming night, and links to the rota and the runbooks. */
export function OnCallLink() {
  const { t } = useTranslation();
  const { db, household, tonight } = useHousehold();
  const formatShift = useShiftText();
  const night = comingNight(household, tonight.nightRow, useNow(MINUTE_MS));
  const row = useLiveQuery(() => readNightRow(db, night), [db, night]);
  const shift = onCallOf({ night, row: row ?? null }, household);
  return (
    <SettingsSection title={t('rota.title')}>
      <p>{shift ? t('rota.household.tonight', { shift: formatShift(shift, night) }) : t('rota.household.none')}</p>
      <Link href="/household/on-call" className={controls.button}>
        {t('rota.household.link')}
      </Link>
    </SettingsSection>
  );
}
