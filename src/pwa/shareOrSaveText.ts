import { type ShareResult, shareOrSaveFile } from './shareOrSaveFile';

/**
 * Shares a text as text through the phone's share sheet, for example in a message or a mail.
 * Without a share sheet it is shared or saved as a file.
 *
 * @param type the MIME type of that file
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
