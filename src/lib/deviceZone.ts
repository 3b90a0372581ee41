/* Which zones the platform knows, and which one the phone is in. */

/** Returns whether the platform knows this IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns the IANA time zone of the phone; null if it does not say where it is. Browsers then
 * return nothing, or a name that they themselves do not know, as `Etc/Unknown`.
 */
export function knownDeviceZone(): string | null {
  try {
    const { timeZone } = Intl.DateTimeFormat('en').resolvedOptions();
    return timeZone && timeZone !== 'Etc/Unknown' && isTimeZone(timeZone) ? timeZone : null;
  } catch {
    return null;
  }
}

/** Returns the IANA time zone of the phone, or `UTC` if it does not say where it is. */
export const deviceTimeZone = (): string => knownDeviceZone() ?? 'UTC';

/**
 * The zones that were asked for, and those the platform goes by in their place. A row may name a
 * zone that this browser does not know, because it is older or because a person edited the file.
 */
const assumedZones = new Map<string, string>();

/** Returns a zone that the platform knows: this one, or else the phone's, or else UTC. */
export function assumedZone(timeZone: string): string {
  let assumed = assumedZones.get(timeZone);
  if (assumed === undefined) {
    assumed = isTimeZone(timeZone) ? timeZone : deviceTimeZone();
    assumedZones.set(timeZone, assumed);
  }
  return assumed;
}
