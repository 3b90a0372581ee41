import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { HouseholdProvider, type HouseholdRows, useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { loadTranslation, TranslationContext } from '@/i18n/useTranslation';
import { useDeviceSettings } from '@/stores/device';
import { openWindow } from '../support/database';
import { DAD, day, entry, household, incident, LEO, wakeUp } from '../support/factories';

const timestamps = { updatedAt: household().updatedAt, deletedAt: null };
const leo = {
  ...timestamps,
  id: LEO,
  name: 'Léo',
  birthDate: null,
  dueDate: null,
  color: 'blue',
  archived: false,
} as const;
const dad = { ...timestamps, id: DAD, name: 'Dad', color: 'orange', fatigueLimit: null, archived: false } as const;

/**
 * Renders the household. `current` returns what its hooks returned last, and `renderRows` renders
 * it again with the given rows.
 */
async function renderHousehold(initialRows: HouseholdRows) {
  const words = await loadTranslation('en', ['en-GB']);
  let rows = initialRows;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TranslationContext value={words}>
      <HouseholdProvider rows={rows}>{children}</HouseholdProvider>
    </TranslationContext>
  );
  const { result, rerender } = renderHook(() => ({ view: useHousehold(), reportResult: useReportResult() }), {
    wrapper,
  });
  return {
    current: () => result.current,
    renderRows: (next: HouseholdRows) => {
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

it('returns the same household and the same report function while the rows are the same', async () => {
  const rows = rowsOf();
  const { current, renderRows } = await renderHousehold(rows);
  const initial = current();
  expect(initial.view.activeChildren).toEqual([leo]);
  // A tick of the clock renders the same rows in a new object.
  renderRows({ ...rows });
  expect(current().view).toBe(initial.view);
  expect(current().reportResult).toBe(initial.reportResult);
});

it('keeps the default household between renders if the row cannot be read', async () => {
  const rows = rowsOf();
  const withoutHousehold = { ...rows, people: { ...rows.people, household: null } };
  const { current, renderRows } = await renderHousehold(withoutHousehold);
  const initial = current();
  renderRows({ ...withoutHousehold });
  expect(current().view).toBe(initial.view);
});

it('changes the folded incidents, but not the people, when an incident is added', async () => {
  const rows = rowsOf();
  const { current, renderRows } = await renderHousehold(rows);
  const { view: initialView } = current();
  expect(initialView.folded.map(({ state }) => state.isOpen)).toEqual([false]);
  renderRows({
    ...rows,
    tonight: { ...rows.tonight, incidents: [...rows.tonight.incidents, incident([entry('detected', '04:00')])] },
  });
  const { view } = current();
  expect(view.folded.map(({ state }) => state.isOpen)).toEqual([false, true]);
  expect(view.activeChildren).toBe(initialView.activeChildren);
  expect(view.household).toBe(initialView.household);
});

it('returns the holder of the phone as soon as it is set', async () => {
  const { current } = await renderHousehold(rowsOf());
  expect(current().view.holder).toBeNull();
  act(() => useDeviceSettings.getState().set({ holderId: DAD }));
  expect(current().view.holder).toEqual(dad);
});
