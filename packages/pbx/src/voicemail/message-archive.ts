import type { Logger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { hashPin } from '../pins/pin-hash.ts'
import { noteStored, usedBytes } from '../storage/quota.ts'
import type { GreetingKind, Mailbox, Message, MessageState } from './mailbox.ts'
import { countMessages, deleteMessage, insertMessage, listMessages, type MessageCounts, markMessage } from './message-store.ts'
import { storeGreeting, storePin } from './store.ts'

/** What calls do with a mailbox. */
export interface MessageArchive {
  counts(box: Mailbox): Promise<MessageCounts>
  /** Octets that the tenant keeps, of all features (REC-01). */
  usedBytes(box: Mailbox): Promise<number>
  add(box: Mailbox, message: Message, sizeBytes: number): Promise<void>
  /** Oldest first. */
  list(box: Mailbox, state: MessageState): Promise<readonly Message[]>
  save(box: Mailbox, message: Message): Promise<void>
  remove(box: Mailbox, message: Message): Promise<void>
  choosePin(box: Mailbox, pin: string): Promise<void>
  setGreeting(box: Mailbox, kind: GreetingKind, file: { readonly sound: string; readonly sizeBytes: number }): Promise<void>
}

/** In the database. */
export function storedArchive(database: Database, logger: Logger): MessageArchive {
  return {
    counts: ({ id, tenantId }) => database.withTenant(tenantId, (tx) => countMessages(tx, id)),
    usedBytes: ({ tenantId }) => database.withTenant(tenantId, usedBytes),
    add: ({ tenantId }, message, sizeBytes) =>
      database.withTenant(tenantId, async (tx) => {
        await insertMessage(tx, tenantId, message, sizeBytes)
        await noteStored(tx, tenantId, sizeBytes, logger)
      }),
    list: ({ id, tenantId }, state) => database.withTenant(tenantId, (tx) => listMessages(tx, id, state)),
    save: async ({ id, tenantId }, message) => {
      await database.withTenant(tenantId, (tx) => markMessage(tx, id, message.id, 'saved'))
    },
    remove: async ({ id, tenantId }, message) => {
      await database.withTenant(tenantId, (tx) => deleteMessage(tx, id, message.id))
    },
    choosePin: async ({ id, tenantId }, pin) => {
      const hash = await hashPin(pin)
      await database.withTenant(tenantId, (tx) => storePin(tx, id, hash))
    },
    setGreeting: (box, kind, file) =>
      database.withTenant(box.tenantId, async (tx) => {
        await storeGreeting(tx, box, kind, file)
        await noteStored(tx, box.tenantId, file.sizeBytes, logger)
      }),
  }
}
