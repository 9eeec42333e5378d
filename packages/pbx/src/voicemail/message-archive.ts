import type { Logger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { hashPin } from '../pins/pin-hash.ts'
import { noteStored, usedBytes } from '../storage/quota.ts'
import type { GreetingKind, Mailbox, Message, MessageState } from './mailbox.ts'
import {
  countMessages,
  deleteMessage,
  discardMessage,
  insertMessage,
  listMessages,
  type MessageCounts,
  markMessage,
  restoreMessage,
} from './message-store.ts'
import { deleteGreeting, findMailbox, storeGreeting, storePin } from './store.ts'

/** What calls do with a mailbox. */
export interface MessageArchive {
  counts(box: Mailbox): Promise<MessageCounts>
  /** Octets that the tenant keeps, of all features (REC-01). */
  usedBytes(box: Mailbox): Promise<number>
  /** False when it is there already. */
  add(box: Mailbox, message: Message, sizeBytes: number): Promise<boolean>
  /** Oldest first. */
  list(box: Mailbox, state: MessageState): Promise<readonly Message[]>
  save(box: Mailbox, message: Message): Promise<void>
  /** It counts no more, and can be restored for an hour. */
  discard(box: Mailbox, message: Message): Promise<void>
  /** What was discarded is there again. False when it is gone for good. */
  restore(box: Mailbox, message: Message): Promise<boolean>
  /** For good, with its sound. */
  remove(box: Mailbox, message: Message): Promise<void>
  choosePin(box: Mailbox, pin: string): Promise<void>
  /** Name of its sound; undefined: none is recorded. */
  greeting(box: Mailbox, kind: GreetingKind): Promise<string | undefined>
  setGreeting(box: Mailbox, kind: GreetingKind, file: { readonly sound: string; readonly sizeBytes: number }): Promise<void>
  removeGreeting(box: Mailbox, kind: GreetingKind): Promise<void>
}

/** In the database; what is no more there leaves its sound to `sweep`. */
export function storedArchive(database: Database, logger: Logger, sweep: () => Promise<void>): MessageArchive {
  return {
    counts: ({ id, tenantId }) => database.withTenant(tenantId, (tx) => countMessages(tx, id)),
    usedBytes: ({ tenantId }) => database.withTenant(tenantId, usedBytes),
    add: ({ tenantId }, message, sizeBytes) =>
      database.withTenant(tenantId, async (tx) => {
        const isNew = await insertMessage(tx, tenantId, message, sizeBytes)
        if (isNew) await noteStored(tx, tenantId, sizeBytes, logger)
        return isNew
      }),
    list: ({ id, tenantId }, state) => database.withTenant(tenantId, (tx) => listMessages(tx, id, state)),
    save: async ({ id, tenantId }, message) => {
      await database.withTenant(tenantId, (tx) => markMessage(tx, id, message.id, 'saved'))
    },
    discard: async ({ id, tenantId }, message) => {
      await database.withTenant(tenantId, (tx) => discardMessage(tx, id, message.id))
    },
    restore: async ({ id, tenantId }, message) =>
      (await database.withTenant(tenantId, (tx) => restoreMessage(tx, id, message.id))) !== undefined,
    remove: async ({ id, tenantId }, message) => {
      await database.withTenant(tenantId, (tx) => deleteMessage(tx, id, message.id))
      await sweep()
    },
    choosePin: async ({ id, tenantId }, pin) => {
      const hash = await hashPin(pin)
      await database.withTenant(tenantId, (tx) => storePin(tx, id, hash))
    },
    greeting: async ({ id, tenantId }, kind) => (await database.withTenant(tenantId, (tx) => findMailbox(tx, id)))?.greetings.get(kind),
    setGreeting: async (box, kind, file) => {
      await database.withTenant(box.tenantId, async (tx) => {
        await storeGreeting(tx, box, kind, file)
        await noteStored(tx, box.tenantId, file.sizeBytes, logger)
      })
      await sweep()
    },
    removeGreeting: async ({ id, tenantId }, kind) => {
      await database.withTenant(tenantId, (tx) => deleteGreeting(tx, id, kind))
      await sweep()
    },
  }
}
