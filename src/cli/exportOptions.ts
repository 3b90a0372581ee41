import type { ParsedOptions } from './parseOptions';

/** A file for another tool, in the place of the figures (docs/exports.md). */
export type ExportRequest =
  | { kind: 'tables'; folder: string }
  | { kind: 'wakeUps' }
  | { kind: 'calendar' }
  | { kind: 'paediatrician'; child: string };

export const EXPORT_OPTIONS = {
  tables: { type: 'string' },
  'wake-ups': { type: 'boolean' },
  calendar: { type: 'boolean' },
  paediatrician: { type: 'string' },
  semicolons: { type: 'boolean' },
} as const;

/** Returns the files that a call asks for. More than one is for the caller to refuse. */
export function exportsAskedFor({ textOf, isSet }: Pick<ParsedOptions, 'textOf' | 'isSet'>): ExportRequest[] {
  const [folder, child] = [textOf('tables'), textOf('paediatrician')];
  return [
    ...(folder === null ? [] : [{ kind: 'tables', folder } as const]),
    ...(isSet('wake-ups') ? [{ kind: 'wakeUps' } as const] : []),
    ...(isSet('calendar') ? [{ kind: 'calendar' } as const] : []),
    ...(child === null ? [] : [{ kind: 'paediatrician', child } as const]),
  ];
}
