/** How many of these numbers, sorted from small to large, are less than `limit`. By halving. */
export const countBelow = (sorted: ArrayLike<number>, limit: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
