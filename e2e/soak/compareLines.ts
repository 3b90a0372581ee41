import type { Ledger } from './ledger';
import type { StoredLog } from './storedLog';

interface StoredEntry {
  at: number;
  kind: string;
  deletedAt: number | null;
  by?: string | null;
  to?: string;
  remedy?: string;
  outcome?: string;
}

/** What the app calls what the buttons say. */
const STORED_WORDS: Record<string, string> = {
  Feed: 'feed',
  Cuddle: 'cuddle',
  Song: 'song',
  Water: 'water',
  Nappy: 'diaper',
  Dummy: 'pacifier',
  Hunger: 'hunger',
  Teething: 'teething',
  Nightmare: 'nightmare',
  Noise: 'noise',
  'The moon': 'unknown-to-us',
};
export const storedWord = (word: string): string => STORED_WORDS[word] ?? word;

/**
 * Compares every line of every wake-up on disk with the ledger: nothing may be lost, doubled, or
 * dated otherwise.
 *
 * @returns what only one of the two has; empty if they are the same
 */
export function differencesOf(log: StoredLog, ledger: Ledger): string[] {
  const names = new Map([...log.caregivers, ...log.children].map(({ id, name }) => [id, String(name)]));
  const nameOf = (id: unknown) => (typeof id === 'string' ? (names.get(id) ?? id) : '-');
  const stored = log.incidents
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ childId, causeId, timeline }) =>
      wakeUpText(
        nameOf(childId),
        typeof causeId === 'string' ? causeId : '-',
        (timeline as StoredEntry[])
          .filter(({ deletedAt }) => deletedAt === null)
          .map(({ at, kind, by, to, remedy, outcome }) =>
            [
              at,
              kind,
              kind === 'step' ? '-' : nameOf(to ?? by),
              remedy ?? (kind === 'step' ? '' : (outcome ?? '')),
            ].join(' '),
          ),
      ),
    );
  const kept = [...ledger.wakeUps.values()].map(({ child, cause, lines }) =>
    wakeUpText(
      child,
      cause === null ? '-' : storedWord(cause),
      lines.map(({ at, kind, by, what }) => [at, kind, by ?? '-', storedWord(what)].join(' ')),
    ),
  );
  const nights = log.nights
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, bedtimeAt, morningAt }) => `night ${id}: ${bedtimeAt ?? '-'} ${morningAt ?? '-'}`);
  const keptNights = [...ledger.nights].map(
    ([night, { goodNight, goodMorning }]) => `night ${night}: ${goodNight ?? '-'} ${goodMorning ?? '-'}`,
  );
  return [
    ...without([...stored, ...nights], [...kept, ...keptNights]).map((text) => `only on the phone: ${text}`),
    ...without([...kept, ...keptNights], [...stored, ...nights]).map((text) => `only in the ledger: ${text}`),
  ];
}

/** Lines of one instant are in no order: a merge may have put them in another one. */
const wakeUpText = (child: string, cause: string, lines: readonly string[]): string =>
  [`${child} (${cause})`, ...lines.toSorted()].join('\n  ');

/** Returns the texts of the first list that the second does not have as often. */
export function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return texts.filter((text) => {
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
