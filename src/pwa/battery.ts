/** How full the battery is, 0 to 1, and whether it is being charged. */
export interface Battery {
  level: number;
  isCharging: boolean;
}

interface BatteryManager extends EventTarget {
  level: number;
  charging: boolean;
}

/**
 * Tells how the battery is, now and whenever that changes, until the returned function is called.
 * Only Chromium has this API (2026); elsewhere nothing is told.
 */
export function followBattery(onChange: (battery: Battery) => void): () => void {
  const { getBattery } = navigator as Navigator & { getBattery?: () => Promise<BatteryManager> };
  let stop = () => {};
  let isStopped = false;
  const follow = (manager: BatteryManager) => {
    if (isStopped) return;
    const tell = () => onChange({ level: manager.level, isCharging: manager.charging });
    const events = ['levelchange', 'chargingchange'];
    for (const event of events) manager.addEventListener(event, tell);
    stop = () => {
      for (const event of events) manager.removeEventListener(event, tell);
    };
    tell();
  };
  getBattery?.call(navigator).then(follow, () => {});
  return () => {
    isStopped = true;
    stop();
  };
}
