import { FILE_MAX_BYTES, type FileProblem, type ReadResult } from './source';

/** The first bytes of files that are no text, and what they are. */
const SIGNATURES: readonly (readonly [FileProblem['code'] & ('zip' | 'database' | 'pdf' | 'excel'), number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['database', [...'SQLite format 3'].map((char) => char.charCodeAt(0))],
];

/** The name of a file within an Excel workbook, near its begin. */
const WORKBOOK = /\[Content_Types\]\.xml|xl\//;

const HTML = /^\s*<(?:!doctype|html|head|body|\?xml)/i;

/**
 * Returns the text of a file: UTF-8 or UTF-16 with its mark, UTF-8 without one, else Windows-1252,
 * which Excel writes. Refused is what is no text, is empty, or is a web page.
 */
export function decodeText(file: string, bytes: Uint8Array): ReadResult<string> {
  const refuse = (code: Exclude<FileProblem['code'], 'openQuote'>) => ({ ok: false, problem: { code, file } }) as const;
  if (bytes.length > FILE_MAX_BYTES) return refuse('tooBig');
  if (bytes.length === 0) return refuse('empty');
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (known) {
    const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2000));
    return refuse(known[0] === 'zip' && WORKBOOK.test(head) ? 'excel' : known[0]);
  }
  const text = decode(bytes);
  if (text.includes('\0')) return refuse('notText');
  if (text.trim() === '') return refuse('empty');
  if (HTML.test(text)) return refuse('html');
  return { ok: true, value: text };
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
