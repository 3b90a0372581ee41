import { expect, it } from 'vitest';
import { parseWokeLink } from '@/domain/deepLink';

it.each([
  ['#/woke', { child: null }],
  ['#/woke/', { child: null }],
  ['#/woke?child=L%C3%A9o', { child: 'Léo' }],
  ['#/woke?child=', { child: null }],
  ['#/woke?child=%20', { child: null }],
  ['#/woke?other=1&child=abc-1', { child: 'abc-1' }],
  ['#/woke?child=%E0%A4%A', { child: expect.any(String) }],
])('%s asks for a wake-up', (hash, link) => {
  expect(parseWokeLink(hash)).toEqual(link);
});

it.each(['', '#/', '#/nights', '#/wokeness', '#/nights/woke', '#woke'])('%s does not ask for a wake-up', (hash) => {
  expect(parseWokeLink(hash)).toBeNull();
});
