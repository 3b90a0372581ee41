import { mimeTypeOf, saveFile } from '@/lib/saveFile';

/** What happened to a file that was to be shared. */
export type ShareResult = 'shared' | 'saved' | 'cancelled';

/**
 * Shares a text or a picture as a file through the phone's share sheet (mail, a cloud, another
 * phone). If the share sheet does not take files of this kind, or the browser refuses, the file is
 * downloaded. Chrome's share sheet does not take JSON.
 *
 * @param type the MIME type; by default JSON for a text, and a Blob's own type
 */
export async function shareOrSaveFile(
  name: string,
  content: string | Blob,
  type = mimeTypeOf(content),
): Promise<ShareResult> {
  const file = new File([content], name, { type });
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    }
  }
  saveFile(name, content, type);
  return 'saved';
}
