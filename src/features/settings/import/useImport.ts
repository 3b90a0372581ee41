import { useEffect, useRef, useState } from 'react';
import type { FileProblem } from '@/importers/files/source';
import type { ChoiceOptions, UnknownTable } from '@/importers/readFiles';
import type { ImportAnswers, NamedFile, OpenedImport } from '@/logWorker/importTasks';
import { useWholeLog } from '../useWholeLog';
import { usePreview } from './usePreview';

export type ReadImport = Extract<OpenedImport, { ok: true }>;

type Step =
  | { at: 'choose'; problem: FileProblem | 'unread' | null }
  /** The columns of one table have to be matched by hand. */
  | { at: 'columns'; file: string; table: UnknownTable }
  | { at: 'read'; read: ReadImport; fileCount: number; answers: ImportAnswers };

const CHOOSE: Step = { at: 'choose', problem: null };

/**
 * The way of an import: files are chosen and read, questions answered, and what would come in is
 * shown anew after each answer.
 *
 * @param timeZone the zone of the household, whose walls the files' clocks hang on by default
 */
export function useImport(timeZone: string) {
  const work = useWholeLog();
  const [step, setStep] = useState<Step>(CHOOSE);
  const { preview, make } = usePreview(work);
  const chosen = useRef<{ files: readonly NamedFile[]; options: ChoiceOptions }>({
    files: [],
    options: { order: null },
  });

  const open = async (files: readonly NamedFile[], options: ChoiceOptions = { order: null }) => {
    // Files that are still being read give way to those that were chosen now.
    work.close();
    chosen.current = { files, options };
    const outcome = await work.run('openImport', { files, options });
    if ('cancelled' in outcome) return;
    if (!outcome.ok) return setStep({ at: 'choose', problem: 'unread' });
    const opened = outcome.value;
    if (opened.ok)
      return setStep((before) => ({
        at: 'read',
        read: opened,
        fileCount: files.length,
        answers: answersAfter(opened, before.at === 'read' ? before.answers : null),
      }));
    const { problem, unknownTable } = opened;
    setStep(unknownTable ? { at: 'columns', file: problem.file, table: unknownTable } : { at: 'choose', problem });
  };
  /** What was answered already stays, when the same files are read in another way. */
  const answersAfter = ({ presets }: ReadImport, before: ImportAnswers | null): ImportAnswers => ({
    people: {
      children: new Map([...presets.children, ...(before?.people.children ?? [])]),
      caregivers: new Map([...presets.caregivers, ...(before?.people.caregivers ?? [])]),
    },
    timeZone: before?.timeZone ?? timeZone,
    bringsBack: null,
  });

  const answers = step.at === 'read' && isAnswered(step.read, step.answers) ? step.answers : null;
  useEffect(() => {
    if (answers) void make(answers);
  }, [answers, make]);

  return {
    step,
    /** What would come in; null while it is being found out, or as long as a question is open. */
    preview: answers && preview,
    work,
    open,
    /** Reads the same files again, with what was said of their columns or their dates. */
    reopen: (said: Partial<ChoiceOptions>) => open(chosen.current.files, { ...chosen.current.options, ...said }),
    /** The columns that were matched so far, by the name of the file. */
    columns: chosen.current.options.columns,
    answer: (change: Partial<ImportAnswers>) => {
      setStep((before) => (before.at === 'read' ? { ...before, answers: { ...before.answers, ...change } } : before));
    },
    restart: () => {
      work.close();
      setStep(CHOOSE);
    },
  };
}

export type ImportFlow = ReturnType<typeof useImport>;

/** Whether everything is said that the files do not say. */
const isAnswered = ({ openOrder, people }: ReadImport, answers: ImportAnswers): boolean =>
  openOrder.length === 0 && people.children.every((key) => isPersonSaid(answers.people.children.get(key)));

/** A new child has to have a name. */
const isPersonSaid = (person: ReturnType<ImportAnswers['people']['children']['get']>): boolean =>
  person === null || (person !== undefined && (!('name' in person) || person.name.trim() !== ''));
