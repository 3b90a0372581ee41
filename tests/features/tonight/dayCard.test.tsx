import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Tonight } from '@/features/tonight/Tonight';
import { useDeviceSettings } from '@/stores/device';
import { householdDatabase } from '../../support/database';
import { LEO, wakeUp } from '../../support/factories';
import { screenStarter, setNow, TONIGHT } from '../../support/screen';

const startWithCard = async (start: Parameters<ReturnType<typeof screenStarter>>[0] = {}) => {
  const started = await screenStarter([TONIGHT, Tonight])(start);
  // The card waits for its messages.
  await act(async () => started.words.loadDayMessages());
  return started;
};

describe('Tonight by day', () => {
  it('opens with last night: one sentence, its page, and what belongs to the day', async () => {
    setNow('09:00');
    await startWithCard({ db: await householdDatabase([wakeUp('00:30', '01:00'), wakeUp('03:00', '03:15')]) });
    // 20:00 to 00:30, 01:00 to 03:00, 03:15 to 07:00: the first is the longest.
    expect(await screen.findByText(/2 wake-ups, 45\smin awake\. The longest sleep: 4\sh\s30\./)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Last night' })).toHaveAttribute('href', '#/nights/2026-11-16');
    expect(screen.getByRole('link', { name: 'Health' })).toHaveAttribute('href', '#/household/health');
  });

  it('says in an empty app what to touch, and leads to a GameDay', async () => {
    setNow('09:00');
    await startWithCard();
    expect(await screen.findByText(/touch the large button: that is all there is to learn/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try it now on an invented family' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Health' })).toBeNull();
  });

  it('hints at the names and then at the rota after the first night, each once', async () => {
    setNow('09:00');
    const db = await householdDatabase([wakeUp('00:30', '01:00')]);
    await db.children.update(LEO, { name: 'Baby' });
    const { user } = await startWithCard({ db });
    expect(await screen.findByRole('link', { name: 'Give your baby a name' })).toHaveAttribute(
      'href',
      '#/household/children',
    );
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(await screen.findByRole('link', { name: 'Say who has which night' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Say who has which night' })).toBeNull());
    expect(useDeviceSettings.getState().hintsDone).toEqual(['names', 'rota']);
  });
});
