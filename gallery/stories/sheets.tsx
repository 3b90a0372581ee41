import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Sheet } from '@/components/Sheet';
import { REMEDIES } from '@/domain/rows/incident';
import { useTranslation } from '@/i18n/useTranslation';
import { LONG_WORD } from '../literals';
import { State, Story } from '../Story';

/** Shows sheets, open where they are declared. Their button to close does nothing here. */
export function SheetStories() {
  const { t } = useTranslation();
  const doNothing = () => {};
  return (
    <Story name="Sheet">
      <State name="by day" frame="phone">
        <Sheet title={t('chores.newTitle')} onClose={doNothing}>
          <Field label={t('chores.what')} error={null} />
          <Field label={t('chores.minutes')} hint={t('chores.minutesHint')} error={null} />
          <Button variant="primary">{t('common.save')}</Button>
        </Sheet>
      </State>
      <State name="at night" frame="phone">
        <Sheet title={t('sheets.moreTitle')} night onClose={doNothing}>
          <Button night>{t('sheets.note')}</Button>
          <Button night>{t('sheets.chooseRunbook')}</Button>
          <Button night variant="quiet">
            {t('common.outcome.upForDay')}
          </Button>
        </Sheet>
      </State>
      <State name="absurd: a long word, and more than fits" frame="phone">
        <Sheet title={LONG_WORD} onClose={doNothing}>
          {REMEDIES.map((remedy) => (
            <Button key={remedy}>{t(`common.remedy.${remedy}`)}</Button>
          ))}
        </Sheet>
      </State>
    </Story>
  );
}
