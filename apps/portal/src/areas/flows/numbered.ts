/** Entries of a list that have no names, each with its place as its key. */
export function numbered<Entry>(entries: readonly Entry[]): readonly (readonly [key: string, entry: Entry])[] {
  return entries.map((entry, index) => [String(index + 1), entry])
}
