// @ts-check
/*
 * The ways out when the app has not started (public/early.js loads this file then). It uses nothing
 * of the app, because the app may be what is broken: it asks the service worker for the version
 * before, reads the log from IndexedDB itself, and styles its buttons without a style sheet.
 */
(() => {
  const shellScript = /** @type {HTMLElement | null} */ (document.querySelector('script[data-version]'));
  const version = shellScript?.dataset.version ?? '';
  const isFrench = document.documentElement.lang === 'fr';
  const messages = isFrench
    ? {
        failed: 'L’app n’a pas démarré. Votre journal est sur cet appareil.',
        button: 'L’app n’a pas démarré. Votre journal est sur cet appareil, et le bouton note toujours l’heure.',
        reload: 'Recharger',
        goBack: 'Revenir à la version d’avant',
        tryAgain: 'Réessayer la nouvelle version',
        save: 'Sauvegarder le journal',
        saved: 'Journal sauvegardé.',
        nothing: 'Pas de journal sur cet appareil : rien à sauvegarder.',
        unreadable: 'Le journal n’a pas pu être lu.',
      }
    : {
        failed: 'The app did not start. Your log is on this device.',
        button: 'The app did not start. Your log is on this device, and the button still notes the time.',
        reload: 'Reload',
        goBack: 'Go back a version',
        tryAgain: 'Try the new version again',
        save: 'Save the log',
        saved: 'Log saved.',
        nothing: 'No log on this device: nothing to save.',
        unreadable: 'The log could not be read.',
      };

  /**
   * A page is reloaded by itself once; early.js forgets that when the app has come up. Otherwise a
   * fault here could reload it for ever.
   */
  const RELOADED_KEY = 'infernalops.handed-back';
  /** A worker that does nothing gives no answer. */
  const ANSWER_WITHIN_MS = 5000;

  /** @typedef {import('../src/pwa/versionMessages').VersionStatus} VersionStatus */

  /**
   * Sends a message to the service worker. Resolves to its answer; to null if there is none.
   *
   * @param {import('../src/pwa/versionMessages').VersionMessage} type
   * @returns {Promise<VersionStatus | null>}
   */
  const ask = (type) =>
    new Promise((resolve) => {
      const worker = navigator.serviceWorker?.controller;
      if (!worker) return resolve(null);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      worker.postMessage({ type, version }, [port2]);
      setTimeout(() => resolve(null), ANSWER_WITHIN_MS);
    });

  /** @returns {boolean} whether this is the first time in this window */
  function isFirstReload() {
    try {
      if (sessionStorage.getItem(RELOADED_KEY) === version) return false;
      sessionStorage.setItem(RELOADED_KEY, version);
      return true;
    } catch {
      return false;
    }
  }

  const DATABASE = 'infernalops';
  /** The log that was begun because the first one did not open (src/db/secondLog.ts). */
  const SECOND_DATABASE = 'infernalops-second';
  const BUCKET = 'infernalops';
  /** The tables of a backup file, and its version (src/domain/rows/tables.ts). A test compares. */
  const TABLES = [
    'household',
    'children',
    'caregivers',
    'incidents',
    'nights',
    'episodes',
    'observations',
    'chores',
    'naps',
    'runbooks',
  ];
  const ROWS_VERSION = 5;

  /** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
  const resultOf = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  /**
   * Returns a log in the form of a backup file, as src/db/rawTables.ts does; null if there is none.
   * Rows are copied unread. A database of an older version has fewer tables. Rejects if the browser
   * fails or gives no answer.
   *
   * @param {IDBFactory} factory
   * @param {string} name
   */
  async function readLog(factory, name) {
    const request = factory.open(name);
    // This event says that there was no database. It must not be made here.
    request.onupgradeneeded = () => request.transaction?.abort();
    /** @type {Promise<never>} */
    const noAnswer = new Promise((_, reject) => setTimeout(reject, ANSWER_WITHIN_MS));
    const database = await Promise.race([resultOf(request), noAnswer]).catch((error) => {
      if (error?.name === 'AbortError') return null;
      throw error;
    });
    if (!database) return null;
    try {
      const tables = TABLES.filter((table) => database.objectStoreNames.contains(table));
      if (tables.length === 0) return null;
      const transaction = database.transaction(tables);
      /** @type {Record<string, unknown>} */
      const rows = {};
      for (const table of TABLES) {
        const found = tables.includes(table) ? await resultOf(transaction.objectStore(table).getAll()) : [];
        rows[table] = found.map(
          ({ detectedAt: _detectedAt, resolvedAt: _resolvedAt, joinedIds: _joinedIds, ...row }) => row,
        );
      }
      const [household] = /** @type {unknown[]} */ (rows.household);
      // The version of the data, unlike that of the database, is a tenth (Dexie).
      const rowsVersion = Math.min(ROWS_VERSION, Math.floor(database.version / 10));
      return { format: DATABASE, version: rowsVersion, exportedAt: Date.now(), ...rows, household };
    } finally {
      database.close();
    }
  }

  /**
   * Returns the IndexedDB in which the second log is (src/db/sideDatabase.ts).
   *
   * @returns {Promise<IDBFactory>}
   */
  async function secondFactory() {
    const { storageBuckets } =
      /** @type {{ storageBuckets?: { open(name: string): Promise<{ indexedDB: IDBFactory }> } }} */ (navigator);
    const bucket = await storageBuckets?.open(BUCKET).catch(() => null);
    return bucket?.indexedDB ?? indexedDB;
  }

  /** Saves each log as a file of its own: there are two if the first one did not open once. */
  async function saveLogs() {
    const reads = await Promise.allSettled([
      readLog(indexedDB, DATABASE),
      secondFactory().then((factory) => readLog(factory, SECOND_DATABASE)),
    ]);
    const logs = reads.map((read) => (read.status === 'fulfilled' ? read.value : null));
    for (const [index, log] of logs.entries()) {
      if (!log) continue;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([JSON.stringify(log, null, 1)], { type: 'application/json' }));
      link.download = `infernalops-${new Date().toLocaleDateString('sv')}${index > 0 ? '-2' : ''}.json`;
      link.click();
    }
    if (logs.some(Boolean)) return messages.saved;
    return reads.some(({ status }) => status === 'rejected') ? messages.unreadable : messages.nothing;
  }

  /** @param {HTMLElement} element @param {Partial<CSSStyleDeclaration>} style */
  const setStyle = (element, style) => Object.assign(element.style, style);

  /** @param {HTMLElement} element */
  const drawAsButton = (element) =>
    setStyle(element, {
      minHeight: '64px',
      width: '100%',
      padding: '8px 16px',
      border: '2px solid #9c3d19',
      borderRadius: '16px',
      background: '#140603',
      color: '#ff7a45',
      font: '600 18px system-ui',
    });

  /** @param {string} label @param {() => unknown} onClick */
  function button(label, onClick) {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = label;
    element.onclick = onClick;
    drawAsButton(element);
    return element;
  }

  /** @param {VersionStatus | null} status */
  function draw(status) {
    const section = document.createElement('section');
    section.setAttribute('role', 'alert');
    setStyle(section, { display: 'flex', flexDirection: 'column', gap: '12px', flex: '1' });
    const text = document.createElement('p');
    // There is none in a GameDay, and on screens other than Tonight.
    text.textContent = document.querySelector('.wake-button, .shell-first') ? messages.button : messages.failed;
    // A shorter sentence after a tap must not move the buttons under the finger.
    setStyle(text, { margin: '0', minHeight: '4.05em', color: '#ec6733', font: '20px/1.35 system-ui' });
    const reload = () => location.reload();
    const ways = [button(messages.reload, reload)];
    if (status?.handedBack) ways.push(button(messages.tryAgain, () => ask('TRY_AGAIN').then(reload)));
    else if (status?.hasBefore) ways.push(button(messages.goBack, () => ask('GO_BACK').then(reload)));
    ways.push(
      button(messages.save, () =>
        saveLogs().then(
          (result) => (text.textContent = result),
          () => (text.textContent = messages.unreadable),
        ),
      ),
    );
    section.append(text, ...ways);

    const shell = /** @type {HTMLElement | null} */ (document.querySelector('.shell'));
    if (shell)
      setStyle(shell, { display: 'flex', flexDirection: 'column', gap: '12px', height: 'auto', minHeight: '96vh' });
    /** @type {NodeListOf<HTMLElement>} */
    const wakeButtons = document.querySelectorAll('.shell .wake-button');
    for (const wake of wakeButtons) {
      drawAsButton(wake);
      setStyle(wake, {
        background: '#3a1207',
        minHeight: wakeButtons.length > 1 ? '96px' : '30vh',
        font: '650 30px system-ui',
      });
    }
    (shell ?? document.body).prepend(section);
  }

  ask('DID_NOT_START').then((status) => {
    if (status && status.next !== version && isFirstReload()) location.reload();
    else draw(status);
  });
})();
