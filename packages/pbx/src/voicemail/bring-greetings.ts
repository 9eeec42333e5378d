import type { Logger } from '@klinke/foundation'
import type { BlobStore } from '@klinke/platform'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import type { Mailbox } from './mailbox.ts'
import { keyOf } from './sounds.ts'

interface Bringing {
  readonly blobs: Pick<BlobStore, 'fetch'>
  readonly logger: Logger
}

/** Brings the greetings of all tenants to this disk, where they are not there yet. Never rejects. */
export async function bringAllGreetings({ directory, ...bringing }: Bringing & { readonly directory: PbxDirectory }): Promise<void> {
  for (const tenant of directory.tenants()) await bringGreetings(tenant, undefined, bringing)
}

/** Brings greetings that are new in a tenant's picture to this disk: where the store is elsewhere, another machine may have stored them. Never rejects. */
export async function bringGreetings(
  now: Pick<PbxSnapshot, 'voicemail'> | undefined,
  before: Pick<PbxSnapshot, 'voicemail'> | undefined,
  { blobs, logger }: Bringing,
): Promise<void> {
  if (now?.voicemail.boxes === before?.voicemail.boxes) return
  const had = new Set(greetingsOf(before))
  for (const key of greetingsOf(now).filter((each) => !had.has(each))) {
    try {
      if ((await blobs.fetch(key)) === undefined) logger.warn('a greeting is gone', { key })
    } catch (error) {
      logger.warn('a greeting could not be brought here', { key, error: error instanceof Error ? error : new Error(String(error)) })
    }
  }
}

function greetingsOf(tenant: Pick<PbxSnapshot, 'voicemail'> | undefined): readonly string[] {
  const of = ({ tenantId, greetings }: Mailbox): readonly string[] => [...greetings.values()].map((name) => keyOf(tenantId, name))
  return [...(tenant?.voicemail.boxes.values() ?? [])].flatMap(of)
}
