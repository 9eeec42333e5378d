import type { Logger } from '@klinke/foundation'
import type { BlobStore } from '@klinke/platform'
import type { PbxSnapshot } from '../snapshot.ts'

/**
 * Brings a tenant's own prompts and music to this disk, so that calls can play them: where the store is elsewhere, and this
 * machine is new, or another one has stored them.
 */
export async function bringSounds({ id, prompts }: PbxSnapshot, blobs: BlobStore, logger: Logger): Promise<void> {
  for (const key of [...prompts.replaced.values(), ...prompts.holdMusic]) {
    try {
      if ((await blobs.fetch(key)) === undefined) logger.error('a sound of a tenant is gone', { tenant: id, key })
    } catch (error) {
      logger.warn('a sound of a tenant could not be brought here', {
        tenant: id,
        key,
        error: error instanceof Error ? error : new Error(String(error)),
      })
    }
  }
}
