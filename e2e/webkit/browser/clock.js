// Runs in the page before any script of the app. The clock of the phone stands still at a time that
// a test sets, and stays there after a reload; timers run on. Without a time it is the machine's.
(() => {
  const KEY = 'test.nowMs';
  const MachineDate = Date;
  const initialMs = sessionStorage.getItem(KEY) ?? INITIAL_MS;
  let stoppedAtMs = initialMs === null ? null : Number(initialMs);
  const now = () => stoppedAtMs ?? MachineDate.now();

  window.Date = class extends MachineDate {
    constructor(...args) {
      super(...(args.length === 0 ? [now()] : args));
    }

    static now() {
      return now();
    }
  };

  window.setPhoneClock = (nowMs) => {
    stoppedAtMs = nowMs;
    sessionStorage.setItem(KEY, String(nowMs));
    // The app notices at once, as when the phone is picked up again.
    document.dispatchEvent(new Event('visibilitychange'));
  };
})();
