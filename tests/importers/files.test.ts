import { describe, expect, it } from 'vitest';
import { readSource } from '@/importers/files/readSource';
import { FILE_MAX_BYTES, RECORDS_MAX } from '@/importers/files/source';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readSource('file.csv', bytesOf(text));
const recordsOf = (bytes: Uint8Array) => {
  const source = readSource('file.csv', bytes);
  if (!source.ok || source.value.kind !== 'table') throw new Error(JSON.stringify(source));
  return source.value.records;
};

describe('a table', () => {
  it.each([
    [',', 'a,b;c'],
    [';', 'a;b,c'],
    ['\t', 'a\tb'],
    ['|', 'a|b'],
  ])('is cut at “%s”, which its heading has most of', (delimiter, first) => {
    const text = [first, ['x', 'y', 'z'].join(delimiter)].join('\n');
    expect(recordsOf(bytesOf(`${first}${delimiter}${delimiter}\n${text}`))[2]?.cells).toEqual(['x', 'y', 'z']);
  });

  it.each(['\n', '\r\n', '\r'])(
    'has the lines of the file, with line breaks %j within quotes and blank lines',
    (end) => {
      const text = ['a,b', '', '1,"two', 'lines, ""quoted"""', ' , ', '3,4', ''].join(end);
      expect(recordsOf(bytesOf(text))).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 3, cells: ['1', 'two\nlines, "quoted"'] },
        { line: 6, cells: ['3', '4'] },
      ]);
    },
  );

  it('is read in UTF-8 and UTF-16 with their marks, and in Windows-1252', () => {
    const utf16 = (text: string) =>
      new Uint8Array([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]);
    for (const bytes of [bytesOf('\ufeffé,b'), bytesOf('é,b'), utf16('é,b'), new Uint8Array([0xe9, 0x2c, 0x62])])
      expect(recordsOf(bytes)[0]?.cells).toEqual(['é', 'b']);
  });
});

describe('a file is refused', () => {
  const zip = [0x50, 0x4b, 0x03, 0x04];
  it.each<[string, Uint8Array, object]>([
    ['that is empty', bytesOf(''), { code: 'empty' }],
    ['that has only blank lines', bytesOf(' \n\r\n'), { code: 'empty' }],
    ['that is a web page', bytesOf('<!DOCTYPE html><title>Log in</title>'), { code: 'html' }],
    ['that is a workbook', new Uint8Array([...zip, ...bytesOf('xxxx[Content_Types].xml')]), { code: 'excel' }],
    ['that is an archive', new Uint8Array([...zip, ...bytesOf('Sleep.csv')]), { code: 'zip' }],
    ['that is an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), { code: 'excel' }],
    ['that is a database', bytesOf('SQLite format 3\0'), { code: 'database' }],
    ['that is a PDF', bytesOf('%PDF-1.7'), { code: 'pdf' }],
    ['that is no text', new Uint8Array([1, 0, 2, 0, 3]), { code: 'notText' }],
    ['that is too large', new Uint8Array(FILE_MAX_BYTES + 1).fill(65), { code: 'tooBig' }],
    ['that has too many rows', bytesOf('a\n'.repeat(RECORDS_MAX + 2)), { code: 'tooManyRows' }],
    ['whose JSON is cut off', bytesOf('{"data": ['), { code: 'brokenJson' }],
    ['whose quotation mark is never closed', bytesOf('a,b\n1,2\n3,"four\n5,6'), { code: 'openQuote', line: 3 }],
  ])('%s', (_name, bytes, problem) => {
    expect(readSource('file.csv', bytes)).toMatchObject({ ok: false, problem: { ...problem, file: 'file.csv' } });
  });
});

it('a file with as many rows as are read is read', () => {
  expect(read('a\n'.repeat(RECORDS_MAX + 1)).ok).toBe(true);
});
