import { type Outcome, talked } from '@klinke/calls'
import { changePin } from './change-pin.ts'
import { hearMessages } from './hear-messages.ts'
import { manageGreetings } from './manage-greetings.ts'
import { askKey, MAX_QUESTIONS, type MailboxCall, say } from './parts.ts'

/**
 * The mailbox by phone (VM-01), for a caller who may: 1 new messages, 2 saved ones, 3 greetings, 4 PIN, `*` ends. New messages
 * are heard at once.
 */
export async function mailboxMenu(at: MailboxCall): Promise<Outcome> {
  const { call, box, parts } = at
  call.note('mailbox-opened', box.id)
  const counts = await parts.archive.counts(box)
  await say(at, { say: 'counts', ...counts })
  const talk = counts.new > 0 ? await hearMessages(at, 'new') : undefined
  if (talk !== undefined) return talk
  for (let unanswered = 0; unanswered < MAX_QUESTIONS; ) {
    const key = await askKey(at, { say: 'main-menu' })
    unanswered = key === undefined ? unanswered + 1 : 0
    if (key === '*') break
    const ended = await choose(at, key)
    if (ended !== undefined) return ended
  }
  await say(at, { say: 'goodbye' })
  return talked('hung-up-by-called')
}

/** How the call ended, if that choice ended it. */
async function choose(at: MailboxCall, key: string | undefined): Promise<Outcome | undefined> {
  switch (key) {
    case '1':
      return hearMessages(at, 'new')
    case '2':
      return hearMessages(at, 'saved')
    case '3':
      await manageGreetings(at)
      return undefined
    case '4':
      await changePin(at)
      return undefined
    default:
      return undefined
  }
}
