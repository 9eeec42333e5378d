import type { Logger } from '@klinke/foundation'
import type { BlobStore, Database } from '@klinke/platform'
import type { SoundConverter } from '../sounds/sound-converter.ts'
import { claimStorage } from '../storage/quota.ts'
import { MAX_HOLD_MUSIC, SoundUnusable, TooMuchHoldMusic } from './rules.ts'
import { deleteOwnSounds, HOLD_MUSIC, insertOwnSound, listOwnSounds, type OwnSound } from './store.ts'

export interface KeepingParts {
  readonly database: Database
  readonly blobs: BlobStore
  readonly converter: SoundConverter
  readonly logger: Logger
}

export interface Upload extends Pick<OwnSound, 'tenantId' | 'place' | 'name'> {
  readonly octets: Uint8Array
}

/** Converts and stores an upload; one in the place of a prompt replaces what was there. Throws `SoundUnusable`, `StorageFull`, `TooMuchHoldMusic`. */
export async function keepSound({ tenantId, place, name, octets }: Upload, parts: KeepingParts): Promise<OwnSound> {
  const { database, blobs, converter, logger } = parts
  const converted = await converter.convert(octets)
  if (!converted.ok) throw new SoundUnusable(converted.error)
  const { wav, durationMs } = converted.value
  const key = await blobs.put(tenantId, wav, 'wav')
  try {
    const { kept, replaced } = await database.withTenant(tenantId, async (tx) => {
      const gone = place === HOLD_MUSIC ? [] : await deleteOwnSounds(tx, { place })
      if (place === HOLD_MUSIC && (await piecesOfMusic(tx)) >= MAX_HOLD_MUSIC) throw new TooMuchHoldMusic()
      await claimStorage(tx, tenantId, wav.length, logger)
      return { kept: await insertOwnSound(tx, { tenantId, place, name, key, octets: wav.length, durationMs }), replaced: gone }
    })
    await removeFiles(replaced, blobs)
    return kept
  } catch (error) {
    await blobs.remove(key)
    throw error
  }
}

/** The rows are gone before: whoever reads the database finds no file missing. */
export async function removeFiles(sounds: readonly OwnSound[], blobs: BlobStore): Promise<void> {
  for (const { key } of sounds) await blobs.remove(key)
}

async function piecesOfMusic(tx: Parameters<typeof listOwnSounds>[0]): Promise<number> {
  return (await listOwnSounds(tx)).filter(({ place }) => place === HOLD_MUSIC).length
}
