import type { GreetingKind, Mailbox, Message, MessageState } from '../mailbox.ts'
import type { MessageArchive } from '../message-archive.ts'

/** Messages in memory. */
export class PaperArchive implements MessageArchive {
  readonly messages: Message[] = []
  readonly pins: string[] = []
  readonly greetings: GreetingKind[] = []
  bytes = 0

  counts() {
    const count = (state: MessageState): number => this.messages.filter((message) => message.state === state).length
    return Promise.resolve({ new: count('new'), saved: count('saved') })
  }

  usedBytes() {
    return Promise.resolve(this.bytes)
  }

  add(_box: Mailbox, message: Message) {
    this.messages.push(message)
    return Promise.resolve()
  }

  list(_box: Mailbox, state: MessageState) {
    return Promise.resolve(this.messages.filter((message) => message.state === state))
  }

  save(_box: Mailbox, { id }: Message) {
    const place = this.messages.findIndex((message) => message.id === id)
    const found = this.messages[place]
    if (found !== undefined) this.messages[place] = { ...found, state: 'saved' }
    return Promise.resolve()
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

  setGreeting(_box: Mailbox, kind: GreetingKind) {
    this.greetings.push(kind)
    return Promise.resolve()
  }
}
