/**
 * The tone is low and just loud enough to be heard: it tells the person with the phone that a step
 * ends, and must not wake anybody.
 */
const PITCH_HZ = 196;
const GAIN = 0.04;
const DURATION_S = 0.15;
/** A tone that starts or ends abruptly would click. */
const FADE_S = 0.03;

/**
 * A browser may block the sound until the user taps. After this time the tone is not played,
 * because it would no longer come at the end of its step.
 */
const MAX_WAIT_MS = 500;

/**
 * Plays one soft, short tone. Does nothing if there is no audio API or the browser does not allow
 * sound now.
 */
export async function chime(): Promise<void> {
  if (!('AudioContext' in globalThis)) return;
  let context: AudioContext | null = null;
  try {
    context = new AudioContext();
    await Promise.race([context.resume(), wait(MAX_WAIT_MS)]);
    if (context.state === 'running') await play(context);
  } catch {
    // The browser refused. The screen shows the end of the step, and some phones vibrate.
  } finally {
    context?.close().catch(() => {});
  }
}

async function play(context: AudioContext): Promise<void> {
  const tone = new OscillatorNode(context, { type: 'sine', frequency: PITCH_HZ });
  const volume = new GainNode(context, { gain: 0 });
  tone.connect(volume).connect(context.destination);
  const begin = context.currentTime;
  const end = begin + DURATION_S;
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(GAIN, begin + FADE_S);
  volume.gain.setValueAtTime(GAIN, end - FADE_S);
  volume.gain.linearRampToValueAtTime(0, end);
  const toneEnded = new Promise((resolve) => tone.addEventListener('ended', resolve, { once: true }));
  tone.start(begin);
  tone.stop(end);
  await toneEnded;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
