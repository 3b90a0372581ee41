import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WallTimeField } from '@/components/WallTimeField';
import { HouseholdProvider } from '@/hooks/useHousehold';
import type { HoursChoice } from '@/i18n/chooseLocales';
import { loadTranslation, TranslationContext } from '@/i18n/useTranslation';
import type { Day, Instant } from '@/lib/time';
import { openWindow } from '../support/database';
import { at, day, household, PARIS } from '../support/factories';

afterEach(cleanup);

async function renderField(reference: Instant, givenDay?: Day, hours: HoursChoice = null) {
  const onPick = vi.fn<(at: Instant | null) => void>();
  const people = { household: household(), children: [], caregivers: [], broken: [] };
  const tonight = {
    night: day('2026-11-16'),
    incidents: [],
    nightRow: null,
    runbooks: [],
    allRunbooks: [],
    broken: [],
  };
  const words = await loadTranslation('en', ['en-GB'], hours);
  await words.loadDayMessages();
  render(
    <TranslationContext value={words}>
      <HouseholdProvider rows={{ db: openWindow('no rows'), people, tonight }}>
        <WallTimeField
          label="At"
          defaultAt={reference}
          {...(givenDay && { day: givenDay })}
          zone={PARIS}
          onPick={onPick}
        />
      </HouseholdProvider>
    </TranslationContext>,
  );
  const type = (value: string) => fireEvent.change(screen.getByLabelText('At'), { target: { value } });
  return { type, picked: () => onPick.mock.lastCall?.[0] };
}

describe('the field of a wall time', () => {
  it('reads a typed time as the nearest instant to the one it corrects', async () => {
    const { type, picked } = await renderField(at('2026-11-16 23:50:25'));
    type('00:10');
    expect(picked()).toBe(at('2026-11-17 00:10'));
  });

  it('reads a typed time on the given day', async () => {
    const { type, picked } = await renderField(at('2026-11-16 23:50'), day('2026-11-16'));
    type('00:10');
    expect(picked()).toBe(at('2026-11-16 00:10'));
  });

  it('keeps the seconds of a time that is changed and changed back', async () => {
    const { type, picked } = await renderField(at('2026-11-17 02:43:25'));
    type('02:50');
    type('02:43');
    expect(picked()).toBe(at('2026-11-17 02:43:25'));
  });

  it('reports null and marks the input as invalid while the time is incomplete', async () => {
    const { type, picked } = await renderField(at('2026-11-17 02:43'));
    type('');
    expect(picked()).toBeNull();
    expect(screen.getByLabelText('At')).toBeInvalid();
  });

  it('writes the typed time in its sentences with the hours of the device', async () => {
    const { type } = await renderField(at('2026-10-25 04:00'), undefined, 12);
    type('02:30');
    expect(screen.getByText(/^2:30\sam happened twice that night/)).toBeInTheDocument();
    type('02:61');
    expect(screen.queryByText(/happened twice/)).toBeNull();
  });

  it('asks which instant is meant if the time occurs twice', async () => {
    const firstInstant = at('2026-10-25 02:30');
    const { type, picked } = await renderField(at('2026-10-25 04:00'));
    type('02:30');
    expect(screen.getByText('02:30 happened twice that night, the clocks went back. Which one?')).toBeInTheDocument();
    expect(picked()).toBe(firstInstant);
    fireEvent.click(screen.getByRole('button', { name: /^The second/ }));
    expect(picked()).toBe(firstInstant + 3_600_000);
    expect(screen.getByRole('button', { name: /^The second/ })).toHaveAttribute('aria-pressed', 'true');
    fireEvent.click(screen.getByRole('button', { name: 'The first' }));
    expect(picked()).toBe(firstInstant);
  });

  it('refuses a time that the clocks skipped, and shows why', async () => {
    const { type, picked } = await renderField(at('2026-03-29 04:00'));
    type('02:30');
    expect(screen.getByText('The clocks went forward at 03:00: 02:30 did not happen that night.')).toBeInTheDocument();
    expect(picked()).toBeNull();
  });
});
