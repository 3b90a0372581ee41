/** Facts of a line. They carry no content of a request, no token and no whole id. */
type Facts = Record<string, string | number | boolean | undefined>;

/** Writes one JSON object a line: `{"at", "level", "event", …}`. */
export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

export const createLog = (write: (line: string) => void): Log => {
  const at = (level: string) => (event: string, facts?: Facts) =>
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
};

/** Enough of an id to tell two households of one log apart, and too little to use it. */
export const shortId = (id: string): string => id.slice(0, 4);
