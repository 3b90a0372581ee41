/** The trackers whose files are known; `generic` is a table of one's own. */
export type Tracker =
  | 'baby-buddy'
  | 'huckleberry'
  | 'sprout-track'
  | 'nara'
  | 'baby-tracker'
  | 'sofi'
  | 'napper'
  | 'baby-connect'
  | 'dreamtime'
  | 'tombstone'
  | 'generic';
