/*
 * The sound of the alarm, made of samples and without a file, so that it is the same on every phone
 * and can be rendered and measured without one.
 *
 * Deep sleepers wake from a tone with a low fundamental and some overtones rather than from a pure
 * high one. A phone's small speaker gives little below 500 Hz, so both tones lie just above.
 */
const LOW_HZ = 520;
const HIGH_HZ = 780;
/** What the overtones add, from the fundamental on; the third one has a third of its swing. */
const OVERTONES: readonly number[] = [1, 0, 0.33];

/** One second of the pattern: two tones, twice, and a pause in which one can hear the child. */
const PATTERN_S = 1;
const PULSE_S = 0.16;
const PULSES: readonly { atS: number; hz: number }[] = [
  { atS: 0, hz: LOW_HZ },
  { atS: 0.18, hz: HIGH_HZ },
  { atS: 0.4, hz: LOW_HZ },
  { atS: 0.58, hz: HIGH_HZ },
];
/** A tone that starts or ends abruptly would click. */
const FADE_S = 0.012;

/** How long the alarm gets louder, and how soft it is at first: 26 dB below its volume. */
const RISE_S = 20;
const FIRST_GAIN = 0.05;

/** How long the short alarm lasts: the pattern twice. */
export const ONCE_S = 2 * PATTERN_S;

export interface AlarmOptions {
  /** When it begins, in seconds of the context's own clock. */
  startsAt: number;
  /** The largest sample, from 0 (silent) to 1 (as loud as the phone's own volume allows). */
  volume: number;
}

/**
 * Schedules the rising alarm: soft at first, 20 seconds later at its volume, where it stays until
 * it is stopped.
 *
 * @returns a function that ends the alarm at once; further calls do nothing
 */
export function scheduleAlarm(context: BaseAudioContext, { startsAt, volume }: AlarmOptions): () => void {
  const { source, gain, stop } = connectPattern(context, volume);
  gain.gain.setValueAtTime(FIRST_GAIN, startsAt);
  gain.gain.exponentialRampToValueAtTime(1, startsAt + RISE_S);
  source.loop = true;
  source.start(startsAt);
  return stop;
}

/**
 * Schedules a short alarm of two seconds, at its volume from the first tone on.
 *
 * @returns a function that ends it at once; further calls do nothing
 */
export function scheduleOnce(context: BaseAudioContext, { startsAt, volume }: AlarmOptions): () => void {
  const { source, stop } = connectPattern(context, volume);
  source.loop = true;
  source.start(startsAt);
  source.stop(startsAt + ONCE_S);
  return stop;
}

function connectPattern(context: BaseAudioContext, volume: number) {
  const samples = alarmPattern(context.sampleRate, Math.min(1, Math.max(0, volume)));
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: context.sampleRate });
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer });
  const gain = new GainNode(context);
  source.connect(gain).connect(context.destination);
  return {
    source,
    gain,
    stop: () => {
      source.stop();
      gain.disconnect();
    },
  };
}

/**
 * Returns the samples of one second of the alarm. It ends in silence, so it can be repeated without
 * a click.
 *
 * @param sampleRate samples a second
 * @param volume the largest sample, 0 to 1
 */
export function alarmPattern(sampleRate: number, volume: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(PATTERN_S * sampleRate));
  for (const { atS, hz } of PULSES) {
    const first = Math.round(atS * sampleRate);
    const count = Math.round(PULSE_S * sampleRate);
    for (let index = 0; index < count; index++) {
      const seconds = index / sampleRate;
      samples[first + index] = toneAt(seconds, hz) * fadeAt(seconds);
    }
  }
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
  // A sum of overtones has no simple highest value, so it is measured.
  return samples.map((sample) => (sample / peak) * volume);
}

const toneAt = (seconds: number, hz: number): number =>
  OVERTONES.reduce((sum, swing, index) => sum + swing * Math.sin(2 * Math.PI * hz * (index + 1) * seconds), 0);

/** The swing of a pulse at a time after its start: it comes and goes smoothly. */
function fadeAt(seconds: number): number {
  const fromEdge = Math.min(seconds, PULSE_S - seconds);
  return fromEdge >= FADE_S ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * Math.max(0, fromEdge)) / FADE_S);
}
