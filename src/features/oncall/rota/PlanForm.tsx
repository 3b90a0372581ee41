import { Choice } from '@/components/Choice';
import form from '@/components/form.module.css';
import { peopleOf } from '@/domain/rota';
import { type RotaPlan, rotationOf, TEMPLATES, type Template } from '@/domain/rotaTemplates';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';
import { Handover } from './Handover';
import { PersonChoice } from './PersonChoice';
import { TakesPart } from './TakesPart';
import { useChangeRotation } from './useChangeRotation';
import { usePersons } from './usePersons';
import { WeekStart } from './WeekStart';

interface PlanFormProps {
  /** Null: there is no rota, or it follows no template. */
  plan: RotaPlan | null;
  isOwn: boolean;
  tonight: Day;
  onOwn: (own: boolean) => void;
}

/** The rule by which the nights go round, as questions; every answer is written at once. */
export function PlanForm({ plan, isOwn, tonight, onOwn }: PlanFormProps) {
  const { t } = useWords();
  const { rotation } = useHousehold().household;
  const { active, isThere } = usePersons();
  const change = useChangeRotation();
  const templates = active.length < 2 ? TEMPLATES.filter((template) => template === 'always') : TEMPLATES;

  const write = (wanted: RotaPlan) => change(rotationOf(wanted));
  /** Who takes turns from now on: those who did and are still there, or everybody. */
  const planWith = (template: Template): RotaPlan => {
    const had = (plan?.order ?? peopleOf(rotation?.slots ?? [])).filter(isThere);
    const everybody = [...new Set([...had, ...active.map(({ id }) => id)])];
    const order = had.length > 1 ? had : everybody;
    const keepsWeek = plan && isWeekly(plan.template) && isWeekly(template);
    return {
      template,
      anchor: keepsWeek ? plan.anchor : tonight,
      order: template === 'always' ? order.slice(0, 2) : order,
      handoverAt: plan?.handoverAt ?? null,
    };
  };

  const pick = (template: Template | 'own' | null) => {
    onOwn(template === 'own');
    if (template === 'own' && !rotation) return write(planWith(active.length < 2 ? 'always' : 'nights'));
    if (template === null || template === 'own' || template === plan?.template) return;
    return write(planWith(template));
  };

  return (
    <>
      <Choice<Template | 'own' | null>
        label={t('rota.pattern')}
        options={[...templates, 'own' as const].map((value) => ({ value, label: t(`rota.templates.${value}`) }))}
        value={isOwn ? 'own' : (plan?.template ?? null)}
        onPick={pick}
      />
      {plan && !isOwn && (
        <>
          {plan.template === 'twoTwoThree' && <p className={form.hint}>{t('rota.twoTwoThreeHint')}</p>}
          {plan.template !== 'always' && active.length > 2 && (
            <TakesPart order={plan.order.filter(isThere)} onPick={(order) => write({ ...plan, order })} />
          )}
          <PersonChoice
            label={t(`rota.begins.${plan.template}`)}
            among={plan.template === 'always' ? active.map(({ id }) => id) : plan.order.filter(isThere)}
            value={plan.order[0] ?? null}
            onPick={(id) => id !== null && write({ ...plan, order: beginningWith(id, plan, isThere) })}
          />
          {plan.template === 'always' && active.length > 1 && (
            <PersonChoice
              label={t('rota.behind')}
              among={active.map(({ id }) => id).filter((id) => id !== plan.order[0])}
              orNobody
              value={plan.order[1] ?? null}
              onPick={(id) => write({ ...plan, order: [...plan.order.slice(0, 1), ...(id === null ? [] : [id])] })}
            />
          )}
          {isWeekly(plan.template) && (
            <WeekStart anchor={plan.anchor} tonight={tonight} onPick={(anchor) => write({ ...plan, anchor })} />
          )}
          {plan.order.length > 1 && (
            <Handover night={tonight} value={plan.handoverAt} onPick={(handoverAt) => write({ ...plan, handoverAt })} />
          )}
        </>
      )}
    </>
  );
}

const isWeekly = (template: Template): boolean => template === 'weeks' || template === 'twoTwoThree';

/** Round from that person on; where nobody takes turns, that person, and behind them whoever was there and still is. */
function beginningWith(id: string, { template, order }: RotaPlan, isThere: (id: string) => boolean): string[] {
  if (template !== 'always') return [...order.slice(order.indexOf(id)), ...order.slice(0, order.indexOf(id))];
  return [id, ...order.filter((other) => other !== id && isThere(other))].slice(0, order.length);
}
