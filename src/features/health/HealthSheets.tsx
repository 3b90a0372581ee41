import type { Dose, Observation, Temperature } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import type { Episode } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';
import { EpisodeSheet } from './EpisodeSheet';
import { MedicineSheet } from './MedicineSheet';
import { TemperatureSheet } from './TemperatureSheet';

/** What is being filled in, and of whom. A null row is a new one. */
export type Opened =
  | { what: 'episode'; child: Child; row: Episode | null }
  | { what: 'temperature'; child: Child; row: Temperature | null }
  | { what: 'medicine'; child: Child; row: Dose | null };

interface HealthSheetsProps {
  opened: Opened;
  now: Instant;
  onClose: () => void;
}

export function HealthSheets({ opened, now, onClose }: HealthSheetsProps) {
  switch (opened.what) {
    case 'episode':
      return <EpisodeSheet child={opened.child} episode={opened.row} now={now} onClose={onClose} />;
    case 'temperature':
      return <TemperatureSheet child={opened.child} taken={opened.row} onClose={onClose} />;
    case 'medicine':
      return <MedicineSheet child={opened.child} dose={opened.row} onClose={onClose} />;
  }
}

/** What is measured or given is changed where it was filled in. */
export const openedOf = (child: Child, row: Observation): Opened =>
  row.kind === 'medicine' ? { what: 'medicine', child, row } : { what: 'temperature', child, row };
