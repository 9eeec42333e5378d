import type { PublishedPresence } from './state.ts'

/** RFC 4480 §3.2, without what only the exchange can know. */
const ACTIVITIES: ReadonlySet<string> = new Set([
  ...['appointment', 'away', 'breakfast', 'busy', 'dinner', 'holiday', 'in-transit', 'looking-for-work', 'lunch', 'meal', 'meeting'],
  ...['other', 'performance', 'permanent-absence', 'playing', 'presentation', 'shopping', 'sleeping', 'spectator', 'steering', 'travel'],
  ...['tv', 'unknown', 'vacation', 'working', 'worship'],
])
const MAX_NOTE_LENGTH = 200
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * What a presence document (RFC 3863) says: open or closed, what its user does (RFC 4480), and in which words. Undefined for what is none.
 * Only these elements are looked for, with whatever prefix; the rest of the document, entities and all, is never read.
 */
export function readPidf(document: string): PublishedPresence | undefined {
  const [, basic] = /<(?:\w+:)?basic\b[^>]*>\s*(open|closed)\s*</.exec(document) ?? []
  if (!/<(?:\w+:)?presence[\s>]/.test(document) || (basic !== 'open' && basic !== 'closed')) return undefined
  const [, doing = ''] = /<(?:\w+:)?activities\b[^>]*>([\s\S]*?)<\/(?:\w+:)?activities>/.exec(document) ?? []
  const named = [...doing.matchAll(/<(?:\w+:)?([a-z-]+)\s*\/?>/g)].map(([, name = '']) => name)
  const activities = [...new Set(named)].filter((name) => ACTIVITIES.has(name))
  const [, words = ''] = /<(?:\w+:)?note\b[^>]*>([^<]*)</.exec(document) ?? []
  const note = words.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole).trim()
  return { basic, activities, ...(note !== '' && { note: note.slice(0, MAX_NOTE_LENGTH) }) }
}
