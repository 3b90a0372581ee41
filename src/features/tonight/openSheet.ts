import type { FoldedIncident } from '@/domain/tonight';
import type { Instant } from '@/lib/time';
import type { Actions } from './useActions';
import type { IncidentScreen } from './useIncidentScreen';
import type { TonightView } from './useTonight';

/** The sheet that is open over an incident; null if none is. */
export type OpenSheet =
  | 'more'
  | 'startTime'
  | 'endTime'
  | 'howItEnded'
  | 'note'
  | 'runbook'
  | 'medicine'
  | 'temperature'
  | 'chore'
  | null;

export interface IncidentSheetsProps {
  sheet: OpenSheet;
  onOpen: (sheet: OpenSheet) => void;
  view: TonightView;
  /** The incident that the sheet is about. */
  shown: FoldedIncident;
  /** All open incidents in the order of their children. */
  sides: readonly FoldedIncident[];
  /** Makes the sheet be about another one of them. */
  onChoose?: (incidentId: string) => void;
  screen: IncidentScreen;
  actions: Actions;
  now: Instant;
}
