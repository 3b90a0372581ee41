import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatOpenMetrics } from '@/exports/openMetrics/openMetrics';
import { MAX_FIGURES_CHARS } from '@/protocol/limits';
import { isFiguresText } from '@/server/figures/figuresText';
import { DAD, entry, incident, LEO, leo, MUM, mum, tonightAt } from '../support/factories';
import { logWith } from '../support/metrics';
import { startHome, storeKinds } from './support/home';
import { onEachStore } from './support/onEachStore';
import { newToken, Phone } from './support/phone';

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
const textOf = (value: number) =>
  `# TYPE infernalops_incidents gauge\n# HELP infernalops_incidents Wake-ups.\ninfernalops_incidents{window="7d"} ${value}\n# EOF\n`;

onEachStore('figures', (server) => {
  const scrape = (token: string | null) =>
    fetch(`${server.home.url}/metrics/household`, {
      headers: token === null ? {} : { Authorization: `Bearer ${token}` },
    });
  const put = async (phone: Phone, token: string, value: number, takesOver = false) =>
    (await phone.call('PUT', '/figures', { text: textOf(value), tokenHash: hashOf(token), takesOver })).status;
  const create = async (token: string) => {
    const phone = await new Phone(server.home.url).create();
    expect(await put(phone, token, 1, true)).toBe(204);
    return phone;
  };

  it('are handed out as they were published, with when that was', async () => {
    const token = newToken();
    const before = Date.now() / 1000;
    await create(token);
    const response = await scrape(token);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const text = await response.text();
    expect(
      text.startsWith(textOf(1).replace('# EOF\n', '# TYPE infernalops_published_timestamp_seconds gauge\n')),
    ).toBe(true);
    expect(text.endsWith('\n# EOF\n')).toBe(true);
    const publishedAt = Number(/^infernalops_published_timestamp_seconds (\S+)$/m.exec(text)?.[1]);
    expect(publishedAt).toBeGreaterThan(before - 5);
    expect(publishedAt).toBeLessThan(Date.now() / 1000 + 5);
  });

  it('are for their token alone: neither another one, nor none, nor that of the household', async () => {
    const phone = await create(newToken());
    for (const token of [newToken(), null, phone.token, 'short']) {
      const response = await scrape(token);
      expect([response.status, response.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer']);
    }
  });

  it('are replaced under the same token, and by whoever takes over', async () => {
    const [first, second] = [newToken(), newToken()];
    const phone = await create(first);
    expect(await put(phone, first, 2)).toBe(204);
    expect(await (await scrape(first)).text()).toContain('{window="7d"} 2\n');
    // Another phone that does not take over changes nothing.
    expect(await put(phone.partner(), second, 3)).toBe(404);
    expect((await scrape(second)).status).toBe(401);
    expect(await put(phone.partner(), second, 3, true)).toBe(204);
    expect((await scrape(first)).status).toBe(401);
    expect(await (await scrape(second)).text()).toContain('{window="7d"} 3\n');
    expect(await put(phone, first, 4)).toBe(404);
    const published = await (await phone.call('GET', '/figures')).json();
    expect(published).toEqual({ tokenHash: hashOf(second), publishedAt: expect.any(Number) });
  });

  it('are deleted when they are switched off, and do not come back by themselves', async () => {
    const token = newToken();
    const phone = await create(token);
    for (let time = 0; time < 2; time += 1) expect((await phone.call('DELETE', '/figures')).status).toBe(204);
    expect((await scrape(token)).status).toBe(401);
    expect((await phone.call('GET', '/figures')).status).toBe(404);
    expect(await put(phone, token, 2)).toBe(404);
    expect((await scrape(token)).status).toBe(401);
  });

  it('go with their household', async () => {
    const token = newToken();
    const phone = await create(token);
    await phone.call('DELETE', '');
    expect((await scrape(token)).status).toBe(401);
  });

  it('of a household that has moved to another secret are the later ones', async () => {
    const token = newToken();
    const former = await create(token);
    const next = await new Phone(server.home.url).create();
    expect(await put(next, token, 2, true)).toBe(204);
    expect(await (await scrape(token)).text()).toContain('{window="7d"} 2\n');
    await former.call('DELETE', '');
    expect((await scrape(token)).status).toBe(200);
  });

  it('are changed by the phones of the household alone', async () => {
    const token = newToken();
    const phone = await create(token);
    const stranger = new Phone(phone.url, phone.household, newToken());
    expect(await put(stranger, token, 9, true)).toBe(401);
    expect((await stranger.call('GET', '/figures')).status).toBe(401);
    expect((await stranger.call('DELETE', '/figures')).status).toBe(401);
    expect(await (await scrape(token)).text()).toContain('{window="7d"} 1\n');
  });

  it.each([
    ['a page', '<html><script src="https://example.org/x.js"></script></html>'],
    ['no end', textOf(1).replace('# EOF\n', '')],
    ['more after the end', `${textOf(1)}hello\n# EOF\n`],
    ['a foreign name', textOf(1).replaceAll('infernalops_', 'node_')],
    ['too many characters', textOf(1).replace('# EOF', `${'#'.repeat(MAX_FIGURES_CHARS)}\n# EOF`)],
    ['a NUL', textOf(1).replace('7d', '7\0d')],
  ])('with %s are refused with 400', async (_, text) => {
    const phone = await create(newToken());
    const response = await phone.call('PUT', '/figures', { text, tokenHash: hashOf(newToken()), takesOver: true });
    expect(response.status).toBe(400);
    expect(await (await phone.call('GET', '/figures')).json()).not.toHaveProperty('error');
  });
});

describe('the text of figures', () => {
  const sample = (line: string) =>
    `# TYPE infernalops_a_seconds gauge\n# UNIT infernalops_a_seconds seconds\n${line}\n# EOF\n`;

  it('is taken as phones write it, whatever the names', () => {
    const log = logWith({
      children: [{ ...leo, name: 'Zoé "\n\\ <b> 👶' }],
      caregivers: [{ ...mum, name: '字'.repeat(60) }],
      incidents: [
        incident([entry('detected', '02:43', { by: MUM }), entry('escalated', '02:44', { to: DAD })], { childId: LEO }),
      ],
    });
    for (const namedBy of ['names', 'pseudonyms'] as const)
      expect(isFiguresText(formatOpenMetrics(log, tonightAt('03:00'), namedBy))).toBe(true);
  });

  it.each([
    'infernalops_a_seconds 1',
    'infernalops_a_seconds -0.5',
    'infernalops_a_seconds 1.5e-7',
    'infernalops_a_seconds{child="a",window="7d"} 1',
    'infernalops_a_seconds{child="a\\"\\\\\\n"} 1',
    'infernalops_a_seconds{child="a"} 1\ninfernalops_a_seconds{child="b"} 1',
  ])('has %j', (line) => expect(isFiguresText(sample(line))).toBe(true));

  it.each([
    'infernalops_a_seconds NaN',
    'infernalops_a_seconds +Inf',
    'infernalops_a_seconds 1 1795413600',
    'infernalops_a_seconds 1 # {trace="x"} 1',
    'infernalops_b_seconds 1',
    'infernalops_a_seconds{child="a} 1',
    'infernalops_a_seconds{child="\\x"} 1',
    'infernalops_a_seconds{Child="a"} 1',
    `infernalops_a_seconds{child="${'a'.repeat(131)}"} 1`,
    'infernalops_a_seconds 1\ninfernalops_a_seconds 2',
    '# HELP infernalops_a_seconds See https://example.org/.',
    '# HELP infernalops_a_seconds <b>',
    '# HELP infernalops_b_seconds Of another one.',
    '# UNIT infernalops_a_seconds ratio',
    '# TYPE infernalops_a_seconds gauge',
    '# TYPE infernalops_b_total counter\ninfernalops_b_total 1',
    '# TYPE infernalops_published_timestamp_seconds gauge\ninfernalops_published_timestamp_seconds 1',
    'hello',
    '',
  ])('has no %j', (line) => expect(isFiguresText(sample(line))).toBe(false));

  it('is read in a time that is linear in its length', () => {
    const text = sample(`infernalops_a_seconds{child="${'\\\\'.repeat(60_000)}`);
    const before = performance.now();
    expect(isFiguresText(text)).toBe(false);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

it('figures are asked for as often as the household may ask', async () => {
  const [pglite] = storeKinds();
  if (!pglite) throw new Error('PGlite is always there.');
  const place = await pglite.createPlace();
  const home = await startHome(place, { INFERNALOPS_HOUSEHOLD_REQUESTS_PER_MINUTE: '3' });
  const phone = await new Phone(home.url).create();
  const token = newToken();
  await phone.call('PUT', '/figures', { text: textOf(1), tokenHash: hashOf(token), takesOver: true });
  const statuses: number[] = [];
  for (let time = 0; time < 4; time += 1)
    statuses.push(
      (await fetch(`${home.url}/metrics/household`, { headers: { Authorization: `Bearer ${token}` } })).status,
    );
  expect(statuses).toEqual([200, 200, 429, 429]);
  await home.stop();
  await place.remove();
});
