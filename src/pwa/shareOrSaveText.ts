import { type ShareResult, shareOrSaveFile } from './shareOrSaveFile';

/**
 * Hands a text over as text, to a message or a mail, where there is a share sheet; else as a file.
 *
 * @param type of the file
 */
export async function shareOrSaveText(name: string, text: string, type: string): Promise<ShareResult> {
  if (navigator.canShare?.({ text })) {
    try {
      await navigator.share({ text });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    }
  }
  return shareOrSaveFile(name, text, type);
}
