import { join } from 'node:path'
import { type BlobStore, FolderBlobStore } from '@klinke/platform'

/** Where tenants' own sounds are kept. */
export function tenantBlobs(dataDir: string): BlobStore {
  return new FolderBlobStore(join(dataDir, 'blobs'))
}
