import { PatchedMap } from './patched-map.ts'

/**
 * True when both are plain data of the same content: primitives, arrays, maps, sets and plain objects. Anything else, such as an
 * instance of a class or a Temporal value, keeps its state where nobody can compare it, and is the same only as itself:
 * `isDeepStrictEqual` takes any two durations for equal.
 */
export function samePicture(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (isMap(a) && isMap(b)) return a.size === b.size && [...a].every(([key, value]) => b.has(key) && samePicture(value, b.get(key)))
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  if (Array.isArray(a) && Array.isArray(b)) return sameList(a, b)
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((value) => b.has(value))
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime()
  return isPlain(a) && samePicture(new Map(Object.entries(a)), new Map(Object.entries(b)))
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => samePicture(value, b[index]))
}

function isMap(value: object): value is ReadonlyMap<unknown, unknown> {
  return value instanceof Map || value instanceof PatchedMap
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
