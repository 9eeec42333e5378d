import { replaceEqualDeep } from '@tanstack/react-query'

/** Where an answer keeps its ETag: on itself, unseen by everything that looks at its properties. */
const VERSION = Symbol('version')

/** Remembers of an answer which version of its thing it is. */
export function withVersion<Read>(answer: Read, version: string | null | undefined): Read {
  if (typeof answer === 'object' && answer !== null && version != null && Object.isExtensible(answer))
    Object.defineProperty(answer, VERSION, { value: version, configurable: true })
  return answer
}

/** Sent as `If-Match` with a change, so that nobody's change is overwritten unseen; undefined where the server gave none. */
export function versionOf(answer: unknown): string | undefined {
  const version: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, VERSION) : undefined
  return typeof version === 'string' ? version : undefined
}

/** Keeps the parts of what was read before that are the same, as TanStack Query does, and the version of what was read now. */
export function shareVersions(before: unknown, now: unknown): unknown {
  const shared: unknown = replaceEqualDeep(before, now)
  return withVersion(shared, versionOf(now))
}
