import type { Logger } from '@klinke/foundation'
import type { BlobStore, Database, Language } from '@klinke/platform'
import { SoundUnusable } from '../own-sounds/rules.ts'
import type { SoundConverter } from '../sounds/sound-converter.ts'
import { claimStorage } from '../storage/quota.ts'
import { type AnnouncementSound, findAnnouncement, type StoredAnnouncement, storeSound } from './store.ts'

export interface AnnouncementParts {
  readonly database: Database
  readonly blobs: BlobStore
  readonly converter: SoundConverter
  readonly logger: Logger
}

/** What an announcement is to say in one language. */
export interface NewSound {
  readonly tenantId: string
  readonly announcementId: string
  readonly language: Language
  /** WAV or MP3. */
  readonly octets: Uint8Array
  readonly spoken: string | null
}

/**
 * Converts and stores what an announcement says; in the place of what it said before. Undefined when the announcement is gone.
 * Throws `SoundUnusable`, `StorageFull`, `ConverterBusy`.
 */
export async function keepAnnouncement(sound: NewSound, parts: AnnouncementParts): Promise<StoredAnnouncement | undefined> {
  const { database, blobs, converter } = parts
  const { tenantId, announcementId: id, language, spoken } = sound
  const converted = await converter.convert(sound.octets)
  if (!converted.ok) throw new SoundUnusable(converted.error)
  const { wav, durationMs } = converted.value
  const key = await blobs.put(tenantId, wav, 'wav')
  const kept = await store({ language, key, octets: wav.length, durationMs, spoken }).catch(async (error: unknown) => {
    await blobs.remove(key)
    throw error
  })
  const gone = kept === undefined ? key : kept.replaced?.key
  if (gone !== undefined) await blobs.remove(gone)
  return kept?.announcement

  function store(row: AnnouncementSound) {
    return database.withTenant(tenantId, async (tx) => {
      const found = await findAnnouncement(tx, id)
      if (found?.tenantId !== tenantId) return undefined
      await claimStorage(tx, tenantId, row.octets, parts.logger)
      const replaced = await storeSound(tx, found, row)
      return { replaced, announcement: (await findAnnouncement(tx, id)) ?? found }
    })
  }
}
