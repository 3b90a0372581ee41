import { writeFileSync } from 'node:fs';
import { dashboard } from './dashboard.ts';

/* `npm run grafana` writes the dashboards that are imported into Grafana, one in each language. */

const FILES = { en: 'infernalops.json', fr: 'infernalops.fr.json' } as const;

for (const language of ['en', 'fr'] as const)
  writeFileSync(new URL(FILES[language], import.meta.url), `${JSON.stringify(dashboard(language), null, 2)}\n`);
