import type { Language, Text } from '@klinke/platform'
import type { PresenceState } from './pidf.ts'

/** What a phone has said of its user (RFC 3903). */
export type PublishedPresence = PresenceState

/** What is known of an extension. */
export interface Known {
  readonly registered: boolean
  readonly talking: boolean
  readonly doNotDisturb: boolean
  readonly language: Language
  readonly published: PublishedPresence | undefined
}

const NOTES = {
  offline: { de: 'Nicht angemeldet', en: 'Offline' },
  'do-not-disturb': { de: 'Bitte nicht stören', en: 'Do not disturb' },
  'on-the-phone': { de: 'Im Gespräch', en: 'On the phone' },
} as const satisfies Readonly<Record<string, Text>>

/**
 * What watchers are told. What the exchange knows goes before what a phone has published: without a registration, or with do not disturb,
 * no call comes through, whatever the phone says. `busy` with `closed` is what RFC 4480 §3.2 has for who wants no calls.
 */
export function presenceOf({ registered, talking, doNotDisturb, language, published }: Known): PresenceState {
  if (!registered) return { basic: 'closed', activities: [], note: NOTES.offline[language] }
  const said = (published?.activities ?? []).filter((activity) => activity !== 'on-the-phone')
  const own = [...(talking ? ['on-the-phone'] : []), ...(doNotDisturb ? ['busy'] : [])]
  const activities = [...new Set([...own, ...said])]
  if (doNotDisturb) return { basic: 'closed', activities, note: NOTES['do-not-disturb'][language] }
  const note = published?.note ?? (talking ? NOTES['on-the-phone'][language] : undefined)
  return { basic: published?.basic ?? 'open', activities, note }
}
