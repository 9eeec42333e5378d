/**
 * The `count` smallest items in order, without sorting all: a page of a hundred thousand registrations is one pass
 * over them.
 */
export function smallest<T>(items: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  const kept: T[] = []
  // Sorting at twice the size makes the work per item constant.
  const full = count * 2
  for (const item of items) {
    kept.push(item)
    if (kept.length < full) continue
    kept.sort(compare)
    kept.length = count
  }
  return kept.sort(compare).slice(0, count)
}
