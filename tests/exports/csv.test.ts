import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import { csvDialect, decimalSignOf } from '@/exports/csvDialect';
import { formatIsoTime, formatSheetTime } from '@/exports/formatIsoTime';
import { incidentsCsv, nightsCsv } from '@/exports/logTables';
import { toCsv } from '@/exports/toCsv';
import type { Language } from '@/i18n/translator';
import { loadTranslation, type Translation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { exampleLog, SAVED_AT } from '../support/backup';
import {
  at,
  DAD,
  day,
  entry,
  household,
  incident,
  leo,
  MUM,
  nightRow,
  tonightAt,
  toWallTime,
  wakeUp,
  ZOE,
} from '../support/factories';

const RANGE = { from: day('2026-11-15'), to: day('2026-11-16') };

async function wordsOf(language: Language): Promise<Translation> {
  const words = await loadTranslation(language, []);
  await words.loadDayMessages();
  return words;
}

const WORDS = { en: await wordsOf('en'), fr: await wordsOf('fr') };
const DIALECTS = { en: csvDialect('en-GB'), fr: csvDialect('fr-FR') };

/** The example log with other incidents or another time zone. */
const logWith = (more: Partial<HouseholdLog>): HouseholdLog => ({ ...exampleLog(), ...more });

const incidentLines = (language: Language, log: HouseholdLog, range = RANGE) =>
  incidentsCsv(log, range, WORDS[language], DIALECTS[language]);
const nightLines = (language: Language, log: HouseholdLog, range = RANGE, now = SAVED_AT) =>
  nightsCsv(log, range, now, WORDS[language], DIALECTS[language]);

/**
 * Parses a CSV text as a spreadsheet would. Each line becomes an object from the column's name to
 * the cell.
 */
function read(csv: string, delimiter: ',' | ';'): Record<string, string>[] {
  const { data, errors } = papaparse.parse<Record<string, string>>(csv.slice(1), { header: true, delimiter });
  expect(errors).toEqual([]);
  return data;
}

const exportedNote = async (note: string, language: Language = 'en'): Promise<string | undefined> => {
  const csv = await incidentLines(language, logWith({ incidents: [wakeUp('02:43', '03:03', { note })] }));
  return read(csv, language === 'en' ? ',' : ';')[0]?.Note;
};

describe('incidentsCsv', () => {
  it('writes the incidents in English, with commas between the cells', async () => {
    expect((await incidentLines('en', exampleLog())).split('\r\n')).toEqual([
      '\ufeffChild,Woke,Over,Recovery (min),Outcome,Cause,Who responded,Remedies,Who was to be woken,Runbook,False alarm,Time estimated,Note,Time zone,"Woke, with offset","Over, with offset"',
      'Zoé,2026-11-16 22:10:00,2026-11-16 22:15:00,5,Settled alone,The moon,,,,,no,yes,,Europe/Paris,2026-11-16T22:10:00+01:00,2026-11-16T22:15:00+01:00',
      'Léo,2026-11-17 02:43:00,2026-11-17 03:30:00,47,Settled alone,Teething,"Mum, Dad",Feed,Dad (by voice: didn’t wake),Degraded,no,no,"left molar\na tooth?\nOr the moon 🌝 “again”",Europe/Paris,2026-11-17T02:43:00+01:00,2026-11-17T03:30:00+01:00',
      'Léo,2026-11-17 05:00:00,2026-11-17 05:10:00,10,Asleep again,,Mum,,,,no,no,,Europe/Paris,2026-11-17T05:00:00+01:00,2026-11-17T05:10:00+01:00',
      'Zoé,2026-11-17 06:10:00,2026-11-17 06:20:00,10,Up for the day,Hunger,Dad,,,,no,no,,Europe/Paris,2026-11-17T06:10:00+01:00,2026-11-17T06:20:00+01:00',
      'Léo,2026-11-17 09:50:00,,,,,Mum,,Dad (by page: no answer yet),Degraded,no,no,"↷ wait\n→ Degraded",Europe/Paris,2026-11-17T09:50:00+01:00,',
    ]);
  });

  it('writes the incidents in French, for a spreadsheet whose decimal sign is the comma', async () => {
    const incidents = [
      incident([entry('detected', '02:43'), entry('resolved', at('2026-11-17 02:43:20'), { outcome: 'selfSettled' })]),
      incident(
        [
          entry('detected', '03:00'),
          entry('remedy', '03:01', { by: DAD, remedy: 'song' }),
          entry('remedy', '03:02', { by: MUM, remedy: 'feed' }),
          entry('resolved', at('2026-11-17 03:07:27'), { by: DAD }),
        ],
        { id: 'two', causeId: 'hunger', note: 'a; b' },
      ),
    ];
    expect((await incidentLines('fr', logWith({ incidents }))).split('\r\n')).toEqual([
      '\ufeffEnfant;Réveil;Fin;Rétablissement (min);Issue;Cause;Qui s’en est occupé;Remèdes;Qui a été appelé;Procédure;Fausse alerte;Heure estimée;Note;Fuseau horaire;Réveil, avec décalage;Fin, avec décalage',
      'Léo;2026-11-17 02:43:00;2026-11-17 02:43:20;0,3;Ça redort sans nous;;;;;;oui;non;;Europe/Paris;2026-11-17T02:43:00+01:00;2026-11-17T02:43:20+01:00',
      'Léo;2026-11-17 03:00:00;2026-11-17 03:07:27;7,5;Ça redort;Faim;Dad, Mum;Chanson, Tétée, bib;;;non;non;"a; b";Europe/Paris;2026-11-17T03:00:00+01:00;2026-11-17T03:07:27+01:00',
    ]);
  });

  it('writes the incidents of the given nights, noon to noon, for any order of the rows', async () => {
    const incidents = [
      wakeUp('03:00', '03:10', { id: 'in' }),
      incident([entry('detected', at('2026-11-15 11:59'))], { id: 'before' }),
      incident([entry('detected', at('2026-11-17 12:00'))], { id: 'after' }),
      incident([entry('detected', at('2026-11-15 12:00'))], { id: 'first' }),
      incident([entry('detected', at('2026-11-17 11:59'))], { id: 'last' }),
    ];
    const rows = read(await incidentLines('en', logWith({ incidents })), ',');
    expect(rows.map(({ Woke }) => Woke?.slice(0, 16))).toEqual([
      '2026-11-15 12:00',
      '2026-11-17 03:00',
      '2026-11-17 11:59',
    ]);
  });

  it('names a missing row by its id', async () => {
    const incidents = [
      incident([entry('detected', '02:43'), entry('escalated', '02:44', { to: 'uncle' })], {
        childId: 'nobody',
        runbookId: 'unwritten',
      }),
    ];
    const [row] = read(await incidentLines('en', logWith({ incidents })), ',');
    expect(row).toMatchObject({
      Child: 'nobody',
      'Who was to be woken': 'uncle (by voice: no answer yet)',
      Runbook: 'unwritten',
    });
  });

  it('leaves out entries that are marked as deleted', async () => {
    const gone = { deletedAt: tonightAt('03:30') };
    const incidents = [
      incident([
        entry('detected', '02:43'),
        entry('escalated', '02:44', gone),
        entry('remedy', '02:45', gone),
        entry('note', '02:46', gone),
        entry('resolved', '03:03', { by: null, outcome: 'settled' }),
      ]),
    ];
    const [row] = read(await incidentLines('en', logWith({ incidents })), ',');
    expect(row).toMatchObject({ 'Who responded': '', Remedies: '', 'Who was to be woken': '', Note: '' });
  });

  it('marks an incident whose beginning or end is estimated', async () => {
    const guess = { estimated: true };
    const incidents = [
      incident([entry('detected', '01:00', guess), entry('resolved', '01:05')], { id: 'a' }),
      incident([entry('detected', '02:00'), entry('resolved', '02:05', guess)], { id: 'b' }),
      incident([entry('detected', '03:00'), entry('remedy', '03:01', guess), entry('resolved', '03:05')], { id: 'c' }),
    ];
    const rows = read(await incidentLines('en', logWith({ incidents })), ',');
    expect(rows.map((row) => row['Time estimated'])).toEqual(['yes', 'yes', 'no']);
  });

  it.each([
    [30, 'selfSettled', 'yes'],
    [31, 'selfSettled', 'no'],
    [30, 'settled', 'no'],
  ] as const)(
    'say that a wake-up of %i s with the outcome %s is a false alarm: %s',
    async (seconds, outcome, falseAlarm) => {
      const end = (tonightAt('02:43') + seconds * 1000) as Instant;
      const incidents = [incident([entry('detected', '02:43'), entry('resolved', end, { outcome })])];
      const [row] = read(await incidentLines('en', logWith({ incidents })), ',');
      expect(row?.['False alarm']).toBe(falseAlarm);
    },
  );

  it('writes only the header if nothing happened', async () => {
    expect(await incidentLines('en', logWith({ incidents: [] }))).toMatch(/^\ufeffChild,[^\r\n]*,Note,[^\r\n]*$/);
  });
});

describe('toCsv with a typed text', () => {
  it.each([
    'plain',
    'a "quote"',
    '"',
    'a, b; c',
    'two\nlines',
    'two\r\nlines\r\n',
    ' blanks ',
    'é 🌝 “again”',
    '1,5',
    'a=b',
    'a\t=b',
    '',
  ])('is read back unchanged: %j', async (note) => {
    for (const language of ['en', 'fr'] as const) expect(await exportedNote(note, language)).toBe(note);
  });

  const STARTS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
  const BEFORE = ['', '\t', '\r', '\n', '\r\n', ' ', '\u00a0', '\u200b', '\ufeff', '\u0000', ' \t '];
  const AFTER = ['1+1', "cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")', '1\nsecond line', '1\r\nsecond'];

  it.each(BEFORE.flatMap((before) => STARTS.map((start) => before + start)))(
    'writes a typed text as no formula: %j',
    async (start) => {
      for (const after of AFTER)
        for (const language of ['en', 'fr'] as const)
          expect(await exportedNote(start + after, language)).toBe(`'${start}${after}`);
    },
  );

  it.each(['\tx', '\rx', '\nx'])('writes a typed text without a control sign at its beginning: %j', async (note) => {
    expect(await exportedNote(note)).toBe(`'${note}`);
  });

  it('writes a name that looks like a formula as text in one cell', async () => {
    const log = logWith({ children: [{ ...leo, name: '=1,2;"3' }], incidents: [wakeUp('02:43', '03:03')] });
    expect(read(await incidentLines('en', log), ',')[0]?.Child).toBe('\'=1,2;"3');
    expect(read(await incidentLines('fr', log), ';')[0]?.Enfant).toBe('\'=1,2;"3');
  });

  it('writes no formula in any column, and each text is read back unchanged except for the apostrophe', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', '=', '＝', "'", 'a', ' ') }),
    );
    const table = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom<Language>('en', 'fr'), async (rows, language) => {
        const csv = await toCsv(['a', 'b', 'c'], rows, DIALECTS[language]);
        const { delimiter } = DIALECTS[language];
        const { data } = papaparse.parse<string[]>(csv.slice(1), { delimiter, newline: '\r\n' });
        expect(data).toHaveLength(rows.length + 1);
        for (const [index, row] of rows.entries())
          for (const [place, cell] of row.entries()) {
            const got = data[index + 1]?.[place] ?? '';
            expect([cell, `'${cell}`]).toContain(got);
            expect(got.trim()).not.toMatch(/^[=+\-@＝＋－＠]/);
          }
      }),
    );
  });
});

describe('nightsCsv', () => {
  it('writes the nights in English', async () => {
    expect(
      (await nightLines('en', exampleLog(), { from: day('2026-11-14'), to: day('2026-11-16') })).split('\r\n'),
    ).toEqual([
      '\ufeffNight,Logged,Night began,Night ended,Wake-ups,False alarms,Awake (min),Sleep availability (%),Longest stretch (min),On call,Backup,Hand-over,Two at once (min),Time zone',
      '2026-11-14,no,2026-11-14 20:00:00,2026-11-15 07:00:00,,,,,,Mum,Dad,03:00,,Europe/Paris',
      '2026-11-15,yes,2026-11-15 20:00:00,2026-11-16 07:00:00,0,0,0,100,660,Dad,Mum,02:30,0,Europe/Paris',
      '2026-11-16,yes,2026-11-16 20:30:00,2026-11-17 06:45:00,4,0,93,84.88,268,Mum,Dad,03:00,0,Europe/Paris',
    ]);
  });

  it('writes the nights in French', async () => {
    const log = logWith({
      incidents: [incident([entry('detected', '02:43'), entry('resolved', at('2026-11-17 02:55:20'))])],
      nights: [nightRow()],
      household: household({
        rotation: {
          anchor: day('2026-11-16'),
          slots: [{ primary: MUM, secondary: null, handoverAt: toWallTime('03:00') }],
        },
      }),
    });
    expect((await nightLines('fr', log, { from: day('2026-11-16'), to: day('2026-11-16') })).split('\r\n')).toEqual([
      '\ufeffNuit;Notée;Début de la nuit;Fin de la nuit;Réveils;Fausses alertes;Éveil (min);Disponibilité du sommeil (%);Plus longue plage (min);De garde;En renfort;Relève;Deux à la fois (min);Fuseau horaire',
      '2026-11-16;oui;2026-11-16 20:00:00;2026-11-17 07:00:00;1;0;12,3;98,13;403;Mum;;03:00;0;Europe/Paris',
    ]);
  });

  it('writes the minutes in which two children were awake at once', async () => {
    const log = logWith({ incidents: [wakeUp('02:43', '03:03'), wakeUp('02:50', '03:10', { childId: ZOE })] });
    const [row] = read(await nightLines('en', log, { from: day('2026-11-16'), to: day('2026-11-16') }), ',');
    expect(row).toMatchObject({ 'Wake-ups': '2', 'Two at once (min)': '13' });
  });

  it('leaves the on-call cells empty without a rota', async () => {
    const log = logWith({ household: household({ rotation: null }), nights: [], incidents: [] });
    const [row] = read(await nightLines('en', log, { from: day('2026-11-16'), to: day('2026-11-16') }), ',');
    expect(row).toMatchObject({ Logged: 'no', 'On call': '', Backup: '', 'Hand-over': '', 'Wake-ups': '' });
  });
});

describe('the dialect of a table', () => {
  it.each([
    ['en-US', ',', '.'],
    ['en-GB', ',', '.'],
    ['de-DE', ';', ','],
    ['fr-FR', ';', ','],
    ['fr-CA', ';', ','],
    ['pt-BR', ';', ','],
    // A Swiss spreadsheet expects semicolons, too.
    ['de-CH', ';', '.'],
    ['fr-LI', ';', ','],
    ['ar-EG-u-nu-latn', ',', '.'],
  ])('is that of spreadsheets in %s: %s between the cells, %s in a number', (locale, delimiter, decimal) => {
    expect(csvDialect(locale)).toEqual({ delimiter, decimal });
  });

  it('follows another choice of the decimal sign', () => {
    expect(csvDialect('en-US', ',')).toEqual({ delimiter: ';', decimal: ',' });
    expect(csvDialect('de-DE', '.')).toEqual({ delimiter: ',', decimal: '.' });
    expect(csvDialect('de-CH', '.')).toEqual(csvDialect('de-CH'));
  });

  it.each(['de-DE', 'fr-FR', 'en-US'])('lets a spreadsheet in %s calculate with numbers and times', async (locale) => {
    const { delimiter } = csvDialect(locale);
    const notes = { note: '=1,5;2.5' };
    const halfMinute = incident([entry('detected', '03:00'), entry('resolved', at('2026-11-17 03:07:27'))]);
    const log = logWith({ incidents: [wakeUp('02:43', '02:50', notes), halfMinute] });
    const rows = read(await incidentsCsv(log, RANGE, WORDS.en, csvDialect(locale)), delimiter);
    const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 });
    expect(rows.map((row) => row['Recovery (min)'])).toEqual(['7', decimals.format(7.5)]);
    expect(rows.map((row) => row['Time zone'])).toEqual(['Europe/Paris', 'Europe/Paris']);
    for (const row of rows) expect(row.Woke).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect(rows[0]?.Note).toBe("'=1,5;2.5");
  });

  it('knows the decimal sign of a locale', () => {
    expect([decimalSignOf('en-DE'), decimalSignOf('en-US')]).toEqual([',', '.']);
  });
});

describe('formatSheetTime', () => {
  it('formats the time of the household’s clock without its offset', () => {
    expect(formatSheetTime(at('2026-11-17 02:43:10'), 'Europe/Paris')).toBe('2026-11-17 02:43:10');
    expect(formatSheetTime(at('2026-11-17 02:43:10'), 'Asia/Kathmandu')).toBe('2026-11-17 07:28:10');
  });
});

it('names the zone that a night was lived in, after the household has moved', async () => {
  const moved = household({ formerZones: [{ until: day('2026-11-17'), timeZone: 'America/New_York' }] });
  const log = logWith({ household: moved, incidents: [wakeUp('02:43', '03:03')] });
  const [incidentRow] = read(await incidentLines('en', log), ',');
  expect(incidentRow).toMatchObject({ Woke: '2026-11-16 20:43:00', 'Time zone': 'America/New_York' });
  const nights = read(await nightLines('en', log, { from: day('2026-11-16'), to: day('2026-11-17') }), ',');
  expect(nights.map((row) => row['Time zone'])).toEqual(['America/New_York', 'Europe/Paris']);
});

describe('formatIsoTime', () => {
  it.each([
    ['winter in Paris', '2026-11-17T01:43:10.999Z', 'Europe/Paris', '2026-11-17T02:43:10+01:00'],
    ['the doubled hour, first', '2026-10-25T00:30:00Z', 'Europe/Paris', '2026-10-25T02:30:00+02:00'],
    ['the doubled hour, second', '2026-10-25T01:30:00Z', 'Europe/Paris', '2026-10-25T02:30:00+01:00'],
    ['half an hour', '2026-11-16T20:00:00Z', 'Asia/Kolkata', '2026-11-17T01:30:00+05:30'],
    ['three quarters', '2026-11-16T20:00:00Z', 'Asia/Kathmandu', '2026-11-17T01:45:00+05:45'],
    ['a change of half an hour, before', '2026-04-04T14:45:00Z', 'Australia/Lord_Howe', '2026-04-05T01:45:00+11:00'],
    ['a change of half an hour, after', '2026-04-04T15:15:00Z', 'Australia/Lord_Howe', '2026-04-05T01:45:00+10:30'],
    ['west, half an hour', '2026-01-17T01:43:10Z', 'America/St_Johns', '2026-01-16T22:13:10-03:30'],
    ['none', '2026-11-17T01:43:10Z', 'UTC', '2026-11-17T01:43:10+00:00'],
  ])('%s', (_, instant, timeZone, expected) => {
    expect(formatIsoTime(Date.parse(instant) as Instant, timeZone)).toBe(expected);
  });

  it('writes a time that parses to the same instant, in every zone', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const instant = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(instant, zone, (ms, timeZone) => {
        expect(Date.parse(formatIsoTime(ms as Instant, timeZone))).toBe(Math.floor(ms / 1000) * 1000);
      }),
    );
  });

  it('tells the two equal times of an autumn night apart in the file', async () => {
    const [first, second] = [
      Date.parse('2026-10-25T00:50:00Z') as Instant,
      Date.parse('2026-10-25T01:10:00Z') as Instant,
    ];
    const incidents = [incident([entry('detected', first), entry('resolved', second)])];
    const range = { from: day('2026-10-24'), to: day('2026-10-24') };
    const log = logWith({ household: household(), incidents });
    const [row] = read(await incidentLines('en', log, range), ',');
    expect(row).toMatchObject({
      Woke: '2026-10-25 02:50:00',
      Over: '2026-10-25 02:10:00',
      'Woke, with offset': '2026-10-25T02:50:00+02:00',
      'Over, with offset': '2026-10-25T02:10:00+01:00',
      'Recovery (min)': '20',
    });
  });
});
