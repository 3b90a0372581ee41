import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Instant } from '@/lib/time';

type ThemeChoice = 'auto' | 'night' | 'dark' | 'light';

interface DeviceSettings {
  /** Null means the language of the device. */
  language: 'en' | 'fr' | null;
  /** 12 or 24 hours. Null means the hours of the device. */
  hours: 12 | 24 | null;
  theme: ThemeChoice;
  /** The caregiver who holds this phone; a tap on it is logged as made by that person. */
  holderId: string | null;
  /** Whether the screen stays on during an incident. */
  keepAwake: boolean;
  /**
   * Whether an open incident shows a notification with "Asleep again". This also needs the
   * browser's permission.
   */
  notifyAwake: boolean;
  /** Whether a step of a runbook ends with a quiet sound. */
  stepSound: boolean;
  /** How loud the alarm of the watch gets, from 1 to 10. */
  watchVolume: number;
  installHintDismissed: boolean;
  /** When a backup was last saved or shared; null means never. */
  lastBackupAt: Instant | null;
  /** No backup reminder is shown before this time. */
  backupReminderAfter: Instant | null;
  /** The zones of the household and of the phone for which the hint on Tonight was answered. */
  zoneHintDoneFor: string | null;
  /** The hints of the first days that were answered. */
  hintsDone: readonly string[];
  set(change: Partial<Omit<DeviceSettings, 'set'>>): void;
}

/**
 * Settings of this device. They are not part of the log: they are never synced and in no backup.
 */
export const useDeviceSettings = create<DeviceSettings>()(
  persist(
    (set) => ({
      language: null,
      hours: null,
      theme: 'auto',
      holderId: null,
      keepAwake: false,
      notifyAwake: false,
      stepSound: false,
      watchVolume: 8,
      installHintDismissed: false,
      lastBackupAt: null,
      backupReminderAfter: null,
      zoneHintDoneFor: null,
      hintsDone: [],
      set: (change) => set(change),
    }),
    { name: 'infernalops.device' },
  ),
);
