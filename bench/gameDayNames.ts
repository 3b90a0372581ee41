import type { GameDayNames } from '@/gameday/types';

/** Names for simulated households. The benchmarks do not show them. */
export const PLAIN_NAMES: GameDayNames = {
  children: ['Ben', 'Tom'],
  caregivers: ['Mum', 'Dad'],
  runbookNames: { standard: 'Standard', degraded: 'Degraded', double: 'Double' },
  words: {
    chores: [{ title: 'Laundry', effortMinutes: 45 }],
    cold: 'Cold',
    laryngitis: 'Laryngitis',
    syrup: { name: 'Paracetamol', amount: '1 dose' },
    notes: ['A tooth?'],
    steps: {
      grace: 'Wait',
      wakePrimary: 'Wake the primary',
      wakeOther: 'Wake the other',
      look: 'Look',
      cuddle: 'Cuddle',
      feed: 'Feed',
      lieDown: 'Lie down',
      handOver: 'Hand over',
      pacifier: 'Dummy',
      rocking: 'Rock',
      patience: 'Breathe',
      keepOtherAsleep: 'Keep the other asleep',
      firstChild: 'First',
      secondChild: 'Second',
    },
  },
};
