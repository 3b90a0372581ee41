import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { ALL_NIGHTS, type NightFilter } from '@/domain/nightFilter';
import { currentGameDay } from './gameDay';

interface NightList {
  filter: NightFilter;
  view: 'list' | 'calendar';
  set(change: Partial<Pick<NightList, 'filter' | 'view'>>): void;
}

/**
 * How this window shows the list of nights: it is the same after a look at a night and after a
 * reload, and is forgotten when the window is closed. A GameDay has other children, so it has a
 * filter of its own.
 */
export const useNightList = create<NightList>()(
  persist((set) => ({ filter: ALL_NIGHTS, view: 'list', set }), {
    name: `infernalops.nights.${currentGameDay()?.seed ?? ''}`,
    storage: createJSONStorage(() => sessionStorage),
  }),
);
