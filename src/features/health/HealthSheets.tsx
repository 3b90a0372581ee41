import type { Dose, Observation, Temperature } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import type { Episode } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';
import { EpisodeSheet } from './EpisodeSheet';
import { MedicineSheet } from './MedicineSheet';
import { TemperatureSheet } from './TemperatureSheet';

/** Which sheet is open, and for which child. With a null row, the sheet adds a new row. */
export type OpenSheet =
  | { kind: 'episode'; child: Child; row: Episode | null }
  | { kind: 'temperature'; child: Child; row: Temperature | null }
  | { kind: 'medicine'; child: Child; row: Dose | null };

interface HealthSheetsProps {
  opened: OpenSheet;
  now: Instant;
  onClose: () => void;
}

export function HealthSheets({ opened, now, onClose }: HealthSheetsProps) {
  switch (opened.kind) {
    case 'episode':
      return <EpisodeSheet child={opened.child} episode={opened.row} now={now} onClose={onClose} />;
    case 'temperature':
      return <TemperatureSheet child={opened.child} temperature={opened.row} onClose={onClose} />;
    case 'medicine':
      return <MedicineSheet child={opened.child} dose={opened.row} onClose={onClose} />;
  }
}

/** Returns the sheet that changes an observation. */
export const sheetFor = (child: Child, row: Observation): OpenSheet =>
  row.kind === 'medicine' ? { kind: 'medicine', child, row } : { kind: 'temperature', child, row };
