import { join } from 'node:path'
import { BlobSpool, type BlobStore, BucketBlobStore, FolderBlobStore, S3Bucket } from '@klinke/platform'
import type { Ground } from './klinke.ts'

/** Where tenants' sound files are kept: on this disk, or in the S3-compatible store that is configured. */
export async function openBlobs({ configuration, clock, logger, scope }: Ground): Promise<BlobStore> {
  const { dataDir, s3 } = configuration
  const local = new FolderBlobStore(join(dataDir, 'blobs'))
  if (s3 === undefined) return local
  const spool = new BlobSpool(join(dataDir, 'blob-spool'))
  const store = await BucketBlobStore.open({ bucket: new S3Bucket(s3), local, spool, clock, logger })
  scope.own({ close: () => store.close() })
  return store
}
