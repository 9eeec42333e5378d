/** What is said of numbers by how they begin: the longest prefix decides. Plain data. */
export interface PrefixTable<T> {
  readonly byPrefix: ReadonlyMap<string, T>
  /** Lengths that occur, longest first: a number is looked up once for each, however many prefixes there are. */
  readonly lengths: readonly number[]
}

export interface PrefixMatch<T> {
  readonly value: T
  /** Digits of the prefix. */
  readonly length: number
}

/** Prefixes are digits without plus; of equal ones the last counts. */
export function prefixTable<T>(entries: Iterable<readonly [prefix: string, value: T]>): PrefixTable<T> {
  const byPrefix = new Map(entries)
  const lengths = new Set(Iterator.from(byPrefix.keys()).map((prefix) => prefix.length))
  return { byPrefix, lengths: [...lengths].sort((a, b) => b - a) }
}

/** All prefixes of the number that are in the table, the longest first. */
export function* prefixMatches<T>({ byPrefix, lengths }: PrefixTable<T>, digits: string): Generator<PrefixMatch<T>> {
  for (const length of lengths) {
    const value = length <= digits.length ? byPrefix.get(digits.slice(0, length)) : undefined
    if (value !== undefined) yield { value, length }
  }
}

export function longestMatch<T>(table: PrefixTable<T>, digits: string): T | undefined {
  for (const { value } of prefixMatches(table, digits)) return value
  return undefined
}
