/** A value that an entry has kept, before and after. */
export interface Difference {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What the database keeps for itself: nobody has entered it, and the entry says who and when. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['id', 'tenant_id', 'created_at', 'updated_at'])

/** Field by field what was there and what is there now; a field that is the same is left out. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? '', after: is.get(field) ?? '' }))
    .filter((difference) => difference.before !== difference.after)
}

function fieldsOf(value: unknown): ReadonlyMap<string, string> {
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) return new Map([['', textOf(value)]])
  const entered = Object.entries(value).filter(([field]) => !BOOKKEEPING.has(field))
  return new Map(entered.map(([field, each]) => [field, textOf(each)]))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
