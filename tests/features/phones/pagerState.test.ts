import { describe, expect, it } from 'vitest';
import { pagerStateOf } from '@/features/phones/pagerState';

const HERE = { supportsPush: true, install: 'unavailable', permission: 'granted' } as const;
const OFF = { isWanted: false, isSubscribed: false };
const ON = { isWanted: true, isSubscribed: true };

describe('the pager of this phone', () => {
  it('is on when it is to ring, may, and is subscribed', () => {
    expect(pagerStateOf(ON, HERE)).toBe('on');
  });

  it('is off until somebody asks for it, even if the browser has a subscription', () => {
    expect(pagerStateOf(OFF, { ...HERE, permission: 'default' })).toBe('off');
    expect(pagerStateOf({ isWanted: false, isSubscribed: true }, HERE)).toBe('off');
  });

  it('is lost when it is to ring, and the subscription or the permission is gone', () => {
    expect(pagerStateOf({ isWanted: true, isSubscribed: false }, HERE)).toBe('lost');
    expect(pagerStateOf(ON, { ...HERE, permission: 'default' })).toBe('lost');
  });

  it('is denied where the browser no longer asks', () => {
    expect(pagerStateOf(OFF, { ...HERE, permission: 'denied' })).toBe('denied');
    expect(pagerStateOf(ON, { ...HERE, permission: 'denied' })).toBe('denied');
  });

  it('takes the home screen on an iPhone, and another browser elsewhere', () => {
    // Without notifications, the permission says 'denied'.
    const without = { supportsPush: false, permission: 'denied' } as const;
    expect(pagerStateOf(OFF, { ...without, install: 'ios' })).toBe('homeScreen');
    expect(pagerStateOf(OFF, { ...without, install: 'unavailable' })).toBe('unsupported');
    expect(pagerStateOf(OFF, { ...HERE, install: 'ios' })).toBe('off');
  });
});
