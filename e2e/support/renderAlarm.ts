import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';

const SOURCE = fileURLToPath(new URL('../../src/pwa/alarmSound.ts', import.meta.url));

/** What is rendered, in seconds from the start of the rendering. */
export interface Rendering {
  kind?: 'scheduleAlarm' | 'scheduleOnce';
  volume: number;
  lengthS: number;
  /** When the alarm is stopped; never if it is left out. */
  stopAtS?: number;
}

/** A second of the rendered sound. */
export interface LoudSecond {
  /** The root of the mean square of its samples. */
  rms: number;
  /** Its largest sample. */
  peak: number;
}

/**
 * Renders the alarm of the app to samples, in the browser and faster than it sounds, and measures
 * each second of it.
 */
export async function renderAlarm(page: Page, rendering: Rendering): Promise<LoudSecond[]> {
  code ??= await bundle();
  return page.evaluate(
    async ([script, { kind = 'scheduleAlarm', volume, lengthS, stopAtS }]) => {
      const sound = (await import(script)) as typeof import('@/pwa/alarmSound');
      const sampleRate = 48_000;
      const context = new OfflineAudioContext(1, lengthS * sampleRate, sampleRate);
      const stop = sound[kind](context, { startsAt: 0, volume });
      if (stopAtS !== undefined)
        context.suspend(stopAtS).then(() => {
          stop();
          return context.resume();
        });
      const samples = (await context.startRendering()).getChannelData(0);
      return Array.from({ length: lengthS }, (_, second) => {
        const part = samples.subarray(second * sampleRate, (second + 1) * sampleRate);
        const squares = part.reduce((sum, sample) => sum + sample * sample, 0);
        return {
          rms: Math.sqrt(squares / part.length),
          peak: part.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0),
        };
      });
    },
    [code, rendering] as const,
  );
}

let code: string | undefined;

/** The file of the app as one module that a page can import. */
async function bundle(): Promise<string> {
  const [{ output } = { output: [] as unknown as Rolldown.RolldownOutput['output'] }] = [
    await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, lib: { entry: SOURCE, formats: ['es'] }, copyPublicDir: false },
    }),
  ].flat() as Rolldown.RolldownOutput[];
  return `data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`;
}
