// @ts-check
/*
 * Before the app is up. The shell of index.html shows a working button from its first frame; a tap on it is kept here with its own
 * instant, and becomes an incident when the app is there (src/db/earlyTaps.ts).
 *
 * Plain script, no module, and bundled with nothing (the build shortens it): it must be there as early as can be. A tap is answered only when it is on disk, so it goes
 * to IndexedDB (localStorage is written seconds later) in a database of its own: the app's may not exist yet.
 */
(() => {
  const DATABASE = 'infernalops-early';
  const STORE = 'taps';
  /** As Dexie counts: its version 1 is the browser's 10. */
  const VERSION = 10;
  /** The same button twice within this time is one tap (experience.md). */
  const SAME_TAP_MS = 2000;

  /** Written by the app for the next start: its language, and the buttons to show. */
  const HINTS_KEY = 'infernalops.shell';

  /** @returns {{ language?: string, buttons?: { child: string, label: string }[], said?: string } | null} */
  function readHints() {
    try {
      return JSON.parse(localStorage.getItem(HINTS_KEY) ?? 'null');
    } catch {
      return null;
    }
  }

  /** A GameDay in this window (src/stores/gameDay.ts): nothing that is tapped in it may come up in the real log. */
  function inGameDay() {
    try {
      return sessionStorage.getItem('infernalops.gameday') !== null;
    } catch {
      return false;
    }
  }

  const hints = readHints();
  const french =
    (hints?.language ??
      navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'fr' || tag === 'en')) === 'fr';
  const messages = french
    ? {
        woke: 'Bébé se réveille',
        saved: (/** @type {string} */ time) => `Noté à ${time}.`,
        failed: 'Pas pu le noter : touchez encore dans un instant.',
      }
    : {
        woke: 'Baby woke',
        saved: (/** @type {string} */ time) => `Noted at ${time}.`,
        failed: 'Could not note that: tap again in a moment.',
      };

  document.documentElement.lang = french ? 'fr' : 'en';
  if (french) document.querySelector('link[rel=manifest]')?.setAttribute('href', 'manifest.fr.webmanifest');

  /** @type {Promise<IDBDatabase> | null} */
  let opening = null;
  function openDatabase() {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE, VERSION);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
      request.onsuccess = () => {
        // The app opens and clears this database: it must never wait for us.
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
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }

  /** @param {string} text */
  function showMessage(text) {
    const element = document.querySelector('.shell-message');
    if (element) element.textContent = text;
  }

  /** @type {Map<string, number>} */
  const lastTaps = new Map();

  /** @param {HTMLElement | SVGElement} button @param {number} at */
  function onTap(button, at) {
    const child = button.dataset.child ?? null;
    const last = lastTaps.get(child ?? '');
    if (last !== undefined && Math.abs(at - last) < SAME_TAP_MS) return;
    lastTaps.set(child ?? '', at);
    saveTap({ id: `early-${at}-${Math.random().toString(36).slice(2, 10)}`, at, child }).then(
      () => {
        navigator.vibrate?.(30);
        showMessage(
          messages.saved(
            new Date(at).toLocaleTimeString(french ? 'fr' : undefined, { hour: '2-digit', minute: '2-digit' }),
          ),
        );
        dispatchEvent(new Event('infernalops:early-tap'));
      },
      () => {
        lastTaps.delete(child ?? '');
        showMessage(messages.failed);
      },
    );
  }

  /** @param {EventTarget | null} target */
  const findButton = (target) =>
    target instanceof Element ? /** @type {HTMLElement | SVGElement | null} */ (target.closest('[data-early]')) : null;

  // A finger that goes down on the shell's button and comes up after the app has replaced it has still tapped: `click` would be lost.
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
  // The keyboard and a screen reader only click.
  addEventListener('click', (event) => {
    const button = findButton(event.target);
    if (!button) return;
    // The first frame's button is a link, for the time before this script.
    event.preventDefault();
    onTap(button, Date.now());
  });

  /** Puts the household's own buttons, in its language, where the page has its general one. */
  function fillShell() {
    const buttons = document.querySelector('.shell-buttons');
    if (!buttons) return;
    const isOtherScreen = inGameDay() || (location.hash !== '' && !/^#\/(woke|$)/.test(location.hash));
    const shownButtons = isOtherScreen ? [] : (hints?.buttons ?? [{ child: '', label: messages.woke }]);
    if (!isOtherScreen) showMessage(hints?.said ?? '');
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

  /** Not before its style sheet: an undressed button would be white, and so would the app. */
  function fillShellWhenStyled() {
    const sheets = [...document.querySelectorAll('link[rel=stylesheet]')];
    const missing = sheets.find((link) => link instanceof HTMLLinkElement && link.sheet === null);
    if (missing) missing.addEventListener('load', fillShellWhenStyled, { once: true });
    else {
      fillShell();
      loadAppAfterFrame();
    }
  }

  const app = document.currentScript?.dataset.app;
  /** A page that is not seen paints no frames: the app must not wait for one for ever. */
  const MAX_FRAME_WAIT_MS = 300;

  /** In a build the app's script is named on ours. Compiling it takes longer than painting the shell, so the shell goes first. */
  function loadAppAfterFrame() {
    if (!app) return;
    const script = document.createElement('script');
    script.type = 'module';
    script.crossOrigin = '';
    script.src = app;
    let loaded = false;
    const load = () => {
      if (loaded) return;
      loaded = true;
      document.head.append(script);
    };
    requestAnimationFrame(() => setTimeout(load));
    setTimeout(load, MAX_FRAME_WAIT_MS);
  }

  if (document.readyState !== 'loading') fillShellWhenStyled();
  else document.addEventListener('readystatechange', fillShellWhenStyled, { once: true });
})();
