// Before the modules of the database, which look for IndexedDB when they are loaded.
import '../support/setupStorage';

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { beginSharing } from '@/db/sharing/share';
import { HOME_ASSISTANT, homeAssistantCommands, shellCommand } from '@/features/phones/buttons/snippets';
import { createButtonsService } from '@/sync/buttons/buttonsService';
import type { ButtonSetUp } from '@/sync/buttons/service';
import { connectTo } from '@/sync/connect';
import { openWord } from '@/sync/crypto/buttonSeals';
import { deriveKeys, newHouseholdSecret } from '@/sync/crypto/householdKeys';
import { householdDatabase } from '../support/database';
import { LEO } from '../support/factories';
import { type Place, storeKinds } from './support/home';
import { type ServerProcess, startProcess } from './support/serverProcess';

/*
 * The examples of docs/automation.md are run as they stand there, with what a phone shows in place
 * of the placeholders, against the built server.
 */

const GUIDE = readFileSync('docs/automation.md', 'utf8');
const examplesIn = (language: string): string[] =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text);
const SHELL = examplesIn('sh');
const YAML = examplesIn('yaml');

const PLACEHOLDERS: ButtonSetUp = {
  url: 'https://nights.example/api/v1/buttons/BUTTON/presses',
  token: 'TOKEN',
  woke: 'WOKE',
  asleep: 'ASLEEP',
};

const commandSchema = v.strictObject({
  url: v.string(),
  method: v.literal('post'),
  headers: v.record(v.string(), v.string()),
  content_type: v.string(),
  payload: v.string(),
});
const fileSchema = v.strictObject({
  rest_command: v.optional(v.record(v.string(), commandSchema), {}),
  automation: v.optional(
    v.array(
      v.strictObject({
        alias: v.string(),
        triggers: v.array(v.looseObject({ trigger: v.string() })),
        actions: v.array(v.strictObject({ action: v.string() })),
      }),
    ),
    [],
  ),
});
type Command = v.InferOutput<typeof commandSchema>;

let place: Place;
let server: ServerProcess;
let setUp: ButtonSetUp;
/** Takes what has been pressed since, as words and how many seconds ago. */
let takePresses: () => Promise<{ word: string; childId: string; secondsAgo: number }[]>;

beforeAll(async () => {
  const [pglite] = storeKinds();
  if (!pglite) throw new Error('PGlite is always there.');
  place = await pglite.createPlace();
  server = await startProcess(place);
  const secret = newHouseholdSecret();
  const keys = await deriveKeys(secret);
  const connection = { origin: server.url };
  const client = connectTo(connection)(keys);
  await client.createHousehold();
  const db = await householdDatabase();
  const { householdId } = keys;
  const phone = { phoneId: 'hers', name: 'hers', caregiverId: null, privateKey: new Uint8Array(1), publicKey: '' };
  await beginSharing(db, { sharing: { id: 'sharing', householdId, secret, ...phone, isJoining: false } });
  const made = await createButtonsService({ db, connection }).addButton('Bed frame', LEO);
  if (!made.ok) throw new Error(made.failure);
  setUp = made.value;
  takePresses = async () => {
    const presses = await client.getPresses();
    if (!presses.ok) throw new Error(presses.failure.kind);
    return Promise.all(
      presses.value.map(async ({ id, button: buttonId, word, at }) => {
        await client.deletePress(id);
        const opened = await openWord({ secret, householdId, buttonId }, word);
        return { word: opened?.word ?? '', childId: opened?.childId ?? '', secondsAgo: (Date.now() - at) / 1_000 };
      }),
    );
  };
}, 60_000);
afterAll(async () => {
  server.process.kill('SIGTERM');
  await server.exited;
  await place.remove();
});

/** In one pass: what is filled in is not searched for placeholders. */
function filledIn(example: string): string {
  const parts = Object.keys(PLACEHOLDERS) as (keyof ButtonSetUp)[];
  const values = new Map(parts.map((part) => [PLACEHOLDERS[part], setUp[part]]));
  return example.replace(new RegExp([...values.keys()].join('|'), 'g'), (placeholder) => values.get(placeholder) ?? '');
}

const run = (script: string) => promisify(execFile)('sh', ['-eu', '-c', script]);

/** Does what Home Assistant does with a command that has no template in it. */
async function call({ url, method, headers, content_type, payload }: Command): Promise<number> {
  expect(`${url}${payload}`).not.toMatch(/\{\{|\{%/);
  const sent = { method: method.toUpperCase(), headers: { ...headers, 'Content-Type': content_type }, body: payload };
  return (await fetch(url, sent)).status;
}

describe('docs/automation.md', () => {
  it.each(SHELL.map((example) => [example.includes('ASLEEP') ? 'asleep' : 'woke', example]))(
    'has a command that says “%s”',
    async (word, example) => {
      await run(filledIn(example));
      const presses = await takePresses();
      expect(presses).toEqual([{ word, childId: LEO, secondsAgo: expect.any(Number) }]);
      expect(presses[0]?.secondsAgo).toBeLessThan(30);
    },
  );

  it('has a script that keeps the time of the press, however late it comes through', async () => {
    const script = SHELL.find((example) => example.includes('until curl')) ?? '';
    // Pressed two minutes ago, by its own first line.
    const late = filledIn(script).replace('pressed=$(date +%s)', 'pressed=$(($(date +%s) - 120))');
    expect(late).toContain('- 120');
    await run(late);
    const [press, ...others] = await takePresses();
    expect(others).toEqual([]);
    expect(Math.abs((press?.secondsAgo ?? 0) - 120)).toBeLessThan(30);
  });

  it('has commands for Home Assistant, which make the requests they should', async () => {
    const commands = Object.assign({}, ...YAML.map((text) => v.parse(fileSchema, parse(filledIn(text))).rest_command));
    expect(Object.keys(commands)).toEqual(['baby_woke', 'baby_asleep', 'baby_asleep_for_ten_minutes']);
    const said: unknown[] = [];
    for (const command of Object.values<Command>(commands)) {
      expect(await call(command)).toBe(202);
      const [press] = await takePresses();
      said.push([press?.word, Math.round((press?.secondsAgo ?? 0) / 60)]);
    }
    expect(said).toEqual([
      ['woke', 0],
      ['asleep', 0],
      ['asleep', 10],
    ]);
  });

  it('has automations that call only what there is', () => {
    const files = YAML.map((text) => v.parse(fileSchema, parse(text)));
    const names = files.flatMap(({ rest_command }) => Object.keys(rest_command)).map((name) => `rest_command.${name}`);
    const called = files.flatMap(({ automation }) =>
      automation.flatMap(({ actions }) => actions.map(({ action }) => action)),
    );
    expect(called).toHaveLength(3);
    for (const action of [...called, ...Object.values(HOME_ASSISTANT)]) expect(names).toContain(action);
  });

  it('has what the phone shows of a new button', () => {
    expect(SHELL).toContain(shellCommand(PLACEHOLDERS));
    expect(YAML).toContain(homeAssistantCommands(PLACEHOLDERS));
  });

  it('says which status answers what', async () => {
    const send = (body: string, token = setUp.token, url = setUp.url) =>
      fetch(url, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body }).then(({ status }) => status);
    const word = JSON.stringify({ word: setUp.woke });
    const statuses = [
      await send(word),
      await send('{}'),
      await send(word, 'T'.repeat(43)),
      await send('A'.repeat(5_000)),
    ];
    expect(statuses).toEqual([202, 400, 401, 413]);
    for (const status of statuses) expect(GUIDE).toContain(`| ${status}    |`);
  });
});
