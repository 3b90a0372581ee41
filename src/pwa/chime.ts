/** A low note on the edge of hearing: it ends a step for whoever holds the phone, and wakes nobody else. */
const PITCH_HZ = 196;
const GAIN = 0.04;
const DURATION_S = 0.15;
/** Begun and ended at once, a tone would click. */
const FADE_S = 0.03;

/** A browser that wants a tap first may hold the sound back; one that came later would be of no step. */
const MAX_WAIT_MS = 500;

/** One soft, short tone. Silently nothing where there is no sound, or the browser does not allow it now. */
export async function chime(): Promise<void> {
  if (!('AudioContext' in globalThis)) return;
  let context: AudioContext | null = null;
  try {
    context = new AudioContext();
    await Promise.race([context.resume(), wait(MAX_WAIT_MS)]);
    if (context.state === 'running') await play(context);
  } catch {
    // Refused: there is the screen, and a vibration where there is one.
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
