/*
 * The text that a phone may publish: OpenMetrics of our own names, without timestamps. The server
 * passes on nothing else, so that nobody can use it to serve what they like.
 */

const NAME = 'infernalops_[a-z0-9_]{1,80}';
const VALUE = String.raw`-?\d{1,20}(?:\.\d{1,20})?(?:e[+-]?\d{1,3})?`;
const LABEL = String.raw`[a-z]{1,20}="(?:[^"\\]|\\["\\n]){1,130}"`;

const TYPE = new RegExp(`^# TYPE (${NAME}) gauge$`);
const UNIT = new RegExp(`^# UNIT (${NAME}) (seconds|ratio)$`);
/** Letters, digits and plain punctuation: a sentence, and no address. */
const HELP = new RegExp(`^# HELP (${NAME}) [A-Za-z0-9 ,.;:()'-]{1,200}$`);
const SAMPLE = new RegExp(`^((${NAME})(?:\\{${LABEL}(?:,${LABEL}){0,5}\\})?) ${VALUE}$`);

const END = '# EOF\n';

/** What the server adds itself, when it hands the figures out. */
const PUBLISHED = 'infernalops_published_timestamp_seconds';

/**
 * Whether a text is one that a phone publishes: families of gauges, each with its head first and
 * each once, each sample once, and the end mark.
 */
export function isFiguresText(text: string): boolean {
  // PostgreSQL stores no NUL, and UTF-8 no half of a pair.
  if (!text.endsWith(`\n${END}`) || text.includes('\0') || !text.isWellFormed()) return false;
  const families = new Set([PUBLISHED]);
  const samples = new Set<string>();
  let family = '';
  return text
    .slice(0, -END.length - 1)
    .split('\n')
    .every((line) => {
      const begun = TYPE.exec(line)?.[1];
      if (begun !== undefined) {
        if (families.has(begun)) return false;
        families.add(begun);
        family = begun;
        return true;
      }
      const [, unitOf, unit] = UNIT.exec(line) ?? [];
      if (unitOf !== undefined) return unitOf === family && unitOf.endsWith(`_${unit}`);
      const helpOf = HELP.exec(line)?.[1];
      if (helpOf !== undefined) return helpOf === family;
      const [, sample, sampleOf] = SAMPLE.exec(line) ?? [];
      if (sample === undefined || sampleOf !== family || samples.has(sample)) return false;
      samples.add(sample);
      return true;
    });
}

/** Returns the text as it is handed out: with when it was published, in seconds since 1970. */
export const withAge = (text: string, publishedAt: number): string =>
  [
    text.slice(0, -END.length),
    `# TYPE ${PUBLISHED} gauge\n`,
    `# UNIT ${PUBLISHED} seconds\n`,
    `# HELP ${PUBLISHED} When a phone of the household published these figures.\n`,
    `${PUBLISHED} ${publishedAt}\n`,
    END,
  ].join('');
