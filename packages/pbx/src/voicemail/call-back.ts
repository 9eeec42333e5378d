import type { Outcome } from '@klinke/calls'
import type { Message } from './mailbox.ts'
import { type MailboxCall, say } from './parts.ts'

/**
 * Calls the one who left the message, as if the extension that listens had dialled the number: what it may not dial it may not call back.
 * Who opens the mailbox from outside has no phone of the tenant to dial with, and cannot. Undefined when the call did not come about.
 */
export async function callBack(at: MailboxCall, { callerNumber }: Message): Promise<Outcome | undefined> {
  const { call, exchange } = at
  call.note('mailbox-call-back', callerNumber)
  const isNumber = /^\+?\d+$/.test(callerNumber)
  const outcome = isNumber ? await exchange.dialOn(call, callerNumber) : undefined
  if (outcome?.kind === 'talked') return outcome
  await say(at, { say: outcome === undefined || outcome.cause === 'forbidden' ? 'cannot-call-back' : 'not-reached' })
  return undefined
}
