const REVOKE_URL_AFTER_MS = 60_000;

/** What kind of file a content is, where nobody says: a Blob knows, a text is JSON. */
export const mimeTypeOf = (content: string | Blob): string =>
  typeof content === 'string' ? 'application/json' : content.type;

/** Hands a text or a Blob to the browser as a file to keep. */
export function saveFile(name: string, content: string | Blob, type = mimeTypeOf(content)): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the file only some time after the click.
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_URL_AFTER_MS);
}
