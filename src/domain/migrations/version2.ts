import type { Entry, EntryOf, Incident } from '@/domain/rows/incident';
import type { Runbook, RunbookStep } from '@/domain/rows/others';

/*
 * From version 1 to version 2. In version 1 what became of a runbook's step was a note, "✓ title" or
 * "↷ title", and so was the choice of a runbook, "→ name". In version 2 these are entries of their
 * own. The other fields that version 2 adds have plain defaults, which the schemas fill in.
 *
 * The result depends on the incident and on the runbooks alone, on no clock and on no random id: two
 * phones that migrate the same rows write the same bytes. An entry keeps its id and its stamps, so a
 * version 1 file merges into a version 2 log as before: the file is migrated when it is read, and
 * what was the same note on both sides is the same entry on both sides.
 */

type Note = EntryOf<'note'>;
type Outcome = EntryOf<'step'>['outcome'];

/** A note that begins with a sign, taken apart. */
interface SignedNote {
  note: Note;
  /** Null for a choice of a runbook. */
  outcome: Outcome | null;
  /** The title of a step, or the name of a runbook. */
  words: string;
}

const OUTCOMES: Record<string, Outcome | null> = { '✓': 'done', '↷': 'skipped', '→': null };

/**
 * The incident with its signed notes as version 2 has them; the same object where nothing changes.
 *
 * A note becomes the entry that version 1's engine read it as: the notes said to a runbook are given to
 * its steps, each note to one step, in the order of the steps. A note that fits no step stays a note: a
 * person typed it, or its step or runbook was renamed since, and its words must not be lost. A deleted
 * note was read by nothing, and stays as it is.
 *
 * What the engine makes of an incident is the same before and after, but for what was wrong in version
 * 1: a note that somebody typed with a sign ended a wait or began the runbook anew, and what was said
 * to one runbook was heard by the next one where two steps had the same title.
 *
 * @param runbooks all that can be read, deleted ones included
 */
export function incidentToVersion2(incident: Incident, runbooks: readonly Runbook[]): Incident {
  const live = incident.timeline.filter(({ deletedAt }) => deletedAt === null);
  if (!live.some(signedNote)) return incident;
  const choices = choicesIn(live, incident.runbookId, runbooks);
  const steps = stepsIn(live, { choices, present: incident.runbookId, runbooks });
  if (choices.size === 0 && steps.size === 0) return incident;
  return { ...incident, timeline: incident.timeline.map((entry) => choices.get(entry) ?? steps.get(entry) ?? entry) };
}

function signedNote(entry: Entry): SignedNote | null {
  if (entry.kind !== 'note') return null;
  const outcome = entry.text[1] === ' ' ? OUTCOMES[entry.text.charAt(0)] : undefined;
  return outcome === undefined ? null : { note: entry, outcome, words: entry.text.slice(2) };
}

const withoutText = ({ kind: _kind, text: _text, ...fields }: Note) => fields;

type Choices = Map<Entry, EntryOf<'runbookChosen'>>;

function choicesIn(live: readonly Entry[], present: string | null, runbooks: readonly Runbook[]): Choices {
  const choices: Choices = new Map();
  for (const entry of live) {
    const signed = signedNote(entry);
    if (signed?.outcome !== null) continue;
    const named = runbooks.filter(({ name }) => name === signed.words);
    // Several may have one name; which of them is meant must not depend on the order they are read in.
    const [chosen] = named.sort(
      (a, b) =>
        Number(b.id === present) - Number(a.id === present) ||
        Number(a.deletedAt !== null) - Number(b.deletedAt !== null) ||
        (a.id < b.id ? -1 : 1),
    );
    if (chosen) choices.set(entry, { ...withoutText(signed.note), kind: 'runbookChosen', runbookId: chosen.id });
  }
  return choices;
}

interface Followed {
  choices: Choices;
  /** The runbook that the incident follows by now. */
  present: string | null;
  runbooks: readonly Runbook[];
}

/** Each part of an incident that followed one runbook; the last part follows the present one. */
function stepsIn(live: readonly Entry[], { choices, present, runbooks }: Followed): Map<Entry, EntryOf<'step'>> {
  const found = new Map<Entry, EntryOf<'step'>>();
  const parts = partsOf(live, choices);
  let chosen: string | null = null;
  for (const [place, part] of parts.entries()) {
    chosen = part.map((entry) => choices.get(entry)).find(Boolean)?.runbookId ?? chosen;
    const followed = place === parts.length - 1 || choices.size === 0 ? present : chosen;
    const steps = runbooks.find(({ id }) => id === followed)?.steps ?? [];
    const notes = part.flatMap((entry) => signedNote(entry) ?? []).filter(({ outcome }) => outcome !== null);
    const taken = takenBy(steps, notes);
    for (const signed of notes) {
      const { note, outcome, words } = signed;
      // More notes than steps of that title: the engine took them for something that was done.
      const step =
        taken.get(signed) ?? steps.find(({ title }) => title === words) ?? namedById(signed, runbooks, steps);
      if (step) found.set(note, { ...withoutText(note), kind: 'step', stepId: step.id, outcome: outcome ?? 'done' });
    }
  }
  return found;
}

/** Each begins with a `detected`, a `reopened` or a choice of a runbook. */
function partsOf(live: readonly Entry[], choices: Choices): Entry[][] {
  const parts: Entry[][] = [[]];
  for (const entry of live) {
    if (entry.kind === 'detected' || entry.kind === 'reopened' || choices.has(entry)) parts.push([]);
    parts.at(-1)?.push(entry);
  }
  return parts;
}

/** Which note each step took in version 1: the first of its title that no step before it had taken. */
function takenBy(steps: readonly RunbookStep[], notes: readonly SignedNote[]): Map<SignedNote, RunbookStep> {
  const taken = new Map<SignedNote, RunbookStep>();
  for (const step of steps) {
    const noteWith = (outcome: Outcome) =>
      notes.find((signed) => signed.outcome === outcome && signed.words === step.title && !taken.has(signed));
    const canBeDone = step.kind === 'check' || step.kind === 'remedy';
    const signed = noteWith('skipped') ?? (canBeDone ? noteWith('done') : undefined);
    if (signed) taken.set(signed, step);
  }
  return taken;
}

/**
 * The app put the step's id into the id of the note it wrote: that tells it where the runbook is not
 * known. But no step of the runbook that was followed, which has another title by now.
 */
const namedById = (
  { note, outcome, words }: SignedNote,
  runbooks: readonly Runbook[],
  followed: readonly RunbookStep[],
): RunbookStep | undefined =>
  runbooks
    .flatMap(({ steps }) => steps)
    .filter(({ id }) => !followed.some((step) => step.id === id))
    .find(({ id, title }) => title === words && note.id.endsWith(`/${id}/${outcome === 'done' ? 'done' : 'skip'}`));
