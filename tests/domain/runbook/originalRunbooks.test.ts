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

/** Returns a step as a short text, for example `escalate 2 60`. */
const asks = async (id: string) => {
  const runbook = (await originalsIn('en')).find((original) => original.id === id);
  return runbook?.steps.map(({ kind, level, remedy, seconds }) =>
    [kind, level, remedy, seconds].filter((part) => part !== null).join(' '),
  );
};

describe('the original runbooks', () => {
  it('ask in the standard one for the grace time, who is on call, the backup, a look, a cuddle and a feed', async () => {
    expect(await asks('standard')).toEqual([
      'wait',
      'escalate 1 60',
      'escalate 2 60',
      'check',
      'remedy cuddle 300',
      'remedy feed',
    ]);
  });

  it('ask in the degraded one for the other parent and the child’s own bed, and for no feed', async () => {
    expect(await asks('degraded')).toEqual(['wait', 'escalate 2 60', 'remedy lie-down', 'remedy cuddle 300', 'check']);
  });

  it('ask in the double one to contain, get help, change the nappy and the sheets, and see to the first child', async () => {
    expect(await asks('double')).toEqual([
      'check',
      'escalate 2 60',
      'remedy diaper',
      'check',
      'remedy cuddle',
      'check',
    ]);
  });

  it.each(LANGUAGES)('never lead to the parents’ bed, in %s', async (language) => {
    const remedies = (await originalsIn(language)).flatMap(({ steps }) => steps.map(({ remedy }) => remedy));
    expect(remedies).toContain('feed');
    expect(remedies).not.toContain('co-sleep');
  });

  it.each(LANGUAGES)('are valid rows with a short title for each step, in %s', async (language) => {
    for (const original of await originalsIn(language)) {
      expect(parseRow('runbooks', original)).toEqual({ ok: true, row: original });
      expect(original.trigger).toBe(original.id);
      expect(new Set(original.steps.map(({ id }) => id)).size).toBe(original.steps.length);
      for (const { title } of original.steps) expect(title).toMatch(/^\p{Lu}.{5,69}$/u);
    }
  });

  it('differ only in their texts between languages, and are older than any write of a household', async () => {
    const [english, french] = await Promise.all(LANGUAGES.map(originalsIn));
    const idsOf = (originals = english) => originals?.map(({ id, steps }) => [id, steps.map((step) => step.id)]);
    expect(idsOf(french)).toEqual(idsOf(english));
    expect(english?.map(({ updatedAt }) => updatedAt)).toEqual([0, 0, 0]);
  });
});
