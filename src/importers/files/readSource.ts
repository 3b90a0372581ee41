import { decodeText } from './decodeText';
import { parseTable } from './parseTable';
import type { ReadResult, Source } from './source';

/** Reads a file as a table or as JSON; a text that begins with a bracket is JSON. */
export function readSource(file: string, bytes: Uint8Array): ReadResult<Source> {
  const text = decodeText(file, bytes);
  if (!text.ok) return text;
  if (!/^\s*[[{]/.test(text.value)) return parseTable(file, text.value);
  try {
    return { ok: true, value: { kind: 'json', file, value: JSON.parse(text.value) } };
  } catch {
    return { ok: false, problem: { code: 'brokenJson', file } };
  }
}
