import type { Sizes } from './sizes';

const MEBIBYTE = 1024 * 1024;
const megabytes = (bytes: number): string => `${(bytes / MEBIBYTE).toFixed(1)} MB`;

/** One line a month: what is stored, and what it takes up. */
export function formatMonth(night: string, nights: number, sizes: Sizes, seconds: number): string {
  const { rows, documents, heaps, storage, serverMemory, serverFolder } = sizes;
  const parts = [
    `${night}: ${nights} nights in ${Math.round(seconds)} s`,
    `${rows} rows`,
    `${documents} documents`,
    ...heaps.map(
      ({ side, before, after, nodes, listeners }) =>
        `${side} heap ${megabytes(before)}, anew ${megabytes(after)}, ${nodes} nodes, ${listeners} listeners`,
    ),
    `stored ${storage.map(megabytes).join(' and ')}`,
    `server ${serverMemory === null ? '?' : megabytes(serverMemory)} in memory, ${megabytes(serverFolder)} in its folder`,
    `${(serverFolder / documents / 1024).toFixed(1)} kB a document`,
  ];
  return parts.join(' · ');
}

/**
 * How each size has grown since the first month that was measured, against the rows: a size that
 * grows faster than they do leaks. It is printed and fails nothing, as it depends on the machine.
 */
export function formatGrowth(first: Sizes, last: Sizes): string[] {
  const rows = last.rows / first.rows;
  const sizesOf = ({ heaps, storage, serverMemory, serverFolder }: Sizes): [string, number][] => [
    ...heaps.flatMap(({ side, before, after, nodes, listeners }): [string, number][] => [
      [`heap of ${side} page at the end of a month`, before],
      [`heap of ${side} page when it is loaded anew`, after],
      [`nodes of ${side} page`, nodes],
      [`listeners of ${side} page`, listeners],
    ]),
    ...storage.map((bytes, index): [string, number] => [`storage of ${heaps[index]?.side} phone`, bytes]),
    ['memory of the home server', serverMemory ?? 0],
    ['folder of the home server', serverFolder],
  ];
  const before = new Map(sizesOf(first));
  return sizesOf(last).map(([name, size]) => {
    const times = size / (before.get(name) ?? size);
    const verdict = times <= rows ? 'no faster than the rows' : 'FASTER than the rows';
    return `${name}: × ${times.toFixed(2)}, the rows × ${rows.toFixed(2)}: ${verdict}`;
  });
}

export const formatCounts = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');
