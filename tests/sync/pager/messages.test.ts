import { describe, expect, it } from 'vitest';
import type { PagerMessage } from '@/sync/pager/message';
import { emitPagerMessage, onPagerMessage } from '@/sync/pager/messages';

const handover = (to: string): PagerMessage => ({ kind: 'handover', to });

describe('a message of the pager', () => {
  it('reaches every listener in the order in which it came, until it listens no more', async () => {
    const first: PagerMessage[] = [];
    const second: PagerMessage[] = [];
    const stopFirst = onPagerMessage((message) => first.push(message));
    const stopSecond = onPagerMessage((message) => second.push(message));
    emitPagerMessage(handover('mum'));
    emitPagerMessage(handover('dad'));
    await expect.poll(() => first).toEqual([handover('mum'), handover('dad')]);
    stopFirst();
    emitPagerMessage(handover('last'));
    await expect.poll(() => second).toEqual(['mum', 'dad', 'last'].map(handover));
    expect(first).toHaveLength(2);
    stopSecond();
  });
});
