import { DEFAULT_LANGUAGE } from '../prompts/prompts.ts'
import { askDigits, MAX_QUESTIONS, type MailboxCall, sayIn } from './parts.ts'

type Call = Omit<MailboxCall, 'box'>

/** What a PIN is asked for. */
interface Door {
  /** Of the lock. */
  readonly id: string
  readonly language: 'de' | 'en'
  readonly opens: (pin: string) => Promise<boolean>
  /** It has just been locked. */
  readonly locked: () => Promise<void>
}

/** Asks for the PIN. False: the caller does not know it, has been told so, and the call may end. Five wrong ones lock the box. */
export async function signIn(at: MailboxCall, callerNumber: string): Promise<boolean> {
  const { box, parts } = at
  const { id, pinHash, settings } = box
  if (pinHash === undefined) return turnAway(at, { id, language: settings.language }, 'pin-missing')
  const locked = async (): Promise<void> => {
    parts.logger.warn('mailbox locked after wrong PINs', { tenant: box.tenantId, mailbox: id, caller: callerNumber })
    await parts.owner.locked(box, callerNumber)
  }
  return tryPins(at, { id, language: settings.language, opens: (pin) => parts.isPin(pin, pinHash), locked })
}

/** The same for a number without a mailbox: who does not know a PIN does not learn which numbers have one. */
export async function signInNowhere(at: Call, number: string): Promise<void> {
  const language = at.tenant.profile.language ?? DEFAULT_LANGUAGE
  const never = { opens: () => Promise.resolve(false), locked: () => Promise.resolve() }
  await tryPins(at, { id: `${at.tenant.id}/${number}`, language, ...never })
}

async function tryPins(at: Call, door: Door): Promise<boolean> {
  const { call } = at
  const { lock } = at.parts
  let wrong = false
  for (let asked = 0; asked < MAX_QUESTIONS; asked++) {
    if (lock.isLocked(door.id)) return turnAway(at, door, 'pin-locked')
    const pin = await askDigits(at, door.language, ...(wrong ? [{ say: 'pin-wrong' } as const] : []), { say: 'enter-pin' })
    if (pin === '') continue
    if (await door.opens(pin)) {
      lock.right(door.id)
      return true
    }
    wrong = true
    call.note('wrong-pin', door.id)
    if (lock.wrong(door.id)) await door.locked()
  }
  return turnAway(at, door, lock.isLocked(door.id) ? 'pin-locked' : 'pin-wrong')
}

async function turnAway(
  at: Call,
  { id, language }: Pick<Door, 'id' | 'language'>,
  why: 'pin-locked' | 'pin-missing' | 'pin-wrong',
): Promise<false> {
  at.call.note(why, id)
  await sayIn(at, language, { say: why }, { say: 'goodbye' })
  return false
}
