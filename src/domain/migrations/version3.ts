import type { Runbook, RunbookStep } from '@/domain/rows/others';

/*
 * The migration of a runbook from version 2 to version 3. The standard runbook with which a
 * household began led to the parents' bed. Since version 3 no original does, and a household that
 * never changed it gets the present one. A household that changed a word of it keeps it as it is.
 *
 * The result depends only on the row, and keeps its id, `updatedAt` and `deletedAt`, so two phones
 * that migrate the same row write the same bytes. The texts are those of that version in both
 * languages; they stay here as they are, whatever the originals say later.
 *
 * The schema fills in the default of the one field that version 3 adds, `dueDate` of a child.
 */

/** The texts in the order of the steps. `look` and `cuddle` take the place of `ourBed`. */
interface StandardTexts {
  name: string;
  grace: string;
  wakeOnCall: string;
  wakeBackup: string;
  ourBed: string;
  look: string;
  cuddle: string;
  feed: string;
}

const TEXTS: readonly StandardTexts[] = [
  {
    name: 'Standard incident',
    grace: 'Hands off: most of them restart by themselves',
    wakeOnCall: 'Page whoever is on call',
    wakeBackup: 'No answer: page the backup',
    ourBed: 'Migrate the service to our bed',
    look: 'Look first: hot, cold, wet, or stuck?',
    cuddle: 'Cuddle. In the dark, without a word',
    feed: 'Feed. The root cause can wait until morning',
  },
  {
    name: 'Incident standard',
    grace: 'Ne toucher à rien\u00a0: souvent, ça redémarre tout seul',
    wakeOnCall: 'Réveiller l’astreinte',
    wakeBackup: 'Pas de réponse\u00a0: réveiller le renfort',
    ourBed: 'Migrer le service vers notre lit',
    look: 'Regarder d’abord\u00a0: chaud, froid, couche, doudou\u00a0?',
    cuddle: 'Câlin. Dans le noir, sans un mot',
    feed: 'Tétée ou biberon. La cause attendra demain',
  },
];

const NO_DETAILS = { seconds: null, level: null, remedy: null } as const;
const CUDDLE_SECONDS = 300;

const beforeVersion3 = (texts: StandardTexts): readonly RunbookStep[] => [
  { id: 'grace', title: texts.grace, ...NO_DETAILS, kind: 'wait' },
  { id: 'wakeOnCall', title: texts.wakeOnCall, ...NO_DETAILS, kind: 'escalate', seconds: 60, level: 1 },
  { id: 'wakeBackup', title: texts.wakeBackup, ...NO_DETAILS, kind: 'escalate', seconds: 60, level: 2 },
  { id: 'ourBed', title: texts.ourBed, ...NO_DETAILS, kind: 'remedy', remedy: 'co-sleep' },
  { id: 'feed', title: texts.feed, ...NO_DETAILS, kind: 'remedy', remedy: 'feed' },
];

/**
 * Returns the runbook as version 3 has it: the present standard one in place of an unchanged
 * original of version 2, in its language. Returns the same object if nothing changes.
 */
export function runbookToVersion3(runbook: Runbook): Runbook {
  if (runbook.id !== 'standard' || runbook.trigger !== 'standard') return runbook;
  const texts = TEXTS.find((each) => runbook.name === each.name && hasSteps(runbook, beforeVersion3(each)));
  if (!texts) return runbook;
  const steps = runbook.steps.flatMap((step): RunbookStep[] =>
    step.id === 'ourBed'
      ? [
          { id: 'look', title: texts.look, kind: 'check', ...NO_DETAILS },
          {
            id: 'cuddle',
            title: texts.cuddle,
            kind: 'remedy',
            ...NO_DETAILS,
            seconds: CUDDLE_SECONDS,
            remedy: 'cuddle',
          },
        ]
      : [step],
  );
  return { ...runbook, steps };
}

const FIELDS = ['id', 'title', 'kind', 'seconds', 'level', 'remedy'] as const;

const hasSteps = ({ steps }: Runbook, expected: readonly RunbookStep[]): boolean =>
  steps.length === expected.length &&
  expected.every((step, index) => FIELDS.every((field) => steps[index]?.[field] === step[field]));
