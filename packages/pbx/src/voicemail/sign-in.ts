import { askDigits, MAX_QUESTIONS, type MailboxCall, say } from './parts.ts'

const ENTER_PIN = { say: 'enter-pin' } as const
const PIN_WRONG = { say: 'pin-wrong' } as const

/** Asks for the PIN. False: the caller does not know it, has been told so, and the call may end. Five wrong ones lock the box. */
export async function signIn(at: MailboxCall, callerNumber: string): Promise<boolean> {
  const { call, box, tenant, parts } = at
  const { pinHash, settings } = box
  if (pinHash === undefined) return turnAway(at, 'pin-missing')
  let wrong = false
  for (let asked = 0; asked < MAX_QUESTIONS; asked++) {
    if (parts.lock.isLocked(box.id)) return turnAway(at, 'pin-locked')
    const pin = await askDigits(at, settings.language, ...(wrong ? [PIN_WRONG] : []), ENTER_PIN)
    if (pin === '') continue
    if (await parts.isPin(pin, pinHash)) {
      parts.lock.right(box.id)
      return true
    }
    wrong = true
    call.note('wrong-pin', box.id)
    if (!parts.lock.wrong(box.id)) continue
    parts.logger.warn('mailbox locked after wrong PINs', { tenant: box.tenantId, mailbox: box.id, caller: callerNumber })
    await parts.owner.locked(box, callerNumber, tenant)
  }
  return turnAway(at, parts.lock.isLocked(box.id) ? 'pin-locked' : 'pin-wrong')
}

async function turnAway(at: MailboxCall, why: 'pin-missing' | 'pin-locked' | 'pin-wrong'): Promise<false> {
  at.call.note(why, at.box.id)
  await say(at, { say: why }, { say: 'goodbye' })
  return false
}
