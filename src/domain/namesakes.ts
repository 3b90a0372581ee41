const plain = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/** Whether two names are the same in any case, whichever way their accents are typed. */
export const isSameName = (a: string, b: string): boolean => plain(a) === plain(b);

interface Named {
  id: string;
  name: string;
  deletedAt: number | null;
}

/** Returns the row of a person with this name, if there is one. */
export const findByName = <Row extends Named>(rows: readonly Row[], name: string): Row | null =>
  rows.find((row) => row.deletedAt === null && isSameName(row.name, name)) ?? null;
