import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutBands } from '@/components/raster/layoutBands';
import { densityOf, laneBoxes, layoutRows, nearestRow } from '@/components/raster/layoutRows';
import { rasterPathsOf } from '@/components/raster/rasterPaths';
import {
  anchorOf,
  clockShiftMs,
  isLabelled,
  isLabelledWide,
  percentOf,
  scaleOf,
  ticksOf,
  ticksOfNight,
} from '@/components/raster/scale';
import type { RasterNight } from '@/domain/rasterNight';
import { at, DAD, day, household, LEO, MUM, toWallTime } from '../support/factories';

const HOUR = 3_600_000;

/**
 * In Paris the clocks went forward in the night of 28 March 2026 (2:00 → 3:00) and back in the
 * night of 24 October (3:00 → 2:00).
 */
const SPRING = day('2026-03-28');
const AUTUMN = day('2026-10-24');
const USUAL = day('2026-11-16');

/** Returns a night from 20:00 to 07:00 on the household's clock, unless other times are given. */
const night = (name: string, from = `${name} 20:00`, to?: string) => {
  const morning = new Date(Date.parse(name) + 24 * HOUR).toISOString().slice(0, 10);
  return {
    night: day(name),
    window: { from: at(from), to: at(to ?? `${morning} 07:00`) },
    pieces: [],
  };
};

describe('the scale of the picture', () => {
  it('has the length of the night: 11 hours, 10 in spring, 12 in autumn', () => {
    expect(scaleOf([night(USUAL)], household())).toEqual({ from: 0, to: 11 * HOUR });
    expect(scaleOf([night(SPRING)], household())).toEqual({ from: 0, to: 10 * HOUR });
    expect(scaleOf([night(AUTUMN)], household())).toEqual({ from: 0, to: 12 * HOUR });
  });

  it('has room for all nights, including an early bedtime and a late morning', () => {
    const nights = [
      night(USUAL),
      night('2026-11-17', '2026-11-17 18:30'),
      night('2026-11-18', undefined, '2026-11-19 09:00'),
    ];
    expect(scaleOf(nights, household())).toEqual({ from: -1.5 * HOUR, to: 13 * HOUR });
  });

  it('has the length of the household’s night if no night has begun', () => {
    const nightNotBegun = { night: USUAL, window: null, pieces: [] };
    expect(
      scaleOf([nightNotBegun], household({ nightStart: toWallTime('19:30'), nightEnd: toWallTime('06:45') })),
    ).toEqual({
      from: 0,
      to: 11.25 * HOUR,
    });
  });
});

describe('a position in the picture', () => {
  const scale = { from: -1 * HOUR, to: 11 * HOUR };
  const xOf = (name: string, time: string) => {
    const hours = household();
    return percentOf(at(time) - anchorOf(day(name), hours), scale);
  };

  it('places the start of every night at the same position, even if the clocks change', () => {
    expect(xOf('2026-11-16', '2026-11-16 20:00')).toBeCloseTo(100 / 12);
    expect(xOf('2026-03-28', '2026-03-28 20:00')).toBeCloseTo(100 / 12);
    expect(xOf('2026-10-24', '2026-10-24 20:00')).toBeCloseTo(100 / 12);
  });

  it('places 05:00 one hour further left in spring and one hour further right in autumn', () => {
    expect(xOf('2026-11-16', '2026-11-17 05:00')).toBeCloseTo((10 / 12) * 100);
    expect(xOf('2026-03-28', '2026-03-29 05:00')).toBeCloseTo((9 / 12) * 100);
    expect(xOf('2026-10-24', '2026-10-25 05:00')).toBeCloseTo((11 / 12) * 100);
  });
});

describe('the hours above the picture', () => {
  it('shows full hours of the household’s clock even if the night begins at half past seven', () => {
    const hours = household({ nightStart: toWallTime('19:30') });
    expect(ticksOf({ from: -1 * HOUR, to: 1.5 * HOUR }, hours)).toEqual([
      { offset: -0.5 * HOUR, hour: 19 },
      { offset: 0.5 * HOUR, hour: 20 },
      { offset: 1.5 * HOUR, hour: 21 },
    ]);
  });

  const hoursOf = (name: string, hourCount: number) =>
    ticksOfNight(day(name), { from: 0, to: hourCount * HOUR }, household()).map(({ hour }) => hour);

  it('shows the hours of one night as the clock did: no 02:00 in spring, and 02:00 twice in autumn', () => {
    expect(hoursOf('2026-11-16', 11)).toEqual([20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6, 7]);
    expect(hoursOf('2026-03-28', 10)).toEqual([20, 21, 22, 23, 0, 1, 3, 4, 5, 6, 7]);
    expect(hoursOf('2026-10-24', 12)).toEqual([20, 21, 22, 23, 0, 1, 2, 2, 3, 4, 5, 6, 7]);
  });

  it('shows full hours even in a zone whose offset has a half hour', () => {
    const kolkata = household({ timeZone: 'Asia/Kolkata' });
    expect(ticksOfNight(USUAL, { from: 0, to: 2 * HOUR }, kolkata)).toEqual([
      { offset: 0, hour: 20 },
      { offset: HOUR, hour: 21 },
      { offset: 2 * HOUR, hour: 22 },
    ]);
  });
});

describe('the labels of the hours', () => {
  const NIGHT = { from: 0, to: 11 * HOUR };
  const labelled = (scale: typeof NIGHT, width: number | null) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
      width === null ? isLabelled(hour, scale) : isLabelledWide(hour, scale, width),
    );

  it('are at every second hour, and at every third of a long night', () => {
    expect(labelled(NIGHT, null)).toHaveLength(12);
    expect(labelled({ from: -3 * HOUR, to: 14 * HOUR }, null)).toEqual([0, 3, 6, 9, 12, 15, 18, 21]);
  });

  it('with AM and PM are fewer where they would overlap', () => {
    // The dashboard on phones of 390 and of 320 pixels, and a wide screen.
    expect(labelled(NIGHT, 232)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22]);
    expect(labelled(NIGHT, 150)).toEqual([0, 4, 8, 12, 16, 20]);
    expect(labelled({ from: 0, to: 24 * HOUR }, 150)).toEqual([0, 12]);
    expect(labelled(NIGHT, 1000)).toEqual(labelled(NIGHT, null));
  });

  it('with AM and PM have room in any picture', () => {
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 2000 }), fc.integer({ min: 4, max: 24 }), (width, hours) => {
        const labels = labelled({ from: 0, to: hours * HOUR }, width);
        const step = (labels[1] ?? 24) - (labels[0] ?? 0);
        expect((step * width) / hours).toBeGreaterThanOrEqual(42);
      }),
    );
  });
});

describe('a clock change', () => {
  it.each([
    ['2026-11-16', 0],
    ['2026-03-28', -HOUR],
    ['2026-10-24', HOUR],
  ])('makes the night of %s longer by %i ms', (name, shift) => {
    expect(clockShiftMs(night(name).window, 'Europe/Paris')).toBe(shift);
  });

  it('does not make a night longer if it comes after the end of the window', () => {
    expect(clockShiftMs(night(AUTUMN, undefined, '2026-10-25 01:30').window, 'Europe/Paris')).toBe(0);
  });

  it('is zero in a night without one, even if the window does not begin at a full minute', () => {
    const { from, to } = night(USUAL, '2026-11-16 20:00:41', '2026-11-17 07:00:03').window;
    expect(clockShiftMs({ from, to }, 'Europe/Paris')).toBe(0);
  });
});

describe('the layout of the rows', () => {
  const nights = (firstNight: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      day(new Date(Date.parse(firstNight) + index * 24 * HOUR).toISOString().slice(0, 10)),
    );
  const nightsWithLabel = (firstNight: string, count: number) =>
    layoutRows(nights(firstNight, count), densityOf(count))
      .rows.filter((row) => row.hasLabel)
      .map((row) => row.night);

  it('makes the rows of a week high enough for a thumb and labels each of them', () => {
    expect(densityOf(7).rowHeight).toBeGreaterThanOrEqual(24);
    expect(nightsWithLabel('2026-11-16', 7)).toEqual(nights('2026-11-16', 7));
  });

  it('labels each Monday of four weeks, and the first row if there is room', () => {
    expect(nightsWithLabel('2026-11-18', 28)).toEqual([
      '2026-11-18',
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
    ]);
    // The labels of Sunday and Monday would overlap.
    expect(nightsWithLabel('2026-11-22', 28)[0]).toBe('2026-11-23');
  });

  it('labels the first night of each month of a year', () => {
    expect(nightsWithLabel('2025-11-26', 365).slice(0, 3)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
  });

  it('places the rows one below the other, with a gap before each week', () => {
    const { rows, height } = layoutRows(nights('2026-11-21', 4), { rowHeight: 7, gapBeforeLabel: 4, labels: 'week' });
    expect(rows.map(({ y }) => y)).toEqual([0, 7, 18, 25]);
    expect(height).toBe(32);
  });

  it('finds the nearest row to a touch between or beyond the rows', () => {
    const density = { rowHeight: 7, gapBeforeLabel: 4, labels: 'week' } as const;
    const { rows } = layoutRows(nights('2026-11-21', 4), density);
    expect([-50, 6, 8, 15.5, 16.5, 24, 500].map((y) => nearestRow(rows, density, y))).toEqual([0, 0, 1, 1, 2, 2, 3]);
  });

  it('divides a row into one lane for each child, in order and without overlap', () => {
    const [firstLane, secondLane] = laneBoxes(44, 2);
    expect(firstLane).toEqual({ y: 5, height: 15.5 });
    expect(secondLane).toEqual({ y: 23.5, height: 15.5 });
    expect(laneBoxes(3, 2)).toEqual([
      { y: 0, height: 1.5 },
      { y: 1.5, height: 1.5 },
    ]);
  });
});

describe('the paths of many nights', () => {
  /**
   * The picture has 1,100 pixels for 11 hours: an hour has 100 pixels, half an hour 50. A row of 7
   * pixels has a margin of half a pixel.
   */
  const [width, rowHeight] = [1100, 7];
  const person = (id: string, index: number) => ({ id, name: id, color: 'blue' as const, index });
  const drawing = {
    id: 'raster',
    scale: { from: 0, to: 11 * HOUR },
    hours: household(),
    lanes: [{ id: LEO, name: 'Léo' }],
    people: [person(DAD, 0), person(MUM, 1)],
  };
  const loggedNight = (name: string) => ({ ...night(name), observed: true, falseAlarms: [] });
  const pathsOf = (...nights: RasterNight[]) => {
    const { rows } = layoutRows(
      nights.map(({ night: nightKey }) => nightKey),
      { rowHeight, gapBeforeLabel: 0, labels: 'week' },
    );
    return rasterPathsOf(nights, rows, drawing, rowHeight, width);
  };

  it('draws 03:00 to 03:30 as a box of 50 at 700, in the path of each person who was up or of nobody', () => {
    const stretch = { childId: LEO, from: at('2026-11-17 03:00'), to: at('2026-11-17 03:30') };
    const pathsOfPiece = (caregiverIds: string[]) =>
      pathsOf({ ...loggedNight(USUAL), pieces: [{ ...stretch, caregiverIds }] });
    expect([...pathsOfPiece([MUM]).byPerson]).toEqual([[1, 'M700 0.5h50v6h-50z']]);
    expect([...pathsOfPiece([MUM, DAD]).byPerson]).toEqual([
      [0, 'M700 0.5h50v3h-50z'],
      [1, 'M700 3.5h50v3h-50z'],
    ]);
    expect(pathsOfPiece([]).byPerson.size).toBe(0);
    // Half of an outline's width lies inside the shape, so the shape is smaller by half a pixel on
    // each side.
    expect(pathsOfPiece([]).unattributed).toBe('M700 1h50v5h-50z');
  });

  it('places nights one below the other, and draws a night that nobody logged as a line', () => {
    const { tracks, gaps } = pathsOf(loggedNight(USUAL), { ...loggedNight('2026-11-17'), observed: false });
    expect(tracks).toBe('M0 0.5h1100v6h-1100z');
    expect(gaps).toBe('M0 10.5h1100');
  });

  it('draws a wake-up of one second with the minimum width, and a false alarm as a tick', () => {
    const from = at('2026-11-17 03:00');
    const briefNight = {
      ...loggedNight(USUAL),
      pieces: [{ childId: LEO, from, to: at('2026-11-17 03:00:01'), caregiverIds: [DAD] }],
      falseAlarms: [{ childId: LEO, at: from }],
    };
    expect(pathsOf(briefNight).byPerson.get(0)).toBe('M700 0.5h4.4v6h-4.4z');
    expect(pathsOf(briefNight).falseAlarms).toBe('M700 0.5v6');
  });
});

describe('the edges of the illnesses behind the nights', () => {
  const band = (id: string, from: string, to: string) => ({ id, from: day(from), to: day(to), label: id });
  const edgesOf = (...bands: ReturnType<typeof band>[]) => layoutBands(bands).map(({ id, edgeX }) => [id, edgeX]);

  it('places edges in the same column if one illness comes after the other', () => {
    expect(edgesOf(band('ear', '2026-11-10', '2026-11-12'), band('cold', '2026-11-01', '2026-11-09'))).toEqual([
      ['cold', -6],
      ['ear', -6],
    ]);
  });

  it('places edges side by side if the illnesses overlap, even in only one night', () => {
    const [cold, ear] = [band('cold', '2026-11-01', '2026-11-09'), band('ear', '2026-11-09', '2026-11-12')];
    expect(edgesOf(cold, ear, band('fever', '2026-11-10', '2026-11-11'))).toEqual([
      ['cold', -6],
      ['ear', -10],
      ['fever', -6],
    ]);
  });

  it('places edges in the last column if there are more illnesses than columns', () => {
    const fiveBands = Array.from({ length: 5 }, (_, index) => band(`${index}`, '2026-11-01', '2026-11-09'));
    expect(edgesOf(...fiveBands).map(([, edge]) => edge)).toEqual([-6, -10, -14, -14, -14]);
  });
});
