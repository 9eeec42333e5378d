import type { Outcome } from '@klinke/calls'
import { callBack } from './call-back.ts'
import type { Message, MessageState } from './mailbox.ts'
import { askKey, type MailboxCall, say } from './parts.ts'
import type { Spoken } from './speech.ts'

/**
 * One message after the other: 1 again, 2 or `#` save and next, 3 delete and next, 4 the one before, 5 call back, `*` back to the
 * menu. Who says nothing hears the next; what has been heard counts as saved. Gives how a call back ended that came about, and with it the call.
 */
export async function hearMessages(at: MailboxCall, state: MessageState): Promise<Outcome | undefined> {
  const messages = await at.parts.archive.list(at.box, state)
  if (messages.length === 0) {
    await say(at, { say: 'no-more-messages' })
    return undefined
  }
  const deleted = new Set<string>()
  let place = 0
  while (place < messages.length) {
    const message = messages[place]
    if (message === undefined) return undefined
    const key = deleted.has(message.id) ? '#' : await hear(at, message)
    if (key === '*') return undefined
    if (key === '1') continue
    if (key === '4') {
      place = Math.max(0, place - 1)
      continue
    }
    if (key === '5') {
      await save(at, message, key)
      const talk = await callBack(at, message)
      if (talk !== undefined) return talk
      continue
    }
    if (key === '3') {
      await remove(at, message)
      deleted.add(message.id)
    } else if (!deleted.has(message.id)) await save(at, message, key)
    place++
  }
  await say(at, { say: 'no-more-messages' })
  return undefined
}

async function hear(at: MailboxCall, message: Message): Promise<string | undefined> {
  const { box, parts } = at
  const path = parts.sounds.path(box.tenantId, message.sound)
  const announced = box.settings.announceCaller ? announcement(message, parts.clock.epochMs()) : []
  const key = await askKey(at, ...announced, { say: 'file', path }, { say: 'message-menu' })
  return key
}

function announcement({ callerNumber, receivedAtMs }: Message, nowMs: number): readonly Spoken[] {
  const digits = callerNumber.replace(/^\+/, '00')
  const who: readonly Spoken[] = /^\d+$/.test(digits) ? [{ say: 'message-from' }, { say: 'digits', digits }] : [{ say: 'unknown-caller' }]
  return [...who, { say: 'received', atMs: receivedAtMs, nowMs }]
}

async function save(at: MailboxCall, message: Message, key: string | undefined): Promise<void> {
  const { box, parts } = at
  if (message.state === 'new') {
    await parts.archive.save(box, message)
    parts.changed(box)
  }
  if (key === '2') await say(at, { say: 'message-saved' })
}

async function remove(at: MailboxCall, message: Message): Promise<void> {
  const { box, parts } = at
  await parts.archive.remove(box, message)
  await parts.sounds.remove(box.tenantId, message.sound)
  parts.changed(box)
  await say(at, { say: 'message-deleted' })
}
