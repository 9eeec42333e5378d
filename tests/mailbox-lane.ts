/** What the tests of mailboxes have in common: boxes of the demo customer's extensions, messages that are left, mail that comes, what is heard. */
import assert from 'node:assert/strict'
import { testMailServer } from '@klinke/platform/test-support'
import { assertHears, type Baresip, eventually, RunningProduct, type Sound } from '@klinke/testbed'
import { changed, extensionOf } from './call-settings-support.ts'
import { assertIsSaid } from './spoken.ts'
import { dialled, root } from './support.ts'

/** Longer than greeting and beep, and than anything that is said before a message. */
const HEARD_WITHIN_MS = 20_000
const MESSAGE_MS = 3_000
const AT_A_TIME_MS = 2_000
const ENDS_WITHIN_MS = 25_000

export interface MailboxView {
  readonly id: string
  readonly newMessages: number
  readonly savedMessages: number
  readonly greetings: readonly string[]
}

export interface MessageView {
  readonly id: string
  readonly state: string
  readonly callerNumber: string
  readonly receivedAt: string
}

/** A running product whose mailboxes send mail to a real server. */
export class MailboxLane implements AsyncDisposable {
  readonly product: RunningProduct
  readonly mail: Awaited<ReturnType<typeof testMailServer>>

  private constructor(product: RunningProduct, mail: MailboxLane['mail']) {
    this.product = product
    this.mail = mail
  }

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<MailboxLane> {
    const mail = await testMailServer()
    const product = await RunningProduct.start({ root, environment: { KLINKE_SMTP_URL: mail.url, ...environment } })
    return new MailboxLane(product, mail)
  }

  /** Gives an extension a mailbox, to which all its calls go. */
  async box(number: string, settings: object = {}, when: 'always' | 'busy' = 'always'): Promise<MailboxView> {
    const { id } = await extensionOf(this.product, number)
    await changed(this.product, `/extensions/${id}/mailbox`, settings)
    const box = await this.view(number)
    const to = { kind: 'voicemail', targetId: box.id }
    await changed(this.product, `/extensions/${id}/call-settings`, { forwardings: [{ when, to }], callWaiting: when === 'always' })
    return box
  }

  extension(number: string): ReturnType<typeof extensionOf> {
    return extensionOf(this.product, number)
  }

  async view(number: string): Promise<MailboxView> {
    return (await this.product.get(`${await this.#path(number)}`)) as MailboxView
  }

  async messages(number: string): Promise<readonly MessageView[]> {
    const { items } = (await this.product.get(`${await this.#path(number)}/messages`)) as { readonly items: readonly MessageView[] }
    return items
  }

  /** Waits until so many messages are in the mailbox of that extension. */
  async hasMessages(number: string, count: number): Promise<readonly MessageView[]> {
    await eventually(`${count} messages`, async () => (await this.messages(number)).length === count, {
      shown: () => this.product.output.slice(-1500),
    })
    return this.messages(number)
  }

  /** The next mail to that address. */
  async mailTo(address: string): Promise<string> {
    const mail = await eventually(`a mail to ${address}`, () => this.mail.taken.find((each) => each.includes(`\nTo: ${address}\r`)), {
      shown: () => this.product.output.slice(-1500),
    })
    this.mail.taken.splice(this.mail.taken.indexOf(mail), 1)
    return mail
  }

  async dial(phone: Baresip, number: string): Promise<void> {
    await phone.dial(dialled(this.product, number))
    await phone.established()
  }

  /** Who is answered by a mailbox skips the greeting, speaks, and is told goodbye. */
  async speak(caller: Baresip): Promise<void> {
    await caller.press('#')
    await caller.listen(MESSAGE_MS)
    await caller.press('#')
    await caller.ended(ENDS_WITHIN_MS)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.product[Symbol.asyncDispose]()
    await this.mail[Symbol.asyncDispose]()
  }

  async #path(number: string): Promise<string> {
    return `/extensions/${(await extensionOf(this.product, number)).id}/mailbox`
  }
}

/** Presses keys, one after the other. */
export async function type(phone: Baresip, keys: string): Promise<void> {
  for (const key of keys) await phone.press(key)
}

/** Waits for a tone among all that is said. */
export async function hears(who: string, phone: Baresip, frequencyHz: number): Promise<void> {
  const untilMs = performance.now() + HEARD_WITHIN_MS
  for (;;) {
    try {
      return assertHears(who, await phone.listen(500), frequencyHz)
    } catch (error) {
      if (performance.now() > untilMs) throw error
    }
  }
}

/** Waits for a sentence among all that is said, without missing a moment; afterwards the phone has heard two more seconds. */
export async function hearsSaid(who: string, phone: Baresip, id: string): Promise<void> {
  const untilMs = performance.now() + HEARD_WITHIN_MS
  let heard = await phone.listen(AT_A_TIME_MS)
  for (;;) {
    const listening = phone.listen(AT_A_TIME_MS)
    try {
      assertIsSaid(who, heard, id)
      await listening
      return
    } catch (error) {
      const more = await listening
      if (performance.now() > untilMs) throw error
      heard = { ...heard, samples: Float32Array.from([...heard.samples, ...more.samples]) }
    }
  }
}

/** The WAV file that comes with a mail. */
export function attachedSound(mail: string): Sound {
  const [, base64 = ''] = /Content-Type: audio\/wav[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(mail) ?? []
  const file = Buffer.from(base64, 'base64')
  assert.equal(file.toString('latin1', 0, 4), 'RIFF', mail.slice(0, 1500))
  const samples = Float32Array.from({ length: (file.length - 44) >> 1 }, (_, index) => file.readInt16LE(44 + 2 * index) / 32_768)
  return { samples, sampleRateHz: file.readUInt32LE(24) }
}

/** When a message came, as it is said on the same day: words of its time in Germany. */
export function timeWords(at: string): readonly string[] {
  const { hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Berlin')
  return ['today', 'time-at', hour === 1 ? 'number-ein' : `number-${hour}`, 'time-uhr', ...(minute === 0 ? [] : [`number-${minute}`])]
}
