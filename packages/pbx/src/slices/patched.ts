/** `before` with the entries of `keys` as they are in `now`: changed, added or gone. */
export function patched<T>(before: ReadonlyMap<string, T>, keys: Iterable<string>, now: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const after = new Map(before)
  for (const key of keys) {
    const value = now.get(key)
    if (value === undefined) after.delete(key)
    else after.set(key, value)
  }
  return after
}

/** In the order of the keys, as a list that PostgreSQL has sorted by digits. */
export function sortedByKey<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...map].sort(([one], [other]) => (one < other ? -1 : 1)))
}
