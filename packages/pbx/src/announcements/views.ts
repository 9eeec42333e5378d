import { inScope, NotFound, type Principal } from '@klinke/platform'
import type { z } from 'zod'
import type { AnnouncementParts } from './keep-announcement.ts'
import type { announcementView } from './rules.ts'
import { findAnnouncement, type StoredAnnouncement } from './store.ts'

export function viewAnnouncement({ sounds, ...announcement }: StoredAnnouncement): z.infer<typeof announcementView> {
  return { ...announcement, sounds: sounds.map(({ key: _, ...shown }) => shown) }
}

/** Throws `NotFound`, also for those of another tenant. */
export async function announcementOf(parts: AnnouncementParts, principal: Principal, id: string): Promise<StoredAnnouncement> {
  const found = await inScope(parts.database, principal, undefined, (tx) => findAnnouncement(tx, id))
  if (found === undefined) throw new NotFound('announcement', id)
  return found
}
