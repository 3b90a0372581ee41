import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { readRunbooks } from '@/db/queries';
import { addRunbook, changeRunbook, removeRunbook } from '@/db/runbooks';
import type { RunbookStep } from '@/domain/rows/others';
import {
  encodeSharedRunbook,
  parseSharedCode,
  parseSharedText,
  type SharedRunbook,
  serializeSharedRunbook,
} from '@/domain/runbook/share';

import RunbookScreens from '@/features/oncall/RunbookScreens';
import { writeOriginalRunbooks } from '@/hooks/originalRunbooks';
import type { Language } from '@/i18n/translator';
import { loadTranslation } from '@/i18n/useTranslation';
import { exampleText } from '../../support/backup';
import { householdDatabase } from '../../support/database';
import { tonightAt } from '../../support/factories';
import { screenStarter, setNow, statusText } from '../../support/screen';

const startScreen = screenStarter([/^\/household\/(?:runbooks|on-call\/.+)$/, RunbookScreens]);

const now = tonightAt('10:00');

async function open(hash = '#/household/runbooks', language: Language = 'en') {
  setNow('10:00');
  const db = await householdDatabase();
  await writeOriginalRunbooks(db, await loadTranslation(language, []));
  const started = await startScreen({ db, hash, language });
  return {
    ...started,
    findRunbook: async (id: string) => (await readRunbooks(db)).find((runbook) => runbook.id === id),
  };
}
async function openStandard() {
  const opened = await open('#/household/on-call/standard');
  await screen.findByRole('heading', { level: 1, name: 'Standard incident' });
  return opened;
}

const sheet = () => within(screen.getByRole('dialog'));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const titles = () =>
  [...document.querySelectorAll('ol > li')].map((row) => row.querySelector('strong')?.textContent ?? '');
const GRACE_TITLE = 'Hands off: most of them restart by themselves';
const PAGE_TITLE = 'Page whoever is on call';

const granny: SharedRunbook = {
  name: 'Granny’s way',
  trigger: 'standard',
  steps: [
    { title: '<img src=x onerror=alert(1)>', kind: 'remedy', seconds: 90, level: null, remedy: 'song' },
    { title: 'Wake Grandpa', kind: 'escalate', seconds: 60, level: 2, remedy: null },
  ],
};

/** A file as a file picker returns it. `arrayBuffer` is added, since jsdom's File has none. */
const fileWith = (text: string): File =>
  Object.assign(new File([text], 'runbook.json', { type: 'application/json' }), {
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  });
const pickFile = (user: Awaited<ReturnType<typeof open>>['user'], text: string) =>
  user.upload(screen.getByLabelText('Add one from a file', { selector: 'input' }), fileWith(text));

describe('the list of runbooks', () => {
  it('shows the name, purpose and number of steps of each runbook', async () => {
    await open();
    expect(await screen.findByRole('link', { name: /Standard incident\s*For every wake-up\s*6 steps/ })).toBeVisible();
    expect(screen.getByRole('link', { name: /When the other parent takes it\s*5 steps/ })).toBeVisible();
    expect(screen.getByRole('link', { name: /When two are awake at once\s*6 steps/ })).toBeVisible();
  });

  it('shows French runbooks in a French household', async () => {
    await open('#/household/runbooks', 'fr');
    expect(
      await screen.findByRole('link', { name: /Incident standard\s*Pour chaque réveil\s*6 étapes/ }),
    ).toBeVisible();
  });

  it('adds a runbook and opens its page at once', async () => {
    const { user, db } = await open();
    await user.click(await screen.findByRole('button', { name: 'New runbook' }));
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    expect(await sheet().findByText('A name needs at least one letter.')).toBeVisible();
    await user.type(sheet().getByLabelText('Name'), 'Teething');
    await user.click(sheet().getByRole('button', { name: 'When the other parent takes it' }));
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Teething' })).toBeVisible();
    expect(screen.getByText(/at night this runbook would keep silent/)).toBeVisible();
    expect((await readRunbooks(db)).find(({ name }) => name === 'Teething')).toMatchObject({
      trigger: 'degraded',
      steps: [],
    });
  });

  it('brings a deleted runbook back with undo, and an original also later', async () => {
    const { user, db, findRunbook } = await openStandard();
    await user.click(button('Delete this runbook'));
    expect(await screen.findByText('Standard incident deleted')).toBeVisible();
    await user.click(button('Undo'));
    expect(await screen.findByRole('link', { name: /Standard incident/ })).toBeVisible();
    await removeRunbook(db, { id: 'standard', now });
    await user.click(await screen.findByRole('button', { name: 'Bring back “Standard incident”' }));
    expect(await screen.findByRole('link', { name: /Standard incident/ })).toBeVisible();
    expect(await findRunbook('standard')).toMatchObject({ deletedAt: null });
  });
});

describe('the name of a runbook', () => {
  it('saves a changed name with Enter, and undo restores the former name', async () => {
    const { user, findRunbook } = await openStandard();
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), 'Our way{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Our way' })).toBeVisible();
    await user.click(button('Undo'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Standard incident' })).toBeVisible();
    expect(await findRunbook('standard')).toMatchObject({ name: 'Standard incident' });
  });

  it('refuses an empty name with an error at the field', async () => {
    const { user, findRunbook } = await openStandard();
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), ' {Enter}');
    expect(await screen.findByText('A name needs at least one letter.')).toBeVisible();
    expect(await findRunbook('standard')).toMatchObject({ name: 'Standard incident' });
  });
});

describe('a step', () => {
  it('adds a new step at the end', async () => {
    const { user, findRunbook } = await openStandard();
    await user.click(button('Add a step'));
    await user.type(sheet().getByLabelText('What to do'), 'Hum');
    await user.click(sheet().getByRole('button', { name: 'Try something' }));
    await user.click(sheet().getByRole('button', { name: 'Song' }));
    await user.type(sheet().getByLabelText('How long to try it'), '1:30');
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Step added')).toBeVisible();
    expect(await screen.findByRole('button', { name: /^Hum\s*Song · 01:30$/ })).toBeVisible();
    const saved = (await findRunbook('standard'))?.steps.at(-1);
    expect(saved).toMatchObject({ title: 'Hum', kind: 'remedy', remedy: 'song', seconds: 90, level: null });
  });

  it('removes the level of the former kind when the kind of a step changes', async () => {
    const { user, findRunbook } = await openStandard();
    await user.click(button(/^Page whoever is on call/));
    await user.click(sheet().getByRole('button', { name: 'Wait' }));
    await user.clear(sheet().getByLabelText('How long'));
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Changed')).toBeVisible();
    expect((await findRunbook('standard'))?.steps[1]).toEqual({
      id: 'wakeOnCall',
      title: PAGE_TITLE,
      kind: 'wait',
      seconds: null,
      level: null,
      remedy: null,
    });
  });

  it('deletes a step, and undo restores it', async () => {
    const { user } = await openStandard();
    await user.click(button(/^Page whoever is on call/));
    await user.click(sheet().getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(titles()).toHaveLength(5));
    await user.click(button('Undo'));
    await waitFor(() => expect(titles()).toHaveLength(6));
  });

  it('says why a baby has a bed of its own where a step leads to the parents’ bed, and only there', async () => {
    const { user } = await openStandard();
    await user.click(button('Add a step'));
    await user.click(sheet().getByRole('button', { name: 'Try something' }));
    expect(sheet().queryByRole('note')).toBeNull();
    await user.click(sheet().getByRole('button', { name: 'To our bed' }));
    expect(sheet().getByRole('note')).toHaveTextContent(/the baby’s own bed.*never a sofa/);
    await user.click(sheet().getByRole('button', { name: 'Cuddle' }));
    expect(sheet().queryByRole('note')).toBeNull();
  });

  it('shows one error at each invalid field, and changes nothing', async () => {
    const { user, findRunbook } = await openStandard();
    const before = await findRunbook('standard');
    await user.click(button('Add a step'));
    await user.click(sheet().getByRole('button', { name: 'Try something' }));
    await user.type(sheet().getByLabelText('How long to try it'), 'ages');
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    expect(sheet().getByText('Say what is to be done.')).toBeVisible();
    expect(sheet().getByText('Choose what to try.')).toBeVisible();
    expect(sheet().getByText(/^Write minutes and seconds, as 1:30, up to 12\s?h\s?00\.$/)).toBeVisible();
    expect(sheet().getByLabelText('What to do')).toHaveFocus();
    fireEvent.change(sheet().getByLabelText('What to do'), { target: { value: 'x'.repeat(201) } });
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    expect(sheet().getByText('Too long for one eye: 200 characters at most.')).toBeVisible();
    expect(await findRunbook('standard')).toEqual(before);
  });

  it('does not allow another step when the runbook has 100 steps', async () => {
    const { db, findRunbook } = await openStandard();
    const [step] = (await findRunbook('standard'))?.steps ?? [];
    const steps = Array.from({ length: 100 }, (_, index) => ({ ...step, id: `${index}` }) as RunbookStep);
    await changeRunbook(db, { id: 'standard', change: { steps }, now });
    expect(await screen.findByText(/Its 100 steps are all taken/)).toBeVisible();
    expect(button('Add a step')).toBeDisabled();
  });

  it('shows markup in the title of a step as text', async () => {
    const { db } = await openStandard();
    const steps = granny.steps.map((step, index) => ({ id: `${index}`, ...step }));
    await changeRunbook(db, { id: 'standard', change: { steps }, now });
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeVisible();
    expect(document.querySelector('main img')).toBeNull();
  });
});

describe('the order of the steps', () => {
  it('moves a step with the arrow keys, announces the new position, keeps the focus, and can be undone', async () => {
    const { user, findRunbook } = await openStandard();
    button(`Move step 1, ${GRACE_TITLE}`).focus();
    await user.keyboard('{ArrowUp}');
    expect(titles()[0]).toBe(GRACE_TITLE);
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(statusText()).toMatch('Now step 2 of 6'));
    expect(button(`Move step 2, ${GRACE_TITLE}`)).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(statusText()).toMatch('Now step 3 of 6'));
    expect(titles()[2]).toBe(GRACE_TITLE);
    expect((await findRunbook('standard'))?.steps[2]?.id).toBe('grace');
    await user.click(button('Undo (2)'));
    await waitFor(() => expect(titles()[1]).toBe(GRACE_TITLE));
  });

  it('moves a step with the arrow buttons, which do nothing at the ends', async () => {
    const { user, findRunbook } = await openStandard();
    await user.click(button(`Move up: ${PAGE_TITLE}`));
    await waitFor(() => expect(statusText()).toMatch('Now step 1 of 6'));
    expect(button(`Move up: ${PAGE_TITLE}`)).toHaveFocus();
    expect(button(`Move up: ${PAGE_TITLE}`)).toHaveAttribute('aria-disabled', 'true');
    await user.click(button(`Move up: ${PAGE_TITLE}`));
    expect((await findRunbook('standard'))?.steps.map(({ id }) => id).slice(0, 2)).toEqual(['wakeOnCall', 'grace']);
  });

  it('moves a step by dragging; Escape cancels the drag', async () => {
    const { user, findRunbook } = await openStandard();
    // Each row is 100 px high, one below the other.
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      const index = [...(this.parentElement?.children ?? [])].indexOf(this);
      return { top: index * 100, height: 100 } as DOMRect;
    });
    HTMLElement.prototype.setPointerCapture ??= () => {};
    const drag = (to: number) => {
      const handle = button(`Move step 1, ${GRACE_TITLE}`);
      fireEvent.pointerDown(handle, { button: 0, isPrimary: true, pointerId: 1, clientY: 50 });
      fireEvent.pointerMove(handle, { pointerId: 1, clientY: to });
      return handle;
    };
    drag(260);
    await user.keyboard('{Escape}');
    fireEvent.pointerUp(button(`Move step 1, ${GRACE_TITLE}`), { pointerId: 1 });
    expect(titles()[0]).toBe(GRACE_TITLE);

    fireEvent.pointerUp(drag(260), { pointerId: 1 });
    expect(titles()[2]).toBe(GRACE_TITLE);
    await waitFor(async () => expect((await findRunbook('standard'))?.steps[2]?.id).toBe('grace'));
  });
});

describe('a change in another window', () => {
  it('shows a change to the runbook made in another window', async () => {
    const { db } = await openStandard();
    await changeRunbook(db, { id: 'standard', change: { name: 'Theirs', steps: [] }, now });
    expect(await screen.findByRole('heading', { level: 1, name: 'Theirs' })).toBeVisible();
    expect(screen.getByLabelText('Name')).toHaveValue('Theirs');
    expect(titles()).toEqual([]);
  });

  it('warns when another window changes the edited step; saving keeps the changes to the other steps', async () => {
    const { user, db, findRunbook } = await openStandard();
    await user.click(button(/^Page whoever is on call/));
    const steps = (await findRunbook('standard'))?.steps ?? [];
    const changedSteps = steps.slice(0, 2).map((step) => ({ ...step, title: `Theirs: ${step.id}` }));
    await changeRunbook(db, { id: 'standard', change: { steps: changedSteps }, now });
    expect(await sheet().findByText(/changed in another window/)).toBeVisible();
    await user.click(sheet().getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(titles()).toEqual(['Theirs: grace', PAGE_TITLE]));
  });

  it('shows a warning and disables “Save” when another window deletes the edited step', async () => {
    const { user, db, findRunbook } = await openStandard();
    await user.click(button(/^Page whoever is on call/));
    await changeRunbook(db, { id: 'standard', change: { steps: [] }, now });
    expect(await sheet().findByText(/This step was deleted in another window/)).toBeVisible();
    expect(sheet().getByRole('button', { name: 'Save' })).toBeDisabled();
    expect((await findRunbook('standard'))?.steps).toEqual([]);
  });

  it('shows a message with a link back when another window deletes the runbook', async () => {
    const { db, user } = await openStandard();
    await removeRunbook(db, { id: 'standard', now });
    expect(await screen.findByText(/This runbook is no longer there/)).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Runbooks' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Runbooks' })).toBeVisible();
  });
});

it('resets a changed original runbook, and undo restores the change', async () => {
  const { user, db, findRunbook } = await openStandard();
  expect(screen.queryByRole('button', { name: 'Reset to the original' })).toBeNull();
  await changeRunbook(db, { id: 'standard', change: { name: 'Ours', steps: [] }, now });
  await user.click(await screen.findByRole('button', { name: 'Reset to the original' }));
  await waitFor(() => expect(statusText()).toMatch('Standard incident: the original again'));
  expect((await findRunbook('standard'))?.steps).toHaveLength(6);
  await user.click(button('Undo'));
  expect(await screen.findByRole('heading', { level: 1, name: 'Ours' })).toBeVisible();
});

it('opens a runbook whose id has special characters', async () => {
  const { db, user } = await open();
  const id = 'a/b?c=é%2F#d';
  await addRunbook(db, { id, fields: { name: 'Odd', trigger: 'custom', steps: [] }, now });
  await user.click(await screen.findByRole('link', { name: /^Odd/ }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Odd' })).toBeVisible();
});

describe('sharing', () => {
  it('saves a file that can be parsed again', async () => {
    const { user, findRunbook } = await openStandard();
    const saved: { name: string; blob: Blob }[] = [];
    let last = new Blob();
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        last = blob;
        return 'blob:runbook';
      },
      revokeObjectURL: () => {},
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: last });
    });
    await user.click(button('Share as a file'));
    await waitFor(() => expect(statusText()).toMatch('infernalops-runbook-standard-incident.json'));
    const text = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsText(saved[0]?.blob ?? new Blob());
    });
    const steps = (await findRunbook('standard'))?.steps.map(({ id: _id, ...step }) => step);
    expect(parseSharedText(text)).toEqual({
      ok: true,
      runbook: { name: 'Standard incident', trigger: 'standard', steps },
    });
  });

  it('copies a link with the whole runbook in its hash, or shows the link when copying fails', async () => {
    const { user } = await openStandard();
    await user.click(button('Copy the link'));
    await waitFor(() => expect(statusText()).toMatch('Link copied'));
    const link = new URL(await navigator.clipboard.readText());
    expect(link.hash).toMatch(/^#\/household\/on-call\/add\/[\w-]+$/);
    expect(parseSharedCode(link.hash.split('/').at(-1) ?? '')).toMatchObject({
      runbook: { name: 'Standard incident' },
    });

    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await user.click(button('Copy the link'));
    expect(await screen.findByDisplayValue(link.href)).toBeVisible();
  });
});

describe('a shared runbook', () => {
  it('shows a runbook from a link before adding it, and removes the link from the address', async () => {
    const { db, user } = await open(`#/household/on-call/add/${encodeSharedRunbook(granny)}`);
    expect(await screen.findByRole('dialog', { name: 'A runbook from elsewhere' })).toBeVisible();
    expect(location.hash).toBe('#/household/runbooks');
    expect(sheet().getByText('Granny’s way')).toBeVisible();
    // A shared runbook never replaces the household's standard runbook.
    expect(sheet().getByText('When you choose it')).toBeVisible();
    expect(sheet().getByText('<img src=x onerror=alert(1)>')).toBeVisible();
    expect(document.querySelector('dialog img')).toBeNull();
    expect(await db.runbooks.count()).toBe(3);

    await user.click(sheet().getByRole('button', { name: 'Add it' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Granny’s way' })).toBeVisible();
    const [added] = (await readRunbooks(db)).filter(({ trigger }) => trigger === 'custom');
    expect(added?.steps.map(({ id: _id, ...step }) => step)).toEqual(granny.steps);
    expect(new Set(added?.steps.map(({ id }) => id)).size).toBe(2);
    await user.click(button('Undo'));
    expect(await screen.findByText(/This runbook is no longer there/)).toBeVisible();
  });

  it('shows a runbook from a link when the installed app is already running', async () => {
    let launch: ((launched: { targetURL: string }) => void) | undefined;
    vi.stubGlobal('launchQueue', { setConsumer: (consumer: typeof launch) => (launch = consumer) });
    await open('#/');
    await screen.findByRole('navigation');
    launch?.({ targetURL: `${location.origin}/#/household/on-call/add/${encodeSharedRunbook(granny)}` });
    expect(await screen.findByRole('dialog', { name: 'A runbook from elsewhere' })).toBeVisible();
    vi.unstubAllGlobals();
  });

  it('does not add a shared runbook that is declined', async () => {
    const { db, user } = await open(`#/household/on-call/add/${encodeSharedRunbook(granny)}`);
    await user.click(await screen.findByRole('button', { name: 'Leave it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await db.runbooks.count()).toBe(3);
  });

  it('shows one sentence that refuses an incomplete link', async () => {
    const { db, user } = await open(`#/household/on-call/add/${encodeSharedRunbook(granny).slice(0, 80)}`);
    expect(await screen.findByRole('dialog', { name: 'This link has no runbook' })).toBeVisible();
    expect(sheet().getByText(/^This is no whole runbook: .* Nothing was changed\.$/)).toBeVisible();
    expect(location.hash).toBe('#/household/runbooks');
    await user.click(sheet().getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await db.runbooks.count()).toBe(3);
  });

  it('shows a runbook from a file before adding it', async () => {
    const { user, db } = await open();
    await screen.findByRole('link', { name: /Standard/ });
    await pickFile(user, serializeSharedRunbook(granny));
    await user.click(await screen.findByRole('button', { name: 'Add it' }));
    await waitFor(async () => expect(await db.runbooks.count()).toBe(4));
  });

  it.each([
    ['hello', 'This is no whole runbook: it may be cut off, or something else.'],
    [exampleText(), 'This is a backup of a whole log. Take it in Household, under Restore.'],
    ['{"babies":[]}', 'This is no runbook of InfernalOps.'],
    [
      JSON.stringify({
        ...JSON.parse(serializeSharedRunbook(granny)),
        steps: Array(1000).fill({ title: 'x', kind: 'check' }),
      }),
      'The runbook has too many steps: 100 at most.',
    ],
    [
      serializeSharedRunbook(granny).replace('"kind": "escalate"', '"kind": "escalate", "to": "grandpa"'),
      'The runbook has something this app does not know: steps[1].to.',
    ],
    [
      serializeSharedRunbook(granny).replace('"seconds": 90', '"seconds": -90'),
      'The runbook has something wrong at steps[0].seconds.',
    ],
    [
      serializeSharedRunbook(granny).replace('"version": 1', '"version": 9'),
      /^A newer InfernalOps made this runbook \(version 9\)/,
    ],
  ])('is refused below the file button when the file is invalid (%#)', async (text, sentence) => {
    const { user, db } = await open();
    await screen.findByRole('link', { name: /Standard/ });
    const before = await db.runbooks.toArray();
    await pickFile(user, text);
    expect(
      await screen.findByText(typeof sentence === 'string' ? `${sentence} Nothing was changed.` : sentence),
    ).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await db.runbooks.toArray()).toEqual(before);
  });
});
