import { SECOND_MS } from '@/lib/time';
import { ONCE_S, scheduleAlarm, scheduleOnce } from './alarmSound';
import { vibrateAgainAndAgain } from './vibrate';

/** Between being asked and the first sample: as long as an audio thread needs to take it over. */
const LEAD_S = 0.02;

/**
 * A browser that does not allow any sound may never answer. Whoever taps is told after this time.
 */
const MAX_WAIT_MS = 1000;

export interface Alarm {
  /** Whether the browser lets it sound. It takes a tap, once after each load of the page. */
  readonly isUnlocked: boolean;
  /**
   * Asks the browser to let it sound; to be called within a tap.
   *
   * @returns whether it may
   */
  unlock(): Promise<boolean>;
  /** Rings, from soft to `volume` (0 to 1), and vibrates, until `stop`. */
  ring(volume: number): void;
  /** Rings for two seconds, in place of whatever rings now. */
  ringOnce(volume: number): void;
  /** Ends whatever rings. */
  stop(): void;
}

/**
 * Makes an alarm of this page. The audio is suspended while nothing rings, so a phone on the night
 * stand does not play silence all night. Where there is no audio API, it vibrates only.
 */
export function createAlarm(): Alarm {
  let context: AudioContext | null = null;
  let isUnlocked = false;
  let stopSound: (() => void) | null = null;
  let stopVibration: (() => void) | null = null;
  let ends: ReturnType<typeof setTimeout> | undefined;

  /** A phone call interrupts the audio on iOS. It goes on as soon as it may. */
  const resume = () => {
    if (stopSound && context?.state !== 'running') context?.resume().catch(() => {});
  };

  const silence = (): void => {
    clearTimeout(ends);
    stopSound?.();
    stopVibration?.();
    stopSound = stopVibration = null;
    document.removeEventListener('visibilitychange', resume);
  };

  const start = (schedule: typeof scheduleAlarm, volume: number): void => {
    silence();
    if (!context) return;
    stopSound = schedule(context, { startsAt: context.currentTime + LEAD_S, volume });
    document.addEventListener('visibilitychange', resume);
    context.resume().catch(() => {});
  };

  const stop = (): void => {
    silence();
    context?.suspend().catch(() => {});
  };

  return {
    get isUnlocked() {
      return isUnlocked;
    },
    async unlock() {
      try {
        playWhereTheRingerIsSilent();
        if (!context) {
          context = new AudioContext();
          context.addEventListener('statechange', resume);
        }
        await Promise.race([context.resume(), wait(MAX_WAIT_MS)]);
        isUnlocked = context.state === 'running';
        if (!stopSound) await context.suspend();
      } catch {
        // There is no audio API, or the browser refused.
        isUnlocked = false;
      }
      return isUnlocked;
    },
    ring(volume) {
      start(scheduleAlarm, volume);
      stopVibration = vibrateAgainAndAgain();
    },
    ringOnce(volume) {
      start(scheduleOnce, volume);
      ends = setTimeout(stop, ONCE_S * SECOND_MS + MAX_WAIT_MS);
    },
    stop,
  };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks for the channel of music, which iOS plays while the ringer is switched off. Other systems
 * play it there anyway and do not know this property.
 */
function playWhereTheRingerIsSilent(): void {
  const { audioSession } = navigator as Navigator & { audioSession?: { type: string } };
  if (audioSession) audioSession.type = 'playback';
}
