import { randomUUIDv7 } from 'node:crypto'
import type { CallParty } from '@klinke/calls'
import type { Clock, Logger } from '@klinke/foundation'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import type { Mailbox, Message } from './mailbox.ts'
import type { MessageArchive } from './message-archive.ts'
import type { MailboxOwner } from './owner.ts'
import type { Sounds } from './sounds.ts'
import type { MessageNote, Sound, Spool } from './spool.ts'

/** Shorter ones are a breath and a hang-up. */
export const MIN_MESSAGE_MS = 2_000
/** While the database, or the disk of the store, is away, all that waits is tried again so often. */
const AGAIN_MS = 5_000

/** Somebody speaks: what is known of the message, and where it is written. */
export interface BegunMessage {
  readonly note: MessageNote
  readonly sound: Sound
}

export interface MessageIntakeParts {
  readonly spool: Spool
  readonly sounds: Pick<Sounds, 'keep' | 'octets' | 'lend'>
  readonly archive: Pick<MessageArchive, 'add' | 'remove'>
  readonly directory: Pick<PbxDirectory, 'tenant'>
  readonly owner: Pick<MailboxOwner, 'messageLeft'>
  readonly clock: Clock
  readonly logger: Logger
  readonly changed: (box: Mailbox) => void
}

/**
 * The way of a message from the disk into store and database, and to its owner. From the first word on a note beside it says whose it is:
 * what is away delays it, and neither that nor a crash loses it.
 */
export class MessageIntake {
  readonly #parts: MessageIntakeParts
  /** Names of sounds that somebody speaks, or that are filed right now. */
  readonly #busy = new Set<string>()
  #again = false

  constructor(parts: MessageIntakeParts) {
    this.#parts = parts
  }

  /** Somebody is going to speak. Rejects when the disk refuses. */
  async begin(
    { id: mailboxId, tenantId }: Mailbox,
    { number, displayName }: Pick<CallParty, 'number' | 'displayName'>,
  ): Promise<BegunMessage> {
    const { spool, clock } = this.#parts
    const sound = await spool.create(tenantId)
    const caller = { callerNumber: number, ...(displayName !== undefined && { callerName: displayName }) }
    const note = { id: randomUUIDv7(), mailboxId, tenantId, sound: sound.name, ...caller, receivedAtMs: clock.epochMs() }
    this.#busy.add(sound.name)
    try {
      await spool.note(note)
    } catch (error) {
      this.#busy.delete(sound.name)
      throw error
    }
    return { note, sound }
  }

  /** It is no message. Never rejects. */
  async drop({ note, sound }: BegunMessage): Promise<void> {
    const { spool, logger } = this.#parts
    try {
      await spool.remove(sound)
      await spool.forget(note)
    } catch (error) {
      logger.warn('what is no message could not be deleted', { sound: sound.path, error: asError(error) })
    }
    this.#busy.delete(sound.name)
  }

  /** It is one: stored when this settles, or noted on the disk and stored later. Never rejects. */
  async keep({ note: begun, sound }: BegunMessage, durationMs: number): Promise<void> {
    const note = { ...begun, durationMs: Math.round(durationMs) }
    // On a full disk the note stays as it is, and the length is measured when it is read.
    await this.#parts.spool.note(note).catch(() => undefined)
    await this.#file(note)
    this.#busy.delete(sound.name)
  }

  /** Files what waits on the disk, also of an earlier process. Never rejects. */
  async recover(): Promise<void> {
    const { spool, logger } = this.#parts
    const notes = await spool.notes((file) => logger.error('the note of a message cannot be read', { file })).catch(() => [])
    for (const note of notes) {
      if (this.#busy.has(note.sound)) continue
      this.#busy.add(note.sound)
      await this.#file(note)
      this.#busy.delete(note.sound)
    }
  }

  async #file(note: MessageNote): Promise<void> {
    const { directory, clock, logger } = this.#parts
    try {
      const tenant = directory.tenant(note.tenantId)
      // A tenant that is not there may be one of another database; what a deleted one has is removed elsewhere.
      if (tenant === undefined) return
      const box = tenant.voicemail.boxes.get(note.mailboxId)
      if (box === undefined) await this.#lose(note, 'its mailbox is gone')
      else await this.#store(note, box, tenant)
    } catch (error) {
      logger.warn('a message waits on the disk', { mailbox: note.mailboxId, error: asError(error) })
      if (this.#again) return
      this.#again = true
      clock.after(AGAIN_MS, () => {
        this.#again = false
        void this.recover()
      })
    }
  }

  /** Each step may have been done before: a crash between two leaves what the next try completes. */
  async #store(note: MessageNote, box: Mailbox, tenant: PbxSnapshot): Promise<void> {
    const { spool, sounds, archive, changed } = this.#parts
    const sound = spool.sound(note)
    const here = await spool.octets(sound)
    const octets = here ?? (await sounds.octets(note.tenantId, note.sound))
    if (octets === undefined) return this.#lose(note, 'it has no sound')
    const durationMs = note.durationMs ?? (here === undefined ? 0 : await spool.complete(sound))
    if (note.durationMs === undefined && durationMs < MIN_MESSAGE_MS) return this.drop({ note, sound })
    if (here !== undefined) await sounds.keep(sound)
    const { tenantId: _, callerName, ...known } = note
    const message: Message = { ...known, callerName, durationMs, state: 'new' }
    const isNew = await archive.add(box, message, octets)
    await spool.forget(note)
    if (!isNew) return
    changed(box)
    void this.#tellOwner(message, box, tenant)
  }

  /** By mail; who wants it only there loses it here then. */
  async #tellOwner(message: Message, box: Mailbox, tenant: PbxSnapshot): Promise<void> {
    const { owner, archive, sounds, changed, logger } = this.#parts
    try {
      await using lent = await sounds.lend(box.tenantId, message.sound)
      if (lent === undefined || !(await owner.messageLeft(box, message, lent.path, tenant))) return
      await archive.remove(box, message)
      changed(box)
    } catch (error) {
      logger.warn('the owner of a mailbox could not be told of a message', { mailbox: box.id, error: asError(error) })
    }
  }

  async #lose(note: MessageNote, why: string): Promise<void> {
    const { spool, logger } = this.#parts
    logger.warn(`a message is not kept: ${why}`, { mailbox: note.mailboxId, sound: note.sound })
    await spool.remove(spool.sound(note))
    await spool.forget(note)
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
