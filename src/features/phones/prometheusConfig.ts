/** Where the home server hands out the figures of a household. */
export const FIGURES_PATH = '/metrics/household';

/** Returns what goes under `scrape_configs` of Prometheus, for this home server and token. */
export const prometheusConfig = ({ protocol, host }: URL, token: string): string =>
  [
    '  - job_name: infernalops',
    `    scheme: ${protocol.replace(':', '')}`,
    `    metrics_path: ${FIGURES_PATH}`,
    '    authorization:',
    `      credentials: ${token}`,
    '    static_configs:',
    `      - targets: ["${host}"]`,
    '',
  ].join('\n');
