// @ts-check
/*
 * Runs before the app. The shell of index.html shows a working button from its first frame. This
 * script stores a tap on it with its exact instant; the app turns it into an incident when it has
 * started (src/db/earlyTaps.ts).
 *
 * This is a plain script, no module, and is not bundled (the build minifies it), because it must be
 * ready as early as possible. A tap is confirmed only when it is on disk. It is therefore stored in
 * IndexedDB (localStorage reaches the disk seconds later), in a separate database, because the
 * app's database may not exist yet.
 */
(() => {
  const DATABASE = 'infernalops-early';
  const STORE = 'taps';
  /** Dexie multiplies its versions by ten: its version 1 is the browser's 10. */
  const VERSION = 10;
  /** Two taps on the same button within this time count as one (experience.md). */
  const SAME_TAP_MS = 2000;
  /** A damaged storage may never answer. The person hears that by then. */
  const MAX_SAVE_MS = 3000;

  /** The app writes this key for the next start: its language, locale and the buttons to show. */
  const HINTS_KEY = 'infernalops.shell';

  /** @typedef {{ child: string, label: string }} HintButton */
  /** @returns {{ language?: string, locale?: string, buttons?: HintButton[], said?: string } | null} */
  function readHints() {
    try {
      return JSON.parse(localStorage.getItem(HINTS_KEY) ?? 'null');
    } catch {
      return null;
    }
  }

  /**
   * Whether this window shows a GameDay (src/stores/gameDay.ts). A tap in a GameDay must never be
   * logged in the real log.
   */
  function inGameDay() {
    try {
      return sessionStorage.getItem('infernalops.gameday') !== null;
    } catch {
      return false;
    }
  }

  /** Reads what the last start left. The first reading of localStorage in a page takes a while. */
  function readWords() {
    const hints = readHints();
    const isFrench =
      (hints?.language ??
        navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'fr' || tag === 'en')) === 'fr';
    const messages = isFrench
      ? {
          woke: 'Bébé se réveille',
          saved: (/** @type {string} */ time) => `Noté à ${time}.`,
          failed: 'Pas pu le noter : touchez encore dans un instant.',
          reload: 'Recharger',
        }
      : {
          woke: 'Baby woke',
          saved: (/** @type {string} */ time) => `Noted at ${time}.`,
          failed: 'Could not note that: tap again in a moment.',
          reload: 'Reload',
        };
    return { hints, isFrench, messages };
  }

  /** @type {ReturnType<typeof readWords> | null} */
  let words = null;
  const wordsOfShell = () => {
    words ??= readWords();
    return words;
  };

  /** @type {Promise<IDBDatabase> | null} */
  let opening = null;
  function openDatabase() {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE, VERSION);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
      request.onsuccess = () => {
        // The app opens and clears this database, and must never wait for this connection.
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
    });
    return opening;
  }

  /** @param {{ id: string, at: number, child: string | null }} tap */
  async function saveTap(tap) {
    const database = await openDatabase();
    await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.objectStore(STORE).put(tap);
      // If the page is left now and kept, its tasks stop: nothing would commit the tap later.
      transaction.commit?.();
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }

  const noAnswer = () => new Promise((_, reject) => setTimeout(reject, MAX_SAVE_MS));

  /** @param {string} text */
  function showMessage(text) {
    const element = document.querySelector('.shell-message');
    if (element) element.textContent = text;
  }

  /** @param {number} at */
  function formatTime(at) {
    try {
      // At the first start, the browser's own locale knows the hours of the device.
      return new Date(at).toLocaleTimeString(wordsOfShell().hints?.locale, { timeStyle: 'short' });
    } catch {
      // The host's locale may be one that Intl does not know, such as `en-US@posix`.
      return new Date(at).toTimeString().slice(0, 5);
    }
  }

  /** @type {Map<string, number>} */
  const lastTaps = new Map();

  /** @param {HTMLElement | SVGElement} button @param {number} at */
  function onTap(button, at) {
    const child = button.dataset.child ?? null;
    const last = lastTaps.get(child ?? '');
    if (last !== undefined && Math.abs(at - last) < SAME_TAP_MS) return;
    lastTaps.set(child ?? '', at);
    const tap = { id: `early-${at}-${Math.random().toString(36).slice(2, 10)}`, at, child };
    Promise.race([saveTap(tap), noAnswer()]).then(
      () => {
        navigator.vibrate?.(30);
        showMessage(wordsOfShell().messages.saved(formatTime(at)));
        dispatchEvent(new Event('infernalops:early-tap'));
      },
      () => {
        // The next tap tries again to open the database.
        opening = null;
        lastTaps.delete(child ?? '');
        showMessage(wordsOfShell().messages.failed);
      },
    );
  }

  /** @param {EventTarget | null} target */
  const findButton = (target) =>
    target instanceof Element ? /** @type {HTMLElement | SVGElement | null} */ (target.closest('[data-early]')) : null;

  // The app may replace the button while a finger is on it. That is still a tap, but causes no
  // `click`.
  /** @type {{ button: HTMLElement | SVGElement, at: number } | null} */
  let pressed = null;
  addEventListener('pointerdown', (event) => {
    const button = findButton(event.target);
    pressed = button && event.isPrimary ? { button, at: Date.now() } : null;
  });
  addEventListener('pointercancel', () => {
    pressed = null;
  });
  addEventListener('pointerup', () => {
    if (pressed) onTap(pressed.button, pressed.at);
    pressed = null;
  });
  // A keyboard and a screen reader only cause `click`.
  addEventListener('click', (event) => {
    const button = findButton(event.target);
    if (!button) return;
    // The button of the first frame is a link, which works even before this script runs.
    event.preventDefault();
    onTap(button, Date.now());
  });

  /**
   * Replaces the general button of the shell with the buttons of the household, in its language.
   */
  function fillShell() {
    const { hints, isFrench, messages } = wordsOfShell();
    document.documentElement.lang = isFrench ? 'fr' : 'en';
    if (isFrench) document.querySelector('link[rel=manifest]')?.setAttribute('href', 'manifest.fr.webmanifest');
    const buttons = document.querySelector('.shell-buttons');
    if (!buttons) return;
    const isOtherScreen = inGameDay() || (location.hash !== '' && !/^#\/(woke|$)/.test(location.hash));
    const shownButtons = isOtherScreen ? [] : (hints?.buttons ?? [{ child: '', label: messages.woke }]);
    // What was said about a tap on the first frame stays.
    if (!isOtherScreen && lastTaps.size === 0) showMessage(hints?.said ?? '');
    buttons.replaceChildren(
      ...shownButtons.map(({ child, label }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'wake-button';
        button.dataset.early = '';
        if (child) button.dataset.child = child;
        button.textContent = label;
        return button;
      }),
    );
  }

  let isStyled = false;
  /**
   * Waits for the shell's style sheets: without them the button would be white, and so would the
   * app.
   */
  function fillShellWhenStyled() {
    if (isStyled) return;
    const sheets = [...document.querySelectorAll('link[rel=stylesheet]')];
    const missing = sheets.find((link) => link instanceof HTMLLinkElement && link.sheet === null);
    // When everything is loaded, a style sheet that is still missing does not come: an app without
    // colours is better than none.
    if (missing && document.readyState !== 'complete')
      missing.addEventListener('load', fillShellWhenStyled, { once: true });
    else {
      isStyled = true;
      fillShell();
      // Compiling the app takes longer than painting the shell.
      afterFrame(loadApp);
    }
  }

  const { app, version } = document.currentScript?.dataset ?? {};
  /** A hidden page paints no frames, so nothing waits for one longer than this. */
  const MAX_FRAME_WAIT_MS = 300;

  /** @param {() => void} callback is called once the next frame is painted */
  function afterFrame(callback) {
    let isCalled = false;
    const call = () => {
      if (!isCalled) callback();
      isCalled = true;
    };
    requestAnimationFrame(() => setTimeout(call));
    setTimeout(call, MAX_FRAME_WAIT_MS);
  }

  /**
   * In a build, the script element of early.js names the app's script in `data-app`. An import needs
   * no script element, whose address would have to be a trusted one (Trusted Types).
   */
  function loadApp() {
    if (!app) return;
    import(app).catch((error) => {
      giveUp();
      reportError(error);
    });
  }

  /** A start that takes longer, while somebody is looking, has gone wrong. */
  const MAX_START_S = 15;
  const WAYS_OUT = './rescue.js';
  /** An error may be one with which the app still comes up. */
  const AFTER_ERROR_MS = 1000;
  let isStarted = false;
  let isGivenUp = false;
  let secondsSeen = 0;

  /** The app has drawn its first frame. The worker never replaces a version that did. */
  addEventListener('infernalops:started', () => {
    isStarted = true;
    navigator.serviceWorker?.controller?.postMessage({ type: 'STARTED', version });
    sessionStorage.removeItem('infernalops.handed-back');
  });
  addEventListener('error', () => setTimeout(giveUp, AFTER_ERROR_MS));
  const clock = setInterval(() => {
    if (!document.hidden) secondsSeen += 1;
    // Without the shell, the app shows a screen of its own about what went wrong.
    if (secondsSeen >= MAX_START_S && document.querySelector('.shell')) giveUp();
    if (isStarted || isGivenUp) clearInterval(clock);
  }, 1000);

  /**
   * The app has not started: shows the ways out of public/rescue.js. The button goes on working,
   * and the app logs its taps whenever it starts.
   */
  function giveUp() {
    if (isStarted || isGivenUp) return;
    isGivenUp = true;
    const root = document.querySelector('#root');
    // The app may have removed the shell before it failed.
    if (root && !root.children.length) {
      const shell = document.createElement('main');
      const message = document.createElement('div');
      const buttons = document.createElement('div');
      shell.className = 'shell';
      message.className = 'shell-message';
      message.role = 'status';
      buttons.className = 'shell-buttons';
      shell.append(message, buttons);
      root.append(shell);
      fillShell();
    }
    import(WAYS_OUT).catch(() => {
      const link = document.createElement('a');
      link.href = '';
      link.textContent = wordsOfShell().messages.reload;
      document.querySelector('.shell-message')?.append(link);
    });
  }

  // This script may be there before the first frame, which has a working button without it.
  afterFrame(() => {
    if (document.readyState !== 'loading') fillShellWhenStyled();
    document.addEventListener('readystatechange', fillShellWhenStyled);
  });
})();
