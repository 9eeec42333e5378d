import type { Outcome } from '@klinke/calls'
import type { LentFile } from '@klinke/platform'
import { callBack } from './call-back.ts'
import type { Message, MessageState } from './mailbox.ts'
import { askKey, inTime, type MailboxCall, say, speech } from './parts.ts'
import type { MailboxPhrase, Spoken } from './speech.ts'

/** Where somebody is who hears messages one after the other. */
interface Place {
  readonly at: number
  /** How it has come there. */
  readonly by: 'first' | 'next' | 'again'
}

/**
 * One message after the other: 1 again, 2 or `#` save and next, 3 delete and next, 4 the one before, 5 call back, `*` back to the
 * menu. Who says nothing hears the next; what has been heard counts as saved. One that was deleted is restored by 4 and 3, as long as one
 * hears the others. Gives how a call back ended that came about, and with it the call.
 */
export async function hearMessages(at: MailboxCall, state: MessageState): Promise<Outcome | undefined> {
  const messages = await at.parts.archive.list(at.box, state)
  const deleted = new Set<Message>()
  let place: Place = { at: 0, by: 'first' }
  for (;;) {
    const message = messages[place.at]
    if (message === undefined) {
      if (!(await wantsBack(at)) || messages.length === 0) return undefined
      place = { at: messages.length - 1, by: 'again' }
      continue
    }
    const next: Place = { at: place.at + 1, by: 'next' }
    if (deleted.has(message) && place.by === 'next') {
      place = next
      continue
    }
    const key = deleted.has(message) ? await askRestore(at, message, deleted) : await hear(at, message, place.by)
    if (key === '*') return undefined
    if (key === '4') place = { at: Math.max(0, place.at - 1), by: 'again' }
    else if (key === '1') place = { ...place, by: 'again' }
    else if (key === '5') {
      const talk = await callBack(at, message)
      if (talk !== undefined) return talk
      place = { ...place, by: 'again' }
    } else {
      if (key === '3') deleted.add(message)
      place = next
    }
  }
}

/** All have been heard: who presses 4 while that is said goes back to the last one. */
async function wantsBack(at: MailboxCall): Promise<boolean> {
  const prompt = speech(at, { say: 'no-more-messages' })
  const { digits } = await at.call.collect({ maxDigits: 1, firstDigitSeconds: 0, interDigitSeconds: 0, prompt })
  return digits === '4'
}

/** The key that was pressed; what it does to the message is done. */
async function hear(at: MailboxCall, message: Message, by: Place['by']): Promise<string | undefined> {
  const { box, parts } = at
  const lending = parts.sounds.lend(box.tenantId, message.sound)
  const lent = await inTime(at, lending)
  // One that comes too late is given back at once.
  if (lent === undefined) void lending.then((late) => late?.[Symbol.asyncDispose]()).catch(() => undefined)
  const key = await ask(at, message, by, lent)
  if (key === '3') await discard(at, message)
  else if (key === '2' || (lent !== undefined && (key === undefined || key === '#' || key === '5'))) await save(at, message, key)
  return key
}

async function ask(at: MailboxCall, message: Message, by: Place['by'], lent: LentFile | undefined): Promise<string | undefined> {
  await using sound = lent
  const announced = at.box.settings.announceCaller ? announcement(message, at.parts.clock.epochMs()) : []
  const content: Spoken = sound === undefined ? { say: 'message-unavailable' } : { say: 'file', path: sound.path }
  return await askKey(at, { say: WHICH[by] }, ...announced, content, { say: 'message-menu' })
}

const WHICH = { first: 'first-message', next: 'next-message', again: 'this-message' } as const satisfies Record<Place['by'], MailboxPhrase>

function announcement({ callerNumber, receivedAtMs }: Message, nowMs: number): readonly Spoken[] {
  const digits = callerNumber.replace(/^\+/, '00')
  const who: readonly Spoken[] = /^\d+$/.test(digits) ? [{ say: 'from' }, { say: 'digits', digits }] : [{ say: 'unknown-caller' }]
  return [...who, { say: 'received', atMs: receivedAtMs, nowMs }]
}

/** What was deleted may be restored by 3, and is heard once more then. */
async function askRestore(at: MailboxCall, message: Message, deleted: Set<Message>): Promise<string | undefined> {
  const key = await askKey(at, { say: 'deleted-menu' })
  if (key !== '3') return key === '4' || key === '*' ? key : undefined
  if (!(await at.parts.archive.restore(at.box, message))) {
    await say(at, { say: 'unavailable' })
    return undefined
  }
  deleted.delete(message)
  at.call.note('message-restored', message.id)
  at.parts.changed(at.box)
  await say(at, { say: 'message-restored' })
  return '1'
}

async function save(at: MailboxCall, message: Message, key: string | undefined): Promise<void> {
  const { box, parts } = at
  if (message.state === 'new') {
    await parts.archive.save(box, message)
    parts.changed(box)
  }
  if (key === '2') await say(at, { say: 'message-saved' })
}

async function discard(at: MailboxCall, message: Message): Promise<void> {
  const { box, parts } = at
  await parts.archive.discard(box, message)
  parts.changed(box)
  await say(at, { say: 'message-deleted' })
}
