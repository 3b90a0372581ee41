import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '@/components/Button';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { moveIncident } from '@/db/moveIncident';
import { nightOf } from '@/domain/night';
import { isSupportedDay } from '@/domain/rows/fields';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { formatMoment } from '@/i18n/formatMoment';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { wallClockAt } from '@/lib/zone';

type MoveSheetProps = FoldedIncident & { onClose: () => void };

/**
 * Asks on which day a wake-up began, moves its whole timeline there, and opens it in the night that
 * it belongs to now.
 */
export function MoveSheet({ incident, state, onClose }: MoveSheetProps) {
  const { t } = useTranslation();
  const { db, format, household } = useHousehold();
  const reportResult = useReportResult();
  const [, navigate] = useLocation();
  const [day, setDay] = useState<string>(() => wallClockAt(state.detectedAt, household).day);
  const [openedWith] = useState(state.detectedAt);
  const [error, setError] = useState<string | null>(null);

  const move = async (event: FormEvent) => {
    event.preventDefault();
    if (!isSupportedDay(day)) return setError(t('nights.moveNoDay'));
    const result = await moveIncident(db, { incidentId: incident.id, day, zone: household, now: readClock() });
    const movedAt = result.ok ? foldTimeline(result.value.undo.after.timeline)?.detectedAt : undefined;
    const message = () =>
      movedAt === undefined ? null : t('nights.toast.moved', { moment: formatMoment(movedAt, format, household) });
    if (!reportResult(result, { message, onRefused: setError })) return;
    onClose();
    if (movedAt !== undefined) navigate(`/nights/${nightOf(movedAt, household)}/${incident.id}`, { replace: true });
  };

  return (
    <Sheet title={t('nights.moveTitle')} onClose={onClose}>
      <ElsewhereHint state={state.detectedAt === openedWith ? 'same' : 'changed'} />
      <form className={form.form} noValidate onSubmit={move}>
        <Field
          label={t('nights.moveDay')}
          hint={t('nights.moveHint')}
          error={error}
          type="date"
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <Button variant="primary" type="submit">
          {t('common.save')}
        </Button>
      </form>
    </Sheet>
  );
}
