import { useEffect, useState } from 'react';
import { LinkRow } from '@/components/rows/LinkRow';
import { useTranslation } from '@/i18n/useTranslation';
import { type FiguresState, readFiguresState } from './figuresState';
import { useAskFigures } from './useAskFigures';

/**
 * The row of the figures. What is published from another phone is said here, too: the log is
 * everybody's. The server says it; until then nothing is said.
 */
export function FiguresRow() {
  const { t } = useTranslation();
  const { ask } = useAskFigures();
  const [state, setState] = useState<FiguresState | null>(null);
  useEffect(() => {
    ask(readFiguresState).then((answer) => {
      if (answer.ok) setState(answer.value.state);
    });
  }, [ask]);
  return (
    <LinkRow
      page="phones/figures"
      title={t('figures.title')}
      {...(state && { state: t(`figures.row.${state}`) })}
      isUrgent={state === 'stopped'}
    />
  );
}
