const REVOKE_URL_AFTER_MS = 60_000;

/** Returns the default MIME type of a content: a Blob carries its own, and a string is JSON. */
export const mimeTypeOf = (content: string | Blob): string =>
  typeof content === 'string' ? 'application/json' : content.type;

/** Makes the browser download a string or a Blob as a file called `name`. */
export function saveFile(name: string, content: string | Blob, type = mimeTypeOf(content)): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the file some time after the click, so the address must stay valid until then.
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_URL_AFTER_MS);
}
