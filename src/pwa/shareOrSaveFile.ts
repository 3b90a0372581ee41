import { mimeTypeOf, saveFile } from '@/lib/saveFile';

/** What became of a file that was to leave the app. */
export type ShareResult = 'shared' | 'saved' | 'cancelled';

/**
 * Hands a text or a picture over as a file: to the phone's own share sheet where that takes files of this kind (mail, a cloud, another
 * phone), else as a download. Chrome's does not take JSON; a share that the browser refuses becomes a download.
 *
 * @param type a text is JSON unless another type is named; a Blob has its own
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
