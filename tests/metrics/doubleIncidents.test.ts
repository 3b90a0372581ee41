import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import { entry, incident, leo, wakeUp, ZOE, zoe } from '../support/factories';
import { metricsOf, metricsOfIncidents } from '../support/metrics';

const double = (...incidents: Incident[]) => metricsOfIncidents(incidents).double;
const zoeWoke = (from: string, to: string) => wakeUp(from, to, { childId: ZOE });

describe('doubleIncidents', () => {
  it('counts the minutes in which both children are awake', () => {
    // 2:50 to 3:03.
    expect(double(wakeUp('02:43', '03:03'), zoeWoke('02:50', '03:10'))).toEqual({ count: 1, minutes: 13 });
  });

  it('counts nothing when one child wakes at the instant at which the other falls asleep', () => {
    expect(double(wakeUp('02:43', '03:03'), zoeWoke('03:03', '03:20'))).toEqual({ count: 0, minutes: 0 });
  });

  it('counts nothing with one child, even if two phones logged the incident twice', () => {
    expect(double(wakeUp('02:43', '03:03'), wakeUp('02:50', '03:10'))).toEqual({ count: 0, minutes: 0 });
  });

  it('counts one double incident for each overlap', () => {
    // 2:10 to 2:20 and 2:30 to 2:45.
    expect(double(wakeUp('02:00', '03:00'), zoeWoke('02:10', '02:20'), zoeWoke('02:30', '02:45'))).toEqual({
      count: 2,
      minutes: 25,
    });
  });

  it('counts once when the other child woke again at the instant of falling asleep', () => {
    // 2:10 to 2:20 and 2:20 to 2:45 touch.
    expect(double(wakeUp('02:00', '03:00'), zoeWoke('02:10', '02:20'), zoeWoke('02:20', '02:45'))).toEqual({
      count: 1,
      minutes: 35,
    });
  });

  it('counts once with three children, as long as any two are awake', () => {
    const children = [leo, zoe, { ...zoe, id: 'max' }];
    const incidents = [
      wakeUp('02:00', '02:20'),
      zoeWoke('02:10', '02:40'),
      wakeUp('02:20', '03:00', { childId: 'max', id: 'max' }),
    ];
    // 2:10 to 2:20 with Léo, who falls asleep when Max wakes, and 2:20 to 2:40 with Max.
    expect(metricsOf({ children, incidents }).double).toEqual({ count: 1, minutes: 30 });
  });

  it('counts only minutes within the window', () => {
    // 20:00 to 20:10, and 6:55 to 7:00.
    const evening = [wakeUp('19:30', '20:10'), zoeWoke('19:40', '20:20')];
    const morning = [wakeUp('06:50', '07:20'), zoeWoke('06:55', '07:30')];
    expect(double(...evening, ...morning)).toEqual({ count: 2, minutes: 15 });
    expect(double(wakeUp('18:00', '18:30'), zoeWoke('18:10', '18:20'))).toEqual({ count: 0, minutes: 0 });
  });

  it('counts the minutes in which one child is up for the day and the other is awake', () => {
    const up = incident([entry('detected', '05:30'), entry('resolved', '05:40', { outcome: 'upForDay' })]);
    // 6:00 to 6:20.
    expect(double(up, zoeWoke('06:00', '06:20'))).toEqual({ count: 1, minutes: 20 });
  });
});
