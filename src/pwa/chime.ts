/** A low note on the edge of hearing: it ends a step for whoever holds the phone, and wakes nobody else. */
const PITCH_HZ = 196;
const LOUDNESS = 0.04;
const LENGTH_S = 0.15;
/** Begun and ended at once, a tone would click. */
const EDGE_S = 0.03;

/** A browser that wants a tap first may hold the sound back; one that came later would be of no step. */
const PATIENCE_MS = 500;

/** One soft, short tone. Silently nothing where there is no sound, or the browser does not allow it now. */
export async function chime(): Promise<void> {
  if (!('AudioContext' in globalThis)) return;
  let context: AudioContext | null = null;
  try {
    context = new AudioContext();
    await Promise.race([context.resume(), wait(PATIENCE_MS)]);
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
  const end = begin + LENGTH_S;
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(LOUDNESS, begin + EDGE_S);
  volume.gain.setValueAtTime(LOUDNESS, end - EDGE_S);
  volume.gain.linearRampToValueAtTime(0, end);
  const over = new Promise((resolve) => tone.addEventListener('ended', resolve, { once: true }));
  tone.start(begin);
  tone.stop(end);
  await over;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
