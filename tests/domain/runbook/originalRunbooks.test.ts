import { describe, expect, it } from 'vitest';
import { parseRow } from '@/domain/rows/parseRow';
import { originalRunbooks } from '@/domain/runbook/originalRunbooks';
import { originalRunbookTitles } from '@/hooks/originalRunbooks';
import { LANGUAGES } from '@/i18n/translator';
import { loadTranslation } from '@/i18n/useTranslation';

const originalsIn = async (language: (typeof LANGUAGES)[number]) => {
  const words = await loadTranslation(language, []);
  await words.loadDayMessages();
  return originalRunbooks(originalRunbookTitles(words));
};

/** `escalate 2 60`: a step by what it asks for. */
const asks = async (id: string) => {
  const runbook = (await originalsIn('en')).find((original) => original.id === id);
  return runbook?.steps.map(({ kind, level, remedy, seconds }) =>
    [kind, level, remedy, seconds].filter((part) => part !== null).join(' '),
  );
};

describe('the originals', () => {
  it('standard: grace, whoever is on call, the backup, to our bed and feed', async () => {
    expect(await asks('standard')).toEqual([
      'wait',
      'escalate 1 60',
      'escalate 2 60',
      'remedy co-sleep',
      'remedy feed',
    ]);
  });

  it('degraded: the other one, in the child’s own bed, and no feed', async () => {
    expect(await asks('degraded')).toEqual(['wait', 'escalate 2 60', 'remedy lie-down', 'remedy cuddle 300', 'check']);
  });

  it('double: first the one who sleeps, then help, the nappy and the sheets, then the first', async () => {
    expect(await asks('double')).toEqual([
      'check',
      'escalate 2 60',
      'remedy diaper',
      'check',
      'remedy cuddle',
      'check',
    ]);
  });

  it.each(LANGUAGES)('are rows, each step with a title that fits a phone, in %s', async (language) => {
    for (const original of await originalsIn(language)) {
      expect(parseRow('runbooks', original)).toEqual({ ok: true, row: original });
      expect(original.trigger).toBe(original.id);
      expect(new Set(original.steps.map(({ id }) => id)).size).toBe(original.steps.length);
      for (const { title } of original.steps) expect(title).toMatch(/^\p{Lu}.{5,69}$/u);
    }
  });

  it('are the same rows in both languages but for their words, and older than anything a household writes', async () => {
    const [english, french] = await Promise.all(LANGUAGES.map(originalsIn));
    const idsOf = (originals = english) => originals?.map(({ id, steps }) => [id, steps.map((step) => step.id)]);
    expect(idsOf(french)).toEqual(idsOf(english));
    expect(english?.map(({ updatedAt }) => updatedAt)).toEqual([0, 0, 0]);
  });
});
