import { beforeEach, describe, expect, it } from 'vitest';
import { noticeClock } from '@/app/watchPhoneClock';
import type { Language } from '@/i18n/translator';
import { loadTranslation } from '@/i18n/useTranslation';
import { addMs, DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import { useClockMemory } from '@/stores/clockMemory';
import { useToasts } from '@/stores/toasts';
import { householdDatabase } from '../support/database';
import { at, entry, incident, tonightAt, wakeUp } from '../support/factories';

const open = incident([entry('detected', at('2026-11-17 13:00'))], { id: 'ahead' });
const BY_MS = 10 * HOUR_MS + 17 * MINUTE_MS;

beforeEach(() => {
  useClockMemory.setState({ memory: null, slips: [] });
  localStorage.clear();
  useToasts.setState({ toast: null, queued: null });
});

/** Starts the app at each of these instants, one after the other, and returns its last message. */
async function startsAt(
  db: Awaited<ReturnType<typeof householdDatabase>>,
  instants: Instant[],
  language: Language = 'en',
) {
  const translation = await loadTranslation(language, [language === 'en' ? 'en-GB' : 'fr-FR']);
  for (const now of instants) {
    useToasts.setState({ toast: null, queued: null });
    const expected = useClockMemory.getState().memory?.seenAt ?? now;
    await noticeClock(db, translation, { now, expected, isExact: false });
  }
  return useToasts.getState().toast?.message ?? null;
}

describe('a clock that was ahead', () => {
  it('is said once after it was set right, and what it dated is remembered', async () => {
    const db = await householdDatabase([open, wakeUp('01:00', '01:10')]);
    const said = await startsAt(db, [at('2026-11-17 13:00'), tonightAt('02:43')]);
    expect(said).toMatch(/^This phone’s clock was 10\sh\s17 ahead\. The morning review can mend the time it wrote/);
    expect(useClockMemory.getState().slips).toMatchObject([
      { byMs: -BY_MS, isExact: false, dates: [{ rowId: 'ahead', at: at('2026-11-17 13:00') }] },
    ]);
    expect(await startsAt(db, [tonightAt('06:00')])).toBeNull();
    expect(useClockMemory.getState().slips).toHaveLength(1);
  });

  it('is said in French, too', async () => {
    const db = await householdDatabase([open]);
    expect(await startsAt(db, [at('2026-11-17 13:00'), tonightAt('02:43')], 'fr')).toMatch(
      /^L’horloge de ce téléphone avançait de 10\sh\s17\. La revue du matin peut corriger l’heure notée/,
    );
  });

  it('is not mentioned if it dated nothing', async () => {
    const db = await householdDatabase([wakeUp('01:00', '01:10')]);
    expect(await startsAt(db, [at('2026-11-17 13:00'), tonightAt('02:43')])).toBeNull();
  });
});

describe('a clock that is behind', () => {
  it('is said at every start in a year without this app, and nothing of the log is called wrong', async () => {
    const db = await householdDatabase([wakeUp('01:00', '01:10')]);
    expect(await startsAt(db, [tonightAt('02:43'), at('2017-01-01 12:00')])).toMatch(/says Sunday,? 1 January 2017/);
    expect(await startsAt(db, [at('2017-01-01 12:10')])).toMatch(/2017/);
    expect(useClockMemory.getState().slips).toEqual([]);
  });

  it('is said to have been behind once it is right, with what it dated there', async () => {
    const early = incident([entry('detected', at('2017-01-01 00:03'))], { id: 'early' });
    const db = await householdDatabase([early, wakeUp('01:00', '01:10')]);
    const said = await startsAt(db, [at('2017-01-01 00:00'), at('2017-01-01 00:05'), tonightAt('02:43')]);
    expect(said).toMatch(/behind\. The morning review can mend the time it wrote/);
    expect(useClockMemory.getState().slips).toMatchObject([{ dates: [{ rowId: 'early' }] }]);
  });

  it('takes the slip back that it seemed to be, when it is set forward again while the app runs', async () => {
    const db = await householdDatabase([wakeUp('01:00', '01:10')]);
    await startsAt(db, [tonightAt('02:00')]);
    const translation = await loadTranslation('en', ['en-GB']);
    const behind = addMs(tonightAt('02:00'), -DAY_MS);
    await noticeClock(db, translation, { now: behind, expected: tonightAt('02:00'), isExact: true });
    expect(useClockMemory.getState().slips).toHaveLength(1);
    await noticeClock(db, translation, {
      now: tonightAt('02:10'),
      expected: addMs(behind, 10 * MINUTE_MS),
      isExact: true,
    });
    expect(useClockMemory.getState().slips).toEqual([]);
  });
});
