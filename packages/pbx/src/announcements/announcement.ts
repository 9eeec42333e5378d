import type { Language } from '@klinke/platform'
import type { MediaSource } from '@klinke/rtp'
import { type Listener, languageOf, type Prompts } from '../prompts/prompts.ts'

/** An announcement of the tenant's own, as calls see it. */
export interface Announcement {
  readonly id: string
  readonly name: string
  /** Keys of the blob store, by language. */
  readonly sounds: ReadonlyMap<Language, string>
}

/** A tenant's announcements. */
export interface Announcements {
  readonly byId: ReadonlyMap<string, Announcement>
  /** Absent: announcements are not recorded by phone. */
  readonly recordingPinHash: string | undefined
}

export const NO_ANNOUNCEMENTS: Announcements = { byId: new Map(), recordingPinHash: undefined }

/** What settings say in place of a word of the product; undefined: they name none, or one that says nothing. */
export function announcementNamed(
  named: { readonly targetId: string } | null,
  prompts: Pick<Prompts, 'own'>,
  tenant: Listener['tenant'] & { readonly announcements: Announcements },
): MediaSource | undefined {
  const announcement = named === null ? undefined : tenant.announcements.byId.get(named.targetId)
  return announcement && announcementSource(announcement, prompts, { tenant })
}

/** It, in the listener's language; where it has not been recorded in that, in the other one. Undefined: it says nothing yet. */
export function announcementSource({ sounds }: Announcement, prompts: Pick<Prompts, 'own'>, listener: Listener): MediaSource | undefined {
  const key = sounds.get(languageOf(listener)) ?? sounds.values().next().value
  return key === undefined ? undefined : { kind: 'files', files: [prompts.own(key)], repeat: 1 }
}
