import { existsSync } from 'node:fs'
import { BoundedMap, type Logger } from '@klinke/foundation'
import type { BlobStore } from '@klinke/platform'
import { Prompts } from './prompts.ts'

/** Files of which the log has said that they are gone; of a forgotten one it says so again. */
const MAX_MISSED = 1000

/** Prompts of tenants from the blob store. A file that is gone is told in the log once, for the tenant should bring it anew. */
export function storedPrompts(blobs: BlobStore, logger: Logger): Prompts {
  const missed = new BoundedMap<string, true>(MAX_MISSED)
  const isThere = (path: string): boolean => {
    // Only tenants with prompts of their own come here, and their files lie on a disk of this machine: a few microseconds.
    if (existsSync(path)) return true
    if (!missed.has(path)) logger.warn("a tenant's own prompt is gone; the product's is said instead", { path })
    missed.set(path, true)
    return false
  }
  return new Prompts((key) => blobs.path(key), isThere)
}
