import { useState } from 'react';
import { Button } from '@/components/Button';
import { Section } from '@/components/Section';
import { planOf } from '@/domain/rotaTemplates';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { Calendar } from './Calendar';
import { Cycle } from './Cycle';
import { Gone } from './Gone';
import { PlanForm } from './PlanForm';
import { useChangeRotation } from './useChangeRotation';
import { usePersons } from './usePersons';
import { useRota } from './useRota';

/** Who has which night: the rule, and what it makes of the next two weeks. */
export function Rota() {
  const { t } = useWords();
  const { rotation } = useHousehold().household;
  const { active } = usePersons();
  const { tonight, nights } = useRota();
  const change = useChangeRotation();
  const [makesOwn, setMakesOwn] = useState(false);
  const plan = rotation && planOf(rotation, tonight);
  const isOwn = rotation !== null && (makesOwn || plan === null);

  return (
    <>
      <Section title={t('rota.title')} hint={t('rota.hint')}>
        {!rotation && <p>{t('rota.none')}</p>}
        {active.length < 2 && <p>{t('rota.alone')}</p>}
        {rotation && <Gone rotation={rotation} />}
        <PlanForm plan={plan} isOwn={isOwn} tonight={tonight} onOwn={setMakesOwn} />
        {rotation && isOwn && <Cycle rotation={rotation} tonight={tonight} />}
        {rotation && (
          <Button
            look="quiet"
            onClick={() => {
              setMakesOwn(false);
              change(null);
            }}
          >
            {t('rota.remove')}
          </Button>
        )}
      </Section>
      {nights?.some(({ shift }) => shift) && (
        <Section title={t('rota.calendar')} hint={t('rota.calendarHint')}>
          <Calendar nights={nights} />
        </Section>
      )}
    </>
  );
}
