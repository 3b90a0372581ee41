const HELD_FOR_MS = 60_000;

/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the file only some time after the click.
  setTimeout(() => URL.revokeObjectURL(url), HELD_FOR_MS);
}
