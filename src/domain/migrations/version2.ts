import type { Entry, EntryOf, Incident } from '@/domain/rows/incident';
import type { Runbook, RunbookStep } from '@/domain/rows/others';

/*
 * The migration of an incident from version 1 to version 2. In version 1 the outcome of a runbook's
 * step was a note, "✓ title" or "↷ title", and so was the choice of a runbook, "→ name". In
 * version 2 these are entries of two new kinds. The schemas fill in defaults for the other fields
 * that version 2 adds.
 *
 * The result depends only on the incident and the runbooks, and not on a clock or a random id, so
 * two phones that migrate the same rows write the same bytes. An entry keeps its id, `updatedAt`
 * and `deletedAt`. A version 1 file therefore merges into a version 2 log as before: the file is
 * migrated when it is read, and a note that both sides had becomes the same entry on both sides.
 */

type Note = EntryOf<'note'>;
type Outcome = EntryOf<'step'>['outcome'];

/** A note that begins with one of the three signs, split into its parts. */
interface SignedNote {
  note: Note;
  /** Null for a choice of a runbook. */
  outcome: Outcome | null;
  /** The title of a step, or the name of a runbook. */
  text: string;
}

const OUTCOMES: Record<string, Outcome | null> = { '✓': 'done', '↷': 'skipped', '→': null };

/**
 * Returns the incident with its signed notes replaced by entries of version 2. Returns the same
 * object if nothing changes.
 *
 * A note becomes the entry as which version 1 read it: the notes made under a runbook are matched
 * with its steps, each note with one step, in the order of the steps. A note that matches no step
 * stays a note, because its text must not be lost: a person typed it, or its step or runbook was
 * renamed since. A deleted note stays as it is, because version 1 did not read it.
 *
 * The turns of the steps are the same before and after, except for two faults of version 1. A note
 * that a person typed with a sign ended a wait or restarted the runbook. And an answer to one
 * runbook also answered a step with the same title in the next runbook.
 *
 * @param runbooks all runbooks that can be read, including deleted ones
 */
export function incidentToVersion2(incident: Incident, runbooks: readonly Runbook[]): Incident {
  const liveEntries = incident.timeline.filter(({ deletedAt }) => deletedAt === null);
  if (!liveEntries.some(signedNote)) return incident;
  const choices = choicesIn(liveEntries, incident.runbookId, runbooks);
  const steps = stepsIn(liveEntries, { choices, presentRunbookId: incident.runbookId, runbooks });
  if (choices.size === 0 && steps.size === 0) return incident;
  return { ...incident, timeline: incident.timeline.map((entry) => choices.get(entry) ?? steps.get(entry) ?? entry) };
}

function signedNote(entry: Entry): SignedNote | null {
  if (entry.kind !== 'note') return null;
  const outcome = entry.text[1] === ' ' ? OUTCOMES[entry.text.charAt(0)] : undefined;
  return outcome === undefined ? null : { note: entry, outcome, text: entry.text.slice(2) };
}

const withoutText = ({ kind: _kind, text: _text, ...fields }: Note) => fields;

type Choices = Map<Entry, EntryOf<'runbookChosen'>>;

function choicesIn(
  liveEntries: readonly Entry[],
  presentRunbookId: string | null,
  runbooks: readonly Runbook[],
): Choices {
  const choices: Choices = new Map();
  for (const entry of liveEntries) {
    const signed = signedNote(entry);
    if (signed?.outcome !== null) continue;
    const named = runbooks.filter(({ name }) => name === signed.text);
    // Several runbooks may have this name. The choice must not depend on the order they are read
    // in.
    const [chosen] = named.sort(
      (a, b) =>
        Number(b.id === presentRunbookId) - Number(a.id === presentRunbookId) ||
        Number(a.deletedAt !== null) - Number(b.deletedAt !== null) ||
        (a.id < b.id ? -1 : 1),
    );
    if (chosen) choices.set(entry, { ...withoutText(signed.note), kind: 'runbookChosen', runbookId: chosen.id });
  }
  return choices;
}

interface Followed {
  choices: Choices;
  /** The id of the runbook that the incident follows now. */
  presentRunbookId: string | null;
  runbooks: readonly Runbook[];
}

/**
 * Returns the step entry for each note that matches a step. Each part of an incident follows one
 * runbook, and the last part follows the present one.
 */
function stepsIn(
  liveEntries: readonly Entry[],
  { choices, presentRunbookId, runbooks }: Followed,
): Map<Entry, EntryOf<'step'>> {
  const stepEntries = new Map<Entry, EntryOf<'step'>>();
  const parts = partsOf(liveEntries, choices);
  let chosenId: string | null = null;
  for (const [index, part] of parts.entries()) {
    chosenId = part.map((entry) => choices.get(entry)).find(Boolean)?.runbookId ?? chosenId;
    const followed = index === parts.length - 1 || choices.size === 0 ? presentRunbookId : chosenId;
    const steps = runbooks.find(({ id }) => id === followed)?.steps ?? [];
    const notes = part.flatMap((entry) => signedNote(entry) ?? []).filter(({ outcome }) => outcome !== null);
    const stepOfNote = matchNotesToSteps(steps, notes);
    for (const signed of notes) {
      const { note, outcome, text } = signed;
      // There may be more notes than steps with this title. Version 1 read each of them as an
      // action.
      const step =
        stepOfNote.get(signed) ??
        steps.find(({ title }) => title === text) ??
        findStepByNoteId(signed, runbooks, steps);
      if (step)
        stepEntries.set(note, { ...withoutText(note), kind: 'step', stepId: step.id, outcome: outcome ?? 'done' });
    }
  }
  return stepEntries;
}

/**
 * Splits entries into parts that begin with a `detected`, a `reopened` or a choice of a runbook.
 */
function partsOf(liveEntries: readonly Entry[], choices: Choices): Entry[][] {
  const parts: Entry[][] = [[]];
  for (const entry of liveEntries) {
    if (entry.kind === 'detected' || entry.kind === 'reopened' || choices.has(entry)) parts.push([]);
    parts.at(-1)?.push(entry);
  }
  return parts;
}

/**
 * Returns the step that each note answered in version 1. A step was answered by the first note with
 * its title that had not answered an earlier step.
 */
function matchNotesToSteps(steps: readonly RunbookStep[], notes: readonly SignedNote[]): Map<SignedNote, RunbookStep> {
  const stepOfNote = new Map<SignedNote, RunbookStep>();
  for (const step of steps) {
    const noteWith = (outcome: Outcome) =>
      notes.find((signed) => signed.outcome === outcome && signed.text === step.title && !stepOfNote.has(signed));
    const canBeDone = step.kind === 'check' || step.kind === 'remedy';
    const signed = noteWith('skipped') ?? (canBeDone ? noteWith('done') : undefined);
    if (signed) stepOfNote.set(signed, step);
  }
  return stepOfNote;
}

/**
 * Finds the step of a note by the note's id, if the runbook of the note is not known: version 1
 * wrote the step's id into the id of the note. A step of the followed runbook is not returned,
 * because it has another title by now.
 */
const findStepByNoteId = (
  { note, outcome, text }: SignedNote,
  runbooks: readonly Runbook[],
  followed: readonly RunbookStep[],
): RunbookStep | undefined =>
  runbooks
    .flatMap(({ steps }) => steps)
    .filter(({ id }) => !followed.some((step) => step.id === id))
    .find(({ id, title }) => title === text && note.id.endsWith(`/${id}/${outcome === 'done' ? 'done' : 'skip'}`));
