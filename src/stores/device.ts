import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Instant } from '@/lib/time';

type ThemeChoice = 'auto' | 'night' | 'dark' | 'light';

interface DeviceSettings {
  /** Null: as the device says. */
  language: 'en' | 'fr' | null;
  theme: ThemeChoice;
  /** Which caregiver holds this phone: a tap on it is that person's. */
  holderId: string | null;
  /** Whether the screen stays on during an incident. */
  keepAwake: boolean;
  /** Whether an open incident keeps a notification with "Asleep again". It also takes the browser's permission. */
  notifyAwake: boolean;
  /** Whether a step of a runbook ends with a quiet sound. */
  stepSound: boolean;
  installHintDismissed: boolean;
  /** When the log was last handed over as a file; null: never. */
  lastBackupAt: Instant | null;
  /** Until when nobody wants to be reminded of it. */
  backupReminderAfter: Instant | null;
  set(change: Partial<Omit<DeviceSettings, 'set'>>): void;
}

/** What belongs to this device and to no log: never synced, never in a backup. */
export const useDeviceSettings = create<DeviceSettings>()(
  persist(
    (set) => ({
      language: null,
      theme: 'auto',
      holderId: null,
      keepAwake: false,
      notifyAwake: false,
      stepSound: false,
      installHintDismissed: false,
      lastBackupAt: null,
      backupReminderAfter: null,
      set: (change) => set(change),
    }),
    { name: 'infernalops.device' },
  ),
);
