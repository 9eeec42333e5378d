import type { GreetingKind, Mailbox, Message, MessageState } from '../mailbox.ts'
import type { MessageArchive } from '../message-archive.ts'

/** Messages in memory. */
export class PaperArchive implements MessageArchive {
  readonly messages: Message[] = []
  readonly pins: string[] = []
  readonly greetings = new Map<GreetingKind, string>()
  /** Deleted by phone, and not for good yet. */
  readonly discarded = new Set<string>()
  bytes = 0

  /** Messages that are there, as `m1 new`. */
  get there(): readonly string[] {
    return this.messages.filter(({ id }) => !this.discarded.has(id)).map(({ id, state }) => `${id} ${state}`)
  }

  counts() {
    const count = (state: MessageState): number => this.#there(state).length
    return Promise.resolve({ new: count('new'), saved: count('saved') })
  }

  usedBytes() {
    return Promise.resolve(this.bytes)
  }

  add(_box: Mailbox, message: Message) {
    if (this.messages.some(({ id }) => id === message.id)) return Promise.resolve(false)
    this.messages.push(message)
    return Promise.resolve(true)
  }

  list(_box: Mailbox, state: MessageState) {
    return Promise.resolve(this.#there(state))
  }

  save(_box: Mailbox, { id }: Message) {
    const place = this.messages.findIndex((message) => message.id === id)
    const found = this.messages[place]
    if (found !== undefined) this.messages[place] = { ...found, state: 'saved' }
    return Promise.resolve()
  }

  discard(_box: Mailbox, { id }: Message) {
    return Promise.resolve(void this.discarded.add(id))
  }

  restore(_box: Mailbox, { id }: Message) {
    return Promise.resolve(this.discarded.delete(id))
  }

  remove(_box: Mailbox, { id }: Message) {
    const place = this.messages.findIndex((message) => message.id === id)
    if (place >= 0) this.messages.splice(place, 1)
    return Promise.resolve()
  }

  choosePin(_box: Mailbox, pin: string) {
    this.pins.push(pin)
    return Promise.resolve()
  }

  greeting(_box: Mailbox, kind: GreetingKind) {
    return Promise.resolve(this.greetings.get(kind))
  }

  setGreeting(_box: Mailbox, kind: GreetingKind, { sound }: { readonly sound: string }) {
    this.greetings.set(kind, sound)
    return Promise.resolve()
  }

  removeGreeting(_box: Mailbox, kind: GreetingKind) {
    this.greetings.delete(kind)
    return Promise.resolve()
  }

  #there(state: MessageState): readonly Message[] {
    return this.messages.filter((message) => message.state === state && !this.discarded.has(message.id))
  }
}
