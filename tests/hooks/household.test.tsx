import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { HouseholdProvider, type HouseholdRows, useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { loadTranslation, TranslationContext } from '@/i18n/useTranslation';
import { useDeviceSettings } from '@/stores/device';
import { openWindow } from '../support/database';
import { DAD, day, entry, household, incident, LEO, wakeUp } from '../support/factories';

const moment = { updatedAt: household().updatedAt, deletedAt: null };
const leo = { ...moment, id: LEO, name: 'Léo', birthDate: null, color: 'blue', archived: false } as const;
const dad = { ...moment, id: DAD, name: 'Dad', color: 'orange', fatigueLimit: null, archived: false } as const;

/**
 * Renders the household, and returns its view and a function that renders it again with other rows
 * or with the same ones.
 */
async function viewOf(first: HouseholdRows) {
  const words = await loadTranslation('en', ['en-GB']);
  let rows = first;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TranslationContext value={words}>
      <HouseholdProvider rows={rows}>{children}</HouseholdProvider>
    </TranslationContext>
  );
  const { result, rerender } = renderHook(() => ({ view: useHousehold(), reportResult: useReportResult() }), {
    wrapper,
  });
  return {
    now: () => result.current,
    render: (next: HouseholdRows) => {
      rows = next;
      rerender();
    },
  };
}

const rowsOf = (): HouseholdRows => ({
  db: openWindow('no rows'),
  people: {
    household: household(),
    children: [leo, { ...leo, id: 'old', archived: true }],
    caregivers: [dad],
    broken: [],
  },
  tonight: {
    night: day('2026-11-16'),
    incidents: [wakeUp('02:43', '03:03')],
    nightRow: null,
    runbooks: [],
    allRunbooks: [],
    broken: [],
  },
});

afterEach(() => {
  cleanup();
  useDeviceSettings.setState(useDeviceSettings.getInitialState());
});

it('the household stays the same object while its rows do, and so does the function that reports results', async () => {
  const rows = rowsOf();
  const { now, render } = await viewOf(rows);
  const before = now();
  expect(before.view.activeChildren).toEqual([leo]);
  // A tick of the clock renders the same rows in a new object.
  render({ ...rows });
  expect(now().view).toBe(before.view);
  expect(now().reportResult).toBe(before.reportResult);
});

it('a household row that cannot be read is replaced once', async () => {
  const rows = rowsOf();
  const withoutHousehold = { ...rows, people: { ...rows.people, household: null } };
  const { now, render } = await viewOf(withoutHousehold);
  const before = now();
  render({ ...withoutHousehold });
  expect(now().view).toBe(before.view);
});

it('another incident changes the folded incidents and not the people of the household', async () => {
  const rows = rowsOf();
  const { now, render } = await viewOf(rows);
  const { view: before } = now();
  expect(before.folded.map(({ state }) => state.isOpen)).toEqual([false]);
  render({
    ...rows,
    tonight: { ...rows.tonight, incidents: [...rows.tonight.incidents, incident([entry('detected', '04:00')])] },
  });
  const { view } = now();
  expect(view.folded.map(({ state }) => state.isOpen)).toEqual([false, true]);
  expect(view.activeChildren).toBe(before.activeChildren);
  expect(view.household).toBe(before.household);
});

it('the holder of the phone is known as soon as it is set', async () => {
  const { now } = await viewOf(rowsOf());
  expect(now().view.holder).toBeNull();
  act(() => useDeviceSettings.getState().set({ holderId: DAD }));
  expect(now().view.holder).toEqual(dad);
});
