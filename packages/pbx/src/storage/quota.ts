import { findTenant } from '@klinke/accounts'
import { KlinkeError, type Logger } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import { announcementBytes } from '../announcements/store.ts'
import { ownSoundBytes } from '../own-sounds/store.ts'
import { recordingBytes } from '../recordings/store.ts'
import { messageBytes } from '../voicemail/message-store.ts'
import { greetingBytes } from '../voicemail/store.ts'

/** From here on the tenant is warned. */
export const WARN_PART = 0.8

/** How full a tenant's storage is (REC-01). */
export interface StorageUse {
  readonly usedBytes: number
  readonly quotaBytes: number
  readonly state: 'ok' | 'nearly-full' | 'full'
}

/** Nothing is deleted to make room; what would not fit is refused. */
export class StorageFull extends KlinkeError {
  constructor({ usedBytes, quotaBytes }: StorageUse) {
    super(
      'storage-full',
      `${usedBytes} of ${quotaBytes} bytes are used. Delete messages, recordings or music, or raise storageBytes in the tenant's profile.`,
    )
  }
}

/** What all features together keep of the tenant that `tx` is for. */
export async function usedBytes(tx: Tx): Promise<number> {
  const voicemail = Number(await messageBytes(tx)) + Number(await greetingBytes(tx))
  return voicemail + (await ownSoundBytes(tx)) + (await announcementBytes(tx)) + (await recordingBytes(tx))
}

export function storageUse(used: number, quotaBytes: number): StorageUse {
  const part = used / quotaBytes
  return { usedBytes: used, quotaBytes, state: part >= 1 ? 'full' : part >= WARN_PART ? 'nearly-full' : 'ok' }
}

/** `undefined`: there is no such tenant. */
export async function measureStorage(tx: Tx, tenantId: string): Promise<StorageUse | undefined> {
  const tenant = await findTenant(tx, tenantId)
  return tenant && storageUse(await usedBytes(tx), tenant.profile.storageBytes)
}

/** What is stored already, whether or not there was room for it (a recording that has ended): going over four fifths is logged. */
export async function noteStored(tx: Tx, tenantId: string, octets: number, logger: Logger): Promise<void> {
  const now = await measureStorage(tx, tenantId)
  if (now === undefined || now.state === 'ok') return
  const before = storageUse(now.usedBytes - octets, now.quotaBytes)
  if (before.state === 'ok') logger.warn("a tenant's storage is nearly full", { tenantId, ...now })
}

/** Whether so much more may be stored. Throws `StorageFull`; what goes over four fifths is logged. */
export async function claimStorage(tx: Tx, tenantId: string, octets: number, logger: Logger): Promise<void> {
  const before = await measureStorage(tx, tenantId)
  if (before === undefined) return
  const after = storageUse(before.usedBytes + octets, before.quotaBytes)
  if (after.usedBytes > after.quotaBytes) throw new StorageFull(before)
  if (before.state === 'ok' && after.state !== 'ok') logger.warn("a tenant's storage is nearly full", { tenantId, ...after })
}
