/**
 * Returns the index of the first item for which `isReached` is true, by halving: from some item on
 * it is true of all. Returns the length of the list if it is true of none.
 */
export function firstIndex<Item>(list: readonly Item[], isReached: (item: Item) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(list[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
