import { type Given, giveFile } from './giveFile';

/**
 * Hands a text over as text, to a message or a mail, where there is a share sheet; else as a file.
 *
 * @param type of the file
 */
export async function giveText(name: string, text: string, type: string): Promise<Given> {
  if (navigator.canShare?.({ text })) {
    try {
      await navigator.share({ text });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    }
  }
  return giveFile(name, text, type);
}
