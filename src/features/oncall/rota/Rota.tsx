import { useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { SettingsSection } from '@/components/SettingsSection';
import { detectPlan } from '@/domain/rotaTemplates';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { Calendar } from './Calendar';
import { Cycle } from './Cycle';
import { FormerCaregivers } from './FormerCaregivers';
import { PlanForm } from './PlanForm';
import { useChangeRotation } from './useChangeRotation';
import { useRota } from './useRota';
import { useRotaCaregivers } from './useRotaCaregivers';

/** The plan of the rota, and the calendar of the next fourteen nights. */
export function Rota() {
  const { t } = useTranslation();
  const { rotation } = useHousehold().household;
  const { active } = useRotaCaregivers();
  const { comingNight, nights } = useRota();
  const change = useChangeRotation();
  const [isCustomizing, setIsCustomizing] = useState(false);
  const plan = rotation && detectPlan(rotation, comingNight);
  const isCustom = rotation !== null && (isCustomizing || plan === null);

  return (
    <>
      <div className={form.section}>
        {!rotation && <p>{t('rota.none')}</p>}
        {active.length < 2 && <p>{t('rota.alone')}</p>}
        {rotation && <FormerCaregivers rotation={rotation} />}
        <PlanForm plan={plan} isCustom={isCustom} comingNight={comingNight} onCustomChange={setIsCustomizing} />
        {rotation && isCustom && <Cycle rotation={rotation} comingNight={comingNight} />}
        {rotation && (
          <Button
            variant="quiet"
            onClick={() => {
              setIsCustomizing(false);
              change(null);
            }}
          >
            {t('rota.remove')}
          </Button>
        )}
      </div>
      {nights?.some(({ shift }) => shift) && (
        <>
          <SettingsSection title={t('rota.calendar')} hint={t('rota.calendarHint')}>
            <Calendar nights={nights} />
          </SettingsSection>
          {rotation && (
            <RowGroup>
              <LinkRow page="export" title={t('exporting.rotaRow.title')} state={t('exporting.rotaRow.state')} />
            </RowGroup>
          )}
        </>
      )}
    </>
  );
}
