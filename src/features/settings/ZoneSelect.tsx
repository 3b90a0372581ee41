import controls from '@/components/controls.module.css';
import { knownDeviceZone } from '@/lib/deviceZone';

interface ZoneSelectProps {
  label: string;
  value: string;
  onPick: (zone: string) => void;
}

/** A choice among all time zones. Its label is for a screen reader: beside it, words say it. */
export function ZoneSelect({ label, value, onPick }: ZoneSelectProps) {
  return (
    <select
      className={controls.input}
      aria-label={label}
      value={value}
      onChange={(event) => onPick(event.target.value)}
    >
      {zoneOptions(value).map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </select>
  );
}

/**
 * Returns every zone that the platform lists, where it lists them, and those that are chosen and of
 * the phone, which may be unlisted aliases.
 */
function zoneOptions(chosenZone: string): string[] {
  const listed = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([...listed, 'UTC', knownDeviceZone() ?? 'UTC', chosenZone])].sort();
}
