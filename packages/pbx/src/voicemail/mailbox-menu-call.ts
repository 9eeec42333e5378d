import { type Outcome, talked } from '@klinke/calls'
import { hearMessages } from './hear-messages.ts'
import { changePin, manageGreetings } from './manage-mailbox.ts'
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
  if (counts.new > 0) await hearMessages(at, 'new')
  for (let unanswered = 0; unanswered < MAX_QUESTIONS; ) {
    const key = await askKey(at, { say: 'main-menu' })
    unanswered = key === undefined ? unanswered + 1 : 0
    if (key === '*') break
    await choose(at, key)
  }
  await say(at, { say: 'goodbye' })
  return talked('hung-up-by-called')
}

async function choose(at: MailboxCall, key: string | undefined): Promise<void> {
  switch (key) {
    case '1':
      return hearMessages(at, 'new')
    case '2':
      return hearMessages(at, 'saved')
    case '3':
      return manageGreetings(at)
    case '4':
      return changePin(at)
    default:
  }
}
