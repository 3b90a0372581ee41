import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/*
 * LibreOffice Calc, where it is installed, as the spreadsheet that opens what the app writes. What
 * it has understood is read with the DOMParser of jsdom.
 */

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const SOFFICE = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find(isExecutable);

export const HAS_SPREADSHEET = SOFFICE !== undefined;
export const LEFT_OUT_SPREADSHEET = 'the tables in a spreadsheet: no soffice (LibreOffice) on the path';

/** A cell as the spreadsheet has understood it; null if it is empty. */
export type SheetCell = { type: string; value: string } | null;

/** The profile of somebody in this region. */
const profileOf = (locale: string) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`;

interface OpenTables {
  folder: string;
  /** The file names without their extension. */
  names: readonly string[];
  locale: string;
  separator: string;
}

/**
 * Opens CSV files in the spreadsheet of a region, with the separator that it expects there, and
 * returns the rows of each.
 */
export async function openInSpreadsheet({ folder, names, locale, separator }: OpenTables): Promise<SheetCell[][][]> {
  if (!SOFFICE) throw new Error(LEFT_OUT_SPREADSHEET);
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), profileOf(locale));
  // Separator, quote, UTF-8, first line, no formats, language of the profile, quoted cells as
  // others, dates and times are looked for.
  const reading = `CSV:${separator.charCodeAt(0)},34,76,1,,0,false,true`;
  await promisify(execFile)(
    SOFFICE,
    [
      ...[`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', `--infilter=${reading}`],
      ...['--convert-to', 'fods', '--outdir', folder, ...names.map((name) => join(folder, `${name}.csv`))],
    ],
    { timeout: 120_000 },
  );
  return Promise.all(names.map(async (name) => rowsOf(await readFile(join(folder, `${name}.fods`), 'utf8'))));
}

function rowsOf(xml: string): SheetCell[][] {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  return [...document.getElementsByTagName('table:table-row')].map((row) =>
    [...row.getElementsByTagName('table:table-cell')].flatMap((cell) => {
      const count = Number(cell.getAttribute('table:number-columns-repeated') ?? 1);
      return Array<SheetCell>(count).fill(cellOf(cell));
    }),
  );
}

function cellOf(cell: Element): SheetCell {
  const type = cell.getAttribute('office:value-type');
  if (type === null) return null;
  const valueName = { float: 'value', date: 'date-value', time: 'time-value', boolean: 'boolean-value' }[type];
  const value = valueName && cell.getAttribute(`office:${valueName}`);
  return { type, value: value ?? [...cell.getElementsByTagName('text:p')].map(textOf).join('\n') };
}

/** The text of a paragraph, in which several blanks are an element. */
const textOf = (node: Node): string =>
  [...node.childNodes]
    .map((child) => {
      if (child.nodeName === 'text:s') return ' '.repeat(Number((child as Element).getAttribute('text:c') ?? 1));
      return child.nodeName === '#text' ? (child.nodeValue ?? '') : textOf(child);
    })
    .join('');
