/** More values than this beside the map beneath, and a map of its own is made: once in so many changes. */
const MAX_PATCHES = 100

/**
 * A map that shares all entries of another but a few, which have other values: the picture of a tenant with 10,000 extensions, one of which has been
 * renamed, costs as little as that one. Keys and order are those of the map beneath.
 */
export class PatchedMap<T> implements ReadonlyMap<string, T> {
  readonly base: ReadonlyMap<string, T>
  readonly patches: ReadonlyMap<string, T>

  constructor(base: ReadonlyMap<string, T>, patches: ReadonlyMap<string, T>) {
    this.base = base
    this.patches = patches
  }

  get size(): number {
    return this.base.size
  }

  has(key: string): boolean {
    return this.base.has(key)
  }

  get(key: string): T | undefined {
    return this.patches.has(key) ? this.patches.get(key) : this.base.get(key)
  }

  keys(): MapIterator<string> {
    return this.base.keys()
  }

  *values(): Generator<T, undefined> {
    for (const [, value] of this) yield value
  }

  *entries(): Generator<[string, T], undefined> {
    for (const [key, value] of this.base) yield [key, this.patches.get(key) ?? value]
  }

  [Symbol.iterator](): Generator<[string, T], undefined> {
    return this.entries()
  }

  forEach(act: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this) act(value, key, this)
  }
}

/** `before` with the entries of `keys` as they are in `now`: changed, added (behind all others) or gone. */
export function patched<T>(before: ReadonlyMap<string, T>, keys: Iterable<string>, now: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const [base, patches] = layers(before)
  const over = new Map(patches)
  for (const key of keys) {
    const value = now.get(key)
    if (value === undefined || !base.has(key)) return copied(before, keys, now)
    over.set(key, value)
  }
  return over.size > MAX_PATCHES ? new Map(new PatchedMap(base, over)) : new PatchedMap(base, over)
}

/** The same of a map that is in the order of its keys, as a list that PostgreSQL has sorted by digits. */
export function patchedInOrder<T>(
  before: ReadonlyMap<string, T>,
  keys: Iterable<string>,
  now: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const after = patched(before, keys, now)
  return after.size <= before.size && [...now.keys()].every((key) => before.has(key))
    ? after
    : new Map([...after].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The keys under which two pictures differ, or may: of two that were made from one, only what was changed is looked at. */
export function changedKeys<T>(now: ReadonlyMap<string, T>, before: ReadonlyMap<string, T>): readonly string[] {
  const [base, patches] = layers(now)
  const [baseBefore, patchesBefore] = layers(before)
  const candidates = base === baseBefore ? [...patches.keys(), ...patchesBefore.keys()] : [...now.keys(), ...before.keys()]
  return [...new Set(candidates)].filter((key) => now.get(key) !== before.get(key))
}

function copied<T>(before: ReadonlyMap<string, T>, keys: Iterable<string>, now: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const after = new Map(before)
  for (const key of keys) {
    const value = now.get(key)
    if (value === undefined) after.delete(key)
    else after.set(key, value)
  }
  return after
}

function layers<T>(map: ReadonlyMap<string, T>): readonly [base: ReadonlyMap<string, T>, patches: ReadonlyMap<string, T>] {
  return map instanceof PatchedMap ? [map.base, map.patches] : [map, new Map<string, T>()]
}
