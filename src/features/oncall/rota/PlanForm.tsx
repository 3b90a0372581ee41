import { Choice } from '@/components/Choice';
import form from '@/components/form.module.css';
import { peopleOf } from '@/domain/rota';
import { type RotaPlan, rotationOf, TEMPLATES, type Template } from '@/domain/rotaTemplates';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { HandoverField } from './HandoverField';
import { ParticipantsField } from './ParticipantsField';
import { PersonChoice } from './PersonChoice';
import { useChangeRotation } from './useChangeRotation';
import { useRotaCaregivers } from './useRotaCaregivers';
import { WeekStartField } from './WeekStartField';

interface PlanFormProps {
  /** Null when there is no rotation, or when the rotation follows no template. */
  plan: RotaPlan | null;
  isCustom: boolean;
  comingNight: Day;
  onCustomChange: (isCustom: boolean) => void;
}

/** The template of the rotation and its options. Every answer is saved at once. */
export function PlanForm({ plan, isCustom, comingNight, onCustomChange }: PlanFormProps) {
  const { t } = useTranslation();
  const { rotation } = useHousehold().household;
  const { active, isActive } = useRotaCaregivers();
  const change = useChangeRotation();
  const templates = active.length < 2 ? TEMPLATES.filter((template) => template === 'always') : TEMPLATES;

  const savePlan = (newPlan: RotaPlan) => change(rotationOf(newPlan));
  /**
   * The plan for a template. The order of the previous plan is kept, without archived caregivers;
   * if fewer than two are left of it, everybody takes turns.
   */
  const planFor = (template: Template): RotaPlan => {
    const previousOrder = (plan?.order ?? peopleOf(rotation?.slots ?? [])).filter(isActive);
    const everybody = [...new Set([...previousOrder, ...active.map(({ id }) => id)])];
    const order = previousOrder.length > 1 ? previousOrder : everybody;
    const keepsWeek = plan && isWeekly(plan.template) && isWeekly(template);
    return {
      template,
      anchor: keepsWeek ? plan.anchor : comingNight,
      order: template === 'always' ? order.slice(0, 2) : order,
      handoverAt: plan?.handoverAt ?? null,
    };
  };

  const pick = (template: Template | 'custom' | null) => {
    onCustomChange(template === 'custom');
    if (template === 'custom' && !rotation) return savePlan(planFor(active.length < 2 ? 'always' : 'nights'));
    if (template === null || template === 'custom' || template === plan?.template) return;
    return savePlan(planFor(template));
  };

  return (
    <>
      <Choice<Template | 'custom' | null>
        label={t('rota.pattern')}
        options={[...templates, 'custom' as const].map((value) => ({ value, label: t(`rota.templates.${value}`) }))}
        value={isCustom ? 'custom' : (plan?.template ?? null)}
        onPick={pick}
      />
      {plan && !isCustom && (
        <>
          {plan.template === 'twoTwoThree' && <p className={form.hint}>{t('rota.twoTwoThreeHint')}</p>}
          {plan.template !== 'always' && active.length > 2 && (
            <ParticipantsField order={plan.order.filter(isActive)} onPick={(order) => savePlan({ ...plan, order })} />
          )}
          <PersonChoice
            label={t(`rota.begins.${plan.template}`)}
            ids={plan.template === 'always' ? active.map(({ id }) => id) : plan.order.filter(isActive)}
            value={plan.order[0] ?? null}
            onPick={(id) => id !== null && savePlan({ ...plan, order: orderStartingWith(id, plan, isActive) })}
          />
          {plan.template === 'always' && active.length > 1 && (
            <PersonChoice
              label={t('rota.behind')}
              ids={active.map(({ id }) => id).filter((id) => id !== plan.order[0])}
              allowNobody
              value={plan.order[1] ?? null}
              onPick={(id) => savePlan({ ...plan, order: [...plan.order.slice(0, 1), ...(id === null ? [] : [id])] })}
            />
          )}
          {isWeekly(plan.template) && (
            <WeekStartField
              anchor={plan.anchor}
              comingNight={comingNight}
              onPick={(anchor) => savePlan({ ...plan, anchor })}
            />
          )}
          {plan.order.length > 1 && (
            <HandoverField
              night={comingNight}
              value={plan.handoverAt}
              onPick={(handoverAt) => savePlan({ ...plan, handoverAt })}
            />
          )}
        </>
      )}
    </>
  );
}

const isWeekly = (template: Template): boolean => template === 'weeks' || template === 'twoTwoThree';

/**
 * Returns the order that begins with `id`. In a rotation, the others follow in the same cyclic
 * order. In the template `always`, the previous primary becomes the backup if still active.
 */
function orderStartingWith(id: string, { template, order }: RotaPlan, isActive: (id: string) => boolean): string[] {
  if (template !== 'always') return [...order.slice(order.indexOf(id)), ...order.slice(0, order.indexOf(id))];
  return [id, ...order.filter((other) => other !== id && isActive(other))].slice(0, order.length);
}
