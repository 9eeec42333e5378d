import type { Logger } from '@klinke/foundation'
import type { BlobStore } from '@klinke/platform'
import type { PbxSnapshot } from '../snapshot.ts'

type BroughtFor = Pick<PbxSnapshot, 'id' | 'prompts' | 'announcements'>

/**
 * Brings a tenant's own prompts, announcements and music to this disk, so that calls can play them: where the store is elsewhere, and this
 * machine is new, or another one has stored them.
 */
export async function bringSounds(
  { id, prompts, announcements }: BroughtFor,
  blobs: Pick<BlobStore, 'fetch'>,
  logger: Logger,
): Promise<void> {
  const said = [...announcements.byId.values()].flatMap(({ sounds }) => [...sounds.values()])
  for (const key of [...prompts.replaced.values(), ...prompts.holdMusic, ...said]) {
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
