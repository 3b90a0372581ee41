import { describe, expect, it } from 'vitest';
import { foldIncidents } from '@/domain/tonight';
import { isLostForLong, openWhenLost } from '@/features/watch/lostContact';
import { entry, incident, tonightAt } from '../../support/factories';

const awakeSince = (time: string) => foldIncidents([incident([entry('detected', time)])]);
const LOST_AT = tonightAt('02:44');

describe('a network that is lost', () => {
  it('matters while a child is awake who was awake before', () => {
    expect(openWhenLost(awakeSince('02:43'), LOST_AT)?.incident.id).toBe('incident');
  });

  it('does not matter while everybody sleeps, or once the child is asleep again', () => {
    const over = foldIncidents([incident([entry('detected', '02:43'), entry('resolved', '02:50')])]);
    expect(openWhenLost([], LOST_AT)).toBeNull();
    expect(openWhenLost(over, LOST_AT)).toBeNull();
  });

  it('does not matter for what was logged here later: whoever did so is up', () => {
    expect(openWhenLost(awakeSince('02:45'), LOST_AT)).toBeNull();
  });

  it('does not matter while it is there', () => {
    expect(openWhenLost(awakeSince('02:43'), null)).toBeNull();
  });

  it('is lost for long after a minute', () => {
    expect(isLostForLong(LOST_AT, tonightAt('02:44'))).toBe(false);
    expect(isLostForLong(LOST_AT, (tonightAt('02:45') - 1) as typeof LOST_AT)).toBe(false);
    expect(isLostForLong(LOST_AT, tonightAt('02:45'))).toBe(true);
  });
});
