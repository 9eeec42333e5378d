import { type Clock, silentLogger } from '@klinke/foundation'
import type { FilesSource } from '@klinke/rtp'
import type { PaperCaller } from '@klinke/testbed'
import { PinLock } from '../../pins/pin-lock.ts'
import { TestPbx, type TestPbxOptions, type TestTenant } from '../../test-support/test-pbx.ts'
import { voicemailFlow } from '../access-call.ts'
import { DEFAULT_MAILBOX_SETTINGS, type Mailbox, type MailboxSettings, type Message, type MessageState } from '../mailbox.ts'
import { MessageIntake } from '../message-intake.ts'
import type { MailboxOwner } from '../owner.ts'
import type { MailboxParts } from '../parts.ts'
import { mailboxFeature } from '../slice.ts'
import type { Spoken } from '../speech.ts'
import { PaperArchive } from './paper-archive.ts'
import { PaperSounds } from './paper-sounds.ts'

export const PIN = '4711'
const ACCESS = 'access'

/** Extension 10 has a mailbox; +4922155510 leads to it and +4922155599 to the access for all. */
export class MailboxWorld {
  readonly archive = new PaperArchive()
  readonly sounds = new PaperSounds(() => 'new.wav')
  /** What the owner was told: `left 10`, `locked +49…`. */
  readonly told: string[] = []
  /** Times the lamps were told to follow. */
  changes = 0
  /** The owner has every message by mail and wants none kept. */
  mailed = false
  /** What sending the mail comes to. */
  owner = (): Promise<boolean> => Promise.resolve(this.mailed)
  readonly pbx: TestPbx
  readonly box: Mailbox

  static async open(settings: Partial<MailboxSettings> = {}, tenant: Partial<TestTenant> = {}, more: Partial<Mailbox> = {}) {
    return new MailboxWorld(settings, tenant, { pinHash: stored(PIN), ...more })
  }

  private constructor(settings: Partial<MailboxSettings>, tenant: Partial<TestTenant>, more: Partial<Mailbox>) {
    const own = { id: 'box-10', tenantId: 'acme', extensionId: 'acme-10', greetings: new Map(), pinHash: undefined }
    this.box = { ...own, settings: { ...DEFAULT_MAILBOX_SETTINGS, ...settings }, ...more }
    const parts = this.#parts()
    const options: TestPbxOptions = {
      instead: { voicemail: { destinations: { targets: { voicemail: voicemailFlow(parts) } }, features: [mailboxFeature(parts)] } },
    }
    const voicemail = { boxes: new Map([[this.box.id, this.box]]), ofExtension: new Map([['acme-10', this.box]]), accessId: ACCESS }
    const to = (targetId: string) => ({ kind: 'voicemail', targetId }) as const
    const numbers = { '+4922155510': to('box-10'), '+4922155599': to(ACCESS) }
    this.pbx = new TestPbx([{ id: 'acme', extensions: ['10', '11'], numbers, parts: { voicemail }, ...tenant }], options)
  }

  /** Puts a message into the box. */
  leave(id: string, state: MessageState = 'new', callerNumber = '+4930123456'): Message {
    const message = {
      id,
      mailboxId: 'box-10',
      state,
      callerNumber,
      callerName: undefined,
      receivedAtMs: 0,
      durationMs: 5_000,
      sound: `${id}.wav`,
    }
    this.archive.messages.push(message)
    return message
  }

  /** What is heard now, piece by piece. */
  get heard(): readonly string[] {
    const source = this.#session.playbacks.at(-1)?.source
    return source?.kind === 'files' ? source.files : [source?.kind ?? '']
  }

  /** Every piece that was ever said. */
  get said(): readonly string[] {
    return this.#session.playbacks.flatMap(({ source }) => (source.kind === 'files' ? source.files : []))
  }

  /** What is heard now is heard to its end. */
  async listen(): Promise<void> {
    this.#session.playbacks.at(-1)?.end('finished')
    await this.settle()
  }

  /** Presses keys, one after the other. */
  async press(keys: string): Promise<void> {
    for (const digit of keys) {
      this.#session.events.send({ kind: 'dtmf', endpoint: 'caller', digit, durationMs: 100, by: 'telephone-event' })
      await this.settle()
    }
  }

  get recordings() {
    return this.#session.recordings
  }

  settle(): Promise<void> {
    return this.pbx.clock.advance(0)
  }

  dial(from: string, dialled: string, headers: readonly (readonly [string, string])[] = []): Promise<PaperCaller> {
    return this.pbx.dial('acme', from, dialled, headers)
  }

  get #session() {
    const session = this.pbx.media.sessions.at(-1)
    if (session === undefined) throw new Error('No call has media.')
    return session
  }

  #parts(): MailboxParts {
    // The clock is the PBX's, which is made after its features.
    const clock: Clock = {
      nowMs: () => this.pbx.clock.nowMs(),
      epochMs: () => this.pbx.clock.epochMs(),
      after: (delayMs, wake) => this.pbx.clock.after(delayMs, wake),
    }
    const { archive, sounds } = this
    const changed = (): void => void this.changes++
    const owner: MailboxOwner = {
      messageLeft: (_box, { callerNumber }) => {
        this.told.push(`left ${callerNumber}`)
        return this.owner()
      },
      locked: (_box, callerNumber) => Promise.resolve(void this.told.push(`locked ${callerNumber}`)),
    }
    const directory = { tenant: (id: string) => this.pbx.directory().tenant(id) }
    const work = { archive, sounds, spool: sounds, owner, clock, logger: silentLogger, changed }
    return {
      ...{ ...work, intake: new MessageIntake({ ...work, directory }), speech: speak, lock: new PinLock(clock) },
      isPin: (pin, hash) => Promise.resolve(hash === stored(pin)),
    }
  }
}

/** Stands for the hash, which takes real time. */
function stored(pin: string): string {
  return `hash of ${pin}`
}

function speak(spoken: readonly Spoken[]): FilesSource {
  return { kind: 'files', files: spoken.map(inWords), repeat: 1 }
}

function inWords(spoken: Spoken): string {
  switch (spoken.say) {
    case 'counts':
      return `new ${spoken.new}, saved ${spoken.saved}`
    case 'digits':
      return spoken.digits
    case 'received':
      return `received ${spoken.atMs}`
    case 'file':
      return spoken.path
    default:
      return spoken.say
  }
}
