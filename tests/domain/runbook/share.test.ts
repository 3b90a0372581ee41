import { Blob as NodeBlob } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REMEDIES } from '@/domain/rows/incident';
import {
  encodeSharedRunbook,
  type ParsedShare,
  parseSharedCode,
  parseSharedFile,
  parseSharedText,
  type SharedRunbook,
  serializeSharedRunbook,
  triggerAfterImport,
} from '@/domain/runbook/share';
import { draws } from '../../support/draws';

const runbook: SharedRunbook = {
  name: 'Granny’s 🌝',
  trigger: 'custom',
  steps: [
    { title: 'Hum', kind: 'remedy', seconds: 120, level: null, remedy: 'song' },
    { title: '<img src=x onerror=alert(1)>', kind: 'check', seconds: null, level: null, remedy: null },
    { title: 'Wake Grandpa', kind: 'escalate', seconds: 60, level: 2, remedy: null },
  ],
};

const file = (change: object = {}) => ({ ...(JSON.parse(serializeSharedRunbook(runbook)) as object), ...change });
const takenOrRefusal = (parsed: ParsedShare) => (parsed.ok ? 'taken' : parsed.refusal);
const parseWithChange = (change: object) => takenOrRefusal(parseSharedText(JSON.stringify(file(change))));
const codeOf = (text: string) => Buffer.from(text).toString('base64url');
const fileOf = (content: string | Uint8Array) => new NodeBlob([content]) as unknown as Blob;

const anyText = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).filter((text) => text.length <= maxLength);
const anyRunbook: fc.Arbitrary<SharedRunbook> = fc.record({
  name: anyText(50).map((text) => `${text}x`),
  trigger: fc.constantFrom('standard', 'degraded', 'double', 'custom'),
  steps: fc.array(
    fc.record({
      title: anyText(200),
      kind: fc.constantFrom('wait', 'escalate', 'remedy', 'check'),
      seconds: fc.option(fc.nat(100_000)),
      level: fc.option(fc.constantFrom(1, 2)),
      remedy: fc.option(fc.constantFrom(...REMEDIES)),
    }),
    { maxLength: 100 },
  ),
});

describe('a shared runbook', () => {
  it('is read from a file and from a link as it was written', () => {
    fc.assert(
      fc.property(anyRunbook, (runbook) => {
        expect(parseSharedText(serializeSharedRunbook(runbook))).toEqual({ ok: true, runbook });
        const code = encodeSharedRunbook(runbook);
        expect(code).toMatch(/^[\w-]*$/);
        expect(parseSharedCode(code)).toEqual({ ok: true, runbook });
      }),
      draws(50),
    );
  });

  it('fits, even if it is the longest possible one', async () => {
    const step = {
      title: '\u0000'.repeat(200),
      kind: 'escalate',
      seconds: 100_000,
      level: 1,
      remedy: 'co-sleep',
    } as const;
    const longest: SharedRunbook = {
      name: 'x'.repeat(60),
      trigger: 'custom',
      steps: Array.from({ length: 100 }, () => step),
    };
    expect(takenOrRefusal(await parseSharedFile(fileOf(serializeSharedRunbook(longest))))).toBe('taken');
    expect(takenOrRefusal(parseSharedCode(encodeSharedRunbook(longest)))).toBe('taken');
  });

  it('is short enough for a message', () => {
    expect(encodeSharedRunbook(runbook).length).toBeLessThan(500);
  });

  it('contains nothing else of the household', () => {
    const row = {
      id: 'mine',
      updatedAt: 5,
      deletedAt: null,
      ...runbook,
      steps: runbook.steps.map((step) => ({ id: 's', ...step })),
    };
    expect(serializeSharedRunbook(row)).toBe(serializeSharedRunbook(runbook));
  });

  it('keeps markup as text', () => {
    const parsed = parseSharedText(serializeSharedRunbook(runbook));
    expect(parsed.ok && parsed.runbook.steps[1]?.title).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('the parsers of a shared runbook', () => {
  it.each([
    ['nothing', '', { code: 'incomplete' }],
    ['a word', 'hello', { code: 'incomplete' }],
    ['half of a runbook', serializeSharedRunbook(runbook).slice(0, 100), { code: 'incomplete' }],
    ['a number', '42', { code: 'otherFormat' }],
    ['a list', '[]', { code: 'otherFormat' }],
    ['null', 'null', { code: 'otherFormat' }],
    ['something else', '{"babies":[]}', { code: 'otherFormat' }],
    ['a backup', '{"format":"infernalops","version":1}', { code: 'isBackup' }],
  ])('refuse a text that is no runbook: %s', (_what, text, refusal) => {
    expect(takenOrRefusal(parseSharedText(text))).toEqual(refusal);
    expect(takenOrRefusal(parseSharedCode(codeOf(text)))).toEqual(refusal);
  });

  it.each([
    ['a later version', { version: 2 }, { code: 'laterVersion', version: 2 }],
    ['no version', { version: undefined }, { code: 'wrongValue', path: 'version' }],
    ['no name', { name: undefined }, { code: 'wrongValue', path: 'name' }],
    ['an empty name', { name: ' \n' }, { code: 'wrongValue', path: 'name' }],
    ['a name too long', { name: 'x'.repeat(61) }, { code: 'wrongValue', path: 'name' }],
    ['an unknown trigger', { trigger: 'always' }, { code: 'wrongValue', path: 'trigger' }],
    ['an id', { id: 'standard' }, { code: 'unknownField', path: 'id' }],
    ['no steps', { steps: undefined }, { code: 'wrongValue', path: 'steps' }],
    ['1,000 steps', { steps: Array.from({ length: 1000 }, () => runbook.steps[0]) }, { code: 'tooMany', max: 100 }],
    [
      'a title too long',
      { steps: [{ title: 'x'.repeat(201), kind: 'check' }] },
      { code: 'wrongValue', path: 'steps[0].title' },
    ],
    [
      'a title that is a number',
      { steps: [{ title: 3, kind: 'check' }] },
      { code: 'wrongValue', path: 'steps[0].title' },
    ],
    ['half an emoji', { steps: [{ title: '\ud83c', kind: 'check' }] }, { code: 'wrongValue', path: 'steps[0].title' }],
    ['an unknown kind', { steps: [{ title: '', kind: 'exec' }] }, { code: 'wrongValue', path: 'steps[0].kind' }],
    [
      'half a second',
      { steps: [{ title: '', kind: 'wait', seconds: 0.5 }] },
      { code: 'wrongValue', path: 'steps[0].seconds' },
    ],
    [
      'a third level',
      { steps: [{ title: '', kind: 'escalate', level: 3 }] },
      { code: 'wrongValue', path: 'steps[0].level' },
    ],
    [
      'an unknown remedy',
      { steps: [{ title: '', kind: 'remedy', remedy: 'gin' }] },
      { code: 'wrongValue', path: 'steps[0].remedy' },
    ],
    [
      'a caregiver, because other households do not have them',
      { steps: [{ title: '', kind: 'escalate', level: 1, to: 'grandpa' }] },
      { code: 'unknownField', path: 'steps[0].to' },
    ],
  ])('refuse a runbook with %s', (_what, change, refusal) => {
    expect(parseWithChange(change)).toEqual(refusal);
  });

  it.each(['__proto__', 'constructor'])('refuse a field called %s', (key) => {
    const text = serializeSharedRunbook(runbook).replace('"name"', `"${key}": {}, "name"`);
    expect(takenOrRefusal(parseSharedText(text))).toEqual({ code: 'unknownField', path: key });
  });

  it('refuse a file that is too big without reading it, one that is no text, and one that was removed', async () => {
    const big = fileOf('');
    Object.defineProperty(big, 'size', { value: 200_001 });
    Object.assign(big, { arrayBuffer: () => expect.unreachable('it was read') });
    expect(takenOrRefusal(await parseSharedFile(big))).toEqual({ code: 'tooBig', kilobytes: 200 });
    expect(takenOrRefusal(await parseSharedFile(fileOf(new Uint8Array([0xff, 0xd8, 0xff]))))).toEqual({
      code: 'notText',
    });
    const gone = Object.assign(fileOf(''), { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) });
    expect(takenOrRefusal(await parseSharedFile(gone))).toEqual({ code: 'unreadable' });
    expect(takenOrRefusal(parseSharedCode('A'.repeat(270_000)))).toEqual({ code: 'tooBig', kilobytes: 200 });
  });

  it('refuse any random text, other JSON, and any cut-off code, without a crash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.json(), (garbage, json) => {
        for (const text of [garbage, json]) expect(parseSharedText(text)).toMatchObject({ ok: false });
        expect(parseSharedCode(garbage)).toMatchObject({ ok: false });
        expect(parseSharedCode(codeOf(json))).toMatchObject({ ok: false });
      }),
    );
    fc.assert(
      fc.property(fc.nat(encodeSharedRunbook(runbook).length - 1), (length) => {
        expect(parseSharedCode(encodeSharedRunbook(runbook).slice(0, length))).toMatchObject({ ok: false });
      }),
    );
  });
});

describe('a received runbook', () => {
  const runbooksWithTriggers = (...triggers: SharedRunbook['trigger'][]) => triggers.map((trigger) => ({ trigger }));
  it.each([
    ['standard', runbooksWithTriggers('standard'), 'custom'],
    ['standard', runbooksWithTriggers('double', 'custom'), 'standard'],
    ['double', runbooksWithTriggers('double'), 'custom'],
    ['degraded', runbooksWithTriggers('degraded'), 'degraded'],
    ['custom', runbooksWithTriggers(), 'custom'],
  ] as const)('with the trigger “%s” never replaces an existing one (%#)', (trigger, runbooks, expected) => {
    expect(triggerAfterImport({ ...runbook, trigger }, runbooks)).toBe(expected);
  });
});
