/** Returns the last part of a zone's name, as people say it: `America/New_York` → `New York`. */
export const cityOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
