/** Messages of the figures that are published for Prometheus and Grafana. */
export const figures = {
  title: 'Figures for Grafana',
  /** What the row says beside its title. */
  row: {
    off: 'off',
    here: 'from this phone',
    elsewhere: 'from another phone',
    stopped: 'no longer there',
  },
  hint: 'For whoever keeps a Prometheus: how often, how long, who, what helps and what it costs, night after night.',
  givesUp:
    'Everything else on the home server is sealed. These figures are not: the server can read them, and so can whoever has the token.',
  nameless: 'First names are not in them, unless you choose so afterwards.',
  when: 'This phone publishes while the app is open: when the log has changed, every five minutes at most.',
  on: 'Last published: {moment}.',
  publishing: 'Computing and publishing…',
  noServer: 'They are published at a home server: share the log first.',
  reading: 'Asking the home server…',
  elsewhere: 'Another phone of the household publishes them.',
  stopped:
    'The home server no longer has them: somebody switched them off on another phone or publishes from there, or the server has lost them.',
  switchOn: 'Publish from this phone',
  switchOnAgain: 'Publish again from this phone',
  takeOver: 'Publish from this phone instead',
  switchOff: 'Switch off and delete them there',
  leaveOff: 'Leave it off',
  switchedOff: 'Off. The home server has none any more.',
  names: {
    title: 'With first names',
    off: 'The eldest is child_1; a parent is called by the colour here, such as caregiver_blue.',
    on: 'The names are readable there, too.',
  },
  address: 'Address',
  token: 'Token',
  copyToken: 'Copy the token',
  tokenCopied: 'Token copied',
  notCopied: 'The browser did not let it be copied. Press and hold what stands here instead.',
  config: 'For prometheus.yml',
  copyConfig: 'Copy for prometheus.yml',
  configCopied: 'Copied: it goes under scrape_configs',
  renew: 'New token',
  renewed: 'New token. The old one reads nothing any more.',
} as const;
