/** What somebody has said last about one purpose, and before. */
export interface Held<Entry> {
  readonly last: Entry
  /** The newest first. */
  readonly earlier: readonly Entry[]
}

interface Said {
  readonly purpose: string
  readonly person: string
  readonly email: string | null
}

/** The ledger, the newest first, by person and purpose: what holds is what was said last. */
export function heldConsents<Entry extends Said>(entries: readonly Entry[]): readonly Held<Entry>[] {
  const held = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = JSON.stringify([entry.purpose, entry.person, entry.email])
    held.set(key, [...(held.get(key) ?? []), entry])
  }
  return [...held.values()].flatMap(([last, ...earlier]) => (last === undefined ? [] : [{ last, earlier }]))
}
