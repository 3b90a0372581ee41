import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import PhonesScreens from '@/features/phones/PhonesScreens';
import { prometheusConfig } from '@/features/phones/prometheusConfig';
import type { Language } from '@/i18n/translator';
import { OFF, setSyncStatus } from '@/stores/sync';
import { tonightAt } from '../../support/factories';
import { FiguresInMemory, withFigures } from '../../support/figures';
import { PhonesInMemory, phone, withPhones } from '../../support/phones';
import { screenStarter, setNow, statusText } from '../../support/screen';

const PAGE = /^\/household\/phones(?:\/.*)?$/;
const button = (name: string) => screen.findByRole('button', { name });

interface OpenOptions {
  page?: string;
  prepare?: (figures: FiguresInMemory) => unknown;
  language?: Language;
}

/** Opens a page behind Household → Phones, on a phone that shares its log. */
async function open({ page = '/figures', prepare, language = 'en' }: OpenOptions = {}) {
  setNow('19:10');
  setSyncStatus({ sharing: 'on', contact: { state: 'same', at: tonightAt('19:10') } });
  const phones = new PhonesInMemory();
  phones.phones = [phone()];
  const figures = new FiguresInMemory();
  await prepare?.(figures);
  const { user } = await screenStarter([PAGE, withFigures(figures, withPhones(phones, PhonesScreens))])({
    language,
    hash: `#/household/phones${page}`,
  });
  return { figures, user };
}

afterEach(() => setSyncStatus(OFF));

describe('the row of the figures', () => {
  it.each<[string, (figures: FiguresInMemory) => unknown]>([
    ['off', () => {}],
    ['from this phone', (figures) => figures.switchOn()],
    ['from another phone', (figures) => Object.assign(figures, { publisher: 'elsewhere' })],
    ['no longer there', (figures) => figures.switchOn().then(() => Object.assign(figures, { publisher: 'none' }))],
  ])('says: %s', async (state, prepare) => {
    await open({ page: '', prepare });
    const row = await screen.findByRole('link', { name: /^Figures for Grafana/ });
    await waitFor(() => expect(row).toHaveAccessibleName(`Figures for Grafana ${state}`));
  });
});

describe('the page of the figures', () => {
  it('says what it gives up before it is switched on, and then where the figures are read', async () => {
    const { figures, user } = await open();
    await button('Publish from this phone');
    expect(
      screen.getByText(/^Everything else on the home server is sealed\. These figures are not/),
    ).toBeInTheDocument();
    expect(screen.getByText(/^First names are not in them/)).toBeInTheDocument();
    expect(figures.asked).toEqual(['findPublisher']);
    await user.click(await button('Publish from this phone'));
    expect(await screen.findByText(/^Last published: 19:10\.$/)).toBeInTheDocument();
    expect(screen.getByText(`${location.origin}/metrics/household`)).toBeInTheDocument();
    expect(screen.getByText('token-1')).toBeInTheDocument();
    const names = screen.getByRole('switch', { name: 'With first names' });
    expect(names).not.toBeChecked();
    await user.click(names);
    await waitFor(() => expect(screen.getByRole('switch', { name: 'With first names' })).toBeChecked());
    expect(figures.asked).toContain('nameBy names');
  });

  it('copies the token and a configuration, and says when the browser does not let it', async () => {
    const { user } = await open({ prepare: (figures) => figures.switchOn() });
    await user.click(await button('Copy the token'));
    expect(await navigator.clipboard.readText()).toBe('token-1');
    await user.click(await button('Copy for prometheus.yml'));
    expect(await navigator.clipboard.readText()).toBe(prometheusConfig(new URL(location.origin), 'token-1'));
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await user.click(await button('Copy the token'));
    expect(await screen.findByText(/^The browser did not let it be copied/)).toBeInTheDocument();
  });

  it('gives another token, and deletes everything at the server', async () => {
    const { figures, user } = await open({ prepare: (figures) => figures.switchOn() });
    await user.click(await button('New token'));
    expect(await screen.findByText('token-2')).toBeInTheDocument();
    expect(statusText()).toContain('New token. The old one reads nothing any more.');
    await user.click(await button('Switch off and delete them there'));
    await button('Publish from this phone');
    expect(figures.own).toBeNull();
  });

  it('says that another phone publishes, and takes over or ends it', async () => {
    const { figures, user } = await open({ prepare: (figures) => Object.assign(figures, { publisher: 'elsewhere' }) });
    expect(await screen.findByText('Another phone of the household publishes them.')).toBeInTheDocument();
    await user.click(await button('Switch off and delete them there'));
    await button('Publish from this phone');
    expect(figures.asked).toContain('switchOff');
  });

  it('says that the server no longer has them, and publishes again or leaves it off', async () => {
    const prepare = async (figures: FiguresInMemory) => {
      await figures.switchOn();
      figures.publisher = 'elsewhere';
    };
    const { figures, user } = await open({ prepare });
    expect(await screen.findByText(/^The home server no longer has them/)).toBeInTheDocument();
    await button('Leave it off');
    await user.click(await button('Publish again from this phone'));
    expect(await screen.findByText('token-1')).toBeInTheDocument();
    expect(figures.publisher).toBe('here');
  });

  it('stays as it is when the server does not answer, and says so', async () => {
    const { figures, user } = await open({ prepare: (figures) => figures.switchOn() });
    await button('New token');
    figures.failure = 'offline';
    await user.click(await button('Switch off and delete them there'));
    expect(await screen.findByRole('alert')).toHaveTextContent('No network, or the home server is off.');
    expect(screen.getByText('token-1')).toBeInTheDocument();
  });

  it('asks again when the first question had no answer', async () => {
    const { figures, user } = await open({ prepare: (figures) => Object.assign(figures, { failure: 'timeout' }) });
    const again = await button('Try again');
    figures.failure = null;
    await user.click(again);
    await button('Publish from this phone');
  });

  it('says that it takes a home server, on a phone that does not share', async () => {
    const { figures } = await open();
    await button('Publish from this phone');
    act(() => setSyncStatus(OFF));
    expect(screen.getByText(/^They are published at a home server/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Publish from this phone' })).toBeNull();
    expect(figures.asked).toEqual(['findPublisher']);
  });

  it('speaks French', async () => {
    await open({ language: 'fr', prepare: (figures) => figures.switchOn() });
    expect(await screen.findByText(/^Dernière publication/)).toBeInTheDocument();
    expect(screen.getByText(/^Tout le reste est scellé/)).toBeInTheDocument();
  });
});

it('the configuration is what prometheus.yml takes under scrape_configs', () => {
  expect(prometheusConfig(new URL('https://nights.example.org'), 'a-token')).toBe(`  - job_name: infernalops
    scheme: https
    metrics_path: /metrics/household
    authorization:
      credentials: a-token
    static_configs:
      - targets: ["nights.example.org"]
`);
});
