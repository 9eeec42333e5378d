/** A value that an entry has kept, before and after; undefined where there was none. */
export interface Difference {
  /** Where it stands: `['settings', 'ringSeconds']`; entries of a list are counted from 1. */
  readonly path: readonly string[]
  readonly before: Value | undefined
  readonly after: Value | undefined
}

/** What one line can tell. */
export type Value = string | number | boolean | null | readonly (string | number | boolean | null)[]

/** What the database keeps for itself: nobody has entered it, and the entry says who and when. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['id', 'tenant_id', 'created_at', 'updated_at'])
/** Deeper things are told as they are. */
const MAX_DEPTH = 5
const BETWEEN = '\n'

/** Line by line what was there and what is there now; what is the same is left out. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  const [was, is] = [linesOf(before), linesOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ path: key.split(BETWEEN), before: was.get(key), after: is.get(key) }))
    .filter((line) => JSON.stringify(line.before) !== JSON.stringify(line.after))
}

function linesOf(value: unknown): ReadonlyMap<string, Value> {
  const lines = new Map<string, Value>()
  if (value !== null && value !== undefined) addLines(lines, [], value)
  return lines
}

function addLines(lines: Map<string, Value>, path: readonly string[], value: unknown): void {
  if (isPlain(value)) lines.set(path.join(BETWEEN), value)
  else if (Array.isArray(value) && value.every(isPlain)) lines.set(path.join(BETWEEN), value)
  else if (path.length >= MAX_DEPTH) lines.set(path.join(BETWEEN), JSON.stringify(value))
  else for (const [key, each] of entriesOf(value)) if (path.length > 0 || !BOOKKEEPING.has(key)) addLines(lines, [...path, key], each)
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((each: unknown, index) => [String(index + 1), each])
  return Object.entries(value as object)
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
