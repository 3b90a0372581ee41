import { lazy, Suspense } from 'react';
import type { IncidentSheetsProps } from './openSheet';

/* No sheet is needed before the first tap. All of them are kept for offline use like all chunks. */
const MoreSheet = lazy(() => import('./MoreSheet'));
const StartTimeSheet = lazy(() => import('./StartTimeSheet'));
const EndTimeSheet = lazy(() => import('./EndTimeSheet'));
const HowItEndedSheet = lazy(() => import('./HowItEndedSheet'));
const NoteSheet = lazy(() => import('./NoteSheet'));
const RunbookSheet = lazy(() => import('./RunbookSheet'));
const HealthSheet = lazy(() => import('./HealthSheet'));
const ChoreOrHealthSheet = lazy(() => import('./ChoreOrHealthSheet'));

/** Everything of an incident that is one touch away, each in a sheet of its own. */
export function IncidentSheets(props: IncidentSheetsProps) {
  const { sheet, onOpen, shown, actions, now } = props;
  const onClose = () => onOpen(null);
  const child = { childId: shown.incident.childId, onClose };
  return (
    <Suspense>
      {sheet === 'more' && <MoreSheet {...props} onClose={onClose} />}
      {sheet === 'startTime' && <StartTimeSheet current={shown} now={now} onClose={onClose} />}
      {sheet === 'endTime' && <EndTimeSheet shown={shown} actions={actions} now={now} onClose={onClose} />}
      {sheet === 'howItEnded' && (
        <HowItEndedSheet
          shown={shown}
          name={props.view.nameOf(shown.incident.childId)}
          actions={actions}
          now={now}
          onAnotherTime={() => onOpen('endTime')}
          onClose={onClose}
        />
      )}
      {sheet === 'note' && <NoteSheet current={shown} onClose={onClose} />}
      {sheet === 'runbook' && <RunbookSheet current={shown} actions={actions} onClose={onClose} />}
      {(sheet === 'medicine' || sheet === 'temperature') && <HealthSheet kind={sheet} {...child} />}
      {sheet === 'chore' && <ChoreOrHealthSheet onlyChores onClose={onClose} />}
    </Suspense>
  );
}
