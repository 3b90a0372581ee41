import { newIncident } from '@/domain/defaults';
import { LINE_MAX, NAME_MAX, TEXT_MAX } from '@/domain/rows/fields';
import type { Entry, Incident } from '@/domain/rows/incident';
import { MIN_HOURS_MAX } from '@/domain/rows/others';
import type { RowOf } from '@/domain/rows/tables';
import { createDetected, createNote, createRemedy, createResolved } from '@/domain/timeline/createEntry';
import type { Line } from '@/importers/rules/attachPoints';
import type { ToldIncident, ToldObservation } from '@/importers/told';
import { idOfContent } from '@/lib/idOfContent';

/*
 * Rows of our tables from what files tell. Their ids are made of what they came of, and they are as
 * old as what they speak of: two phones that import one file write the same bytes, a second import
 * finds the rows of the first, and whatever a person changes is later.
 */

/** The ids that what is told stands for. */
export interface Names {
  /** Of a child, by what the files were told with. */
  childId: (child: string) => string;
  /** Null: nobody. */
  caregiverId: (name: string) => string | null;
}

export function incidentRow(told: ToldIncident, { childId: idOfChild, caregiverId }: Names): Incident {
  const { detected, resolved, by, lines, source, child } = told;
  const childId = idOfChild(child);
  const id = idOfContent('wake', source.tracker, childId, source.sourceId ?? detected.at);
  const whoIs = (name: string | null) => (name === null ? null : caregiverId(name));
  const moment = (kind: string, { at, estimated }: Line['at'], what: string | null = null) => ({
    id: idOfContent(id, kind, at, what),
    at,
    estimated,
    now: at,
  });
  const entryOf = (line: Line): Entry =>
    line.kind === 'note'
      ? createNote(moment('note', line.at, line.text), shorten(line.text, TEXT_MAX))
      : createRemedy(moment('remedy', line.at, line.remedy), whoIs(line.by), line.remedy);
  const timeline = [
    createDetected(moment('detected', detected), null, 'import'),
    ...lines.map(entryOf),
    createResolved(moment('resolved', resolved), whoIs(by), 'settled'),
  ];
  return newIncident(id, childId, timeline, resolved.at);
}

type ObservationRow = RowOf<'observations'>;

export function observationRow(told: ToldObservation, { childId: idOfChild }: Names): ObservationRow {
  const { tracker, at, sourceId } = told;
  const childId = idOfChild(told.child);
  const fields = (...value: (string | number)[]) => ({
    id: idOfContent(told.kind, tracker, childId, ...(sourceId === null ? [at, ...value] : [sourceId])),
    updatedAt: at,
    deletedAt: null,
    childId,
    at,
  });
  if (told.kind === 'temperature') return { ...fields(told.celsius), kind: told.kind, celsius: told.celsius };
  const { kind } = told;
  const minHours = told.minHours !== null && told.minHours <= MIN_HOURS_MAX ? told.minHours : null;
  const name = shorten(told.name, NAME_MAX);
  const amount = shorten(told.amount, LINE_MAX);
  return { ...fields(name, amount), kind, name, amount, minHours };
}

/** Cuts what is too long for a row, never within a character. */
export function shorten(text: string, max: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= max) return whole;
  const cut = whole.slice(0, max - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

/** Returns the id of a person that a file names and the log does not know. */
export const newPersonId = (table: 'children' | 'caregivers', name: string): string => idOfContent(table, name);
