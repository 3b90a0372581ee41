import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts an X server without a screen on a free display. Resolves to its name and how to stop it.
 */
export async function startXvfb(): Promise<{ display: string; stop: () => Promise<void> }> {
  const args = ['-displayfd', '3', '-screen', '0', '800x1000x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  const [number] = await Promise.race([
    once(child.stdio[3] as NodeJS.ReadableStream, 'data'),
    exited.then(() => Promise.reject(new Error('Xvfb did not start'))),
  ]);
  const stop = async () => {
    child.kill();
    await exited;
  };
  return { display: `:${String(number).trim()}`, stop };
}
