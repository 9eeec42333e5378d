import { type Call, type Exchange, type Outcome, talked } from '@klinke/calls'
import type { Clock, Logger } from '@klinke/foundation'
import type { MediaSource } from '@klinke/rtp'
import type { PinLock } from '../pins/pin-lock.ts'
import type { Prompts } from '../prompts/prompts.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { Mailbox } from './mailbox.ts'
import type { MessageArchive } from './message-archive.ts'
import type { MessageIntake } from './message-intake.ts'
import type { MailboxOwner } from './owner.ts'
import type { Sounds } from './sounds.ts'
import type { Speech, Spoken } from './speech.ts'
import type { Spool } from './spool.ts'

/** What the flows of mailboxes stand on. */
export interface MailboxParts {
  readonly archive: MessageArchive
  readonly sounds: Pick<Sounds, 'keep' | 'lend' | 'greeting'>
  readonly spool: Pick<Spool, 'create' | 'octets' | 'remove'>
  readonly intake: Pick<MessageIntake, 'begin' | 'drop' | 'keep'>
  readonly speech: Speech
  readonly lock: PinLock
  /** Whether what was entered is the PIN that is stored so (`pin.ts`). */
  readonly isPin: (pin: string, stored: string) => Promise<boolean>
  readonly clock: Clock
  readonly logger: Logger
  readonly owner: Pick<MailboxOwner, 'locked'>
  /** The number of new or saved messages is another: lamps follow. */
  readonly changed: (box: Mailbox) => void
}

/** A mailbox in a call: what every step of its flows needs. */
export interface MailboxCall {
  readonly call: Call
  readonly box: Mailbox
  readonly tenant: PbxSnapshot
  readonly prompts: Prompts
  readonly exchange: Exchange
  readonly parts: MailboxParts
}

/** What that mailbox says, as something to play. */
export function speech({ box, tenant, prompts, parts }: Omit<MailboxCall, 'call'>, ...spoken: readonly Spoken[]): MediaSource {
  return parts.speech(spoken, { language: box.settings.language, tenant, prompts })
}

/** Says it to the end. */
export async function say(at: MailboxCall, ...spoken: readonly Spoken[]): Promise<void> {
  await at.call.play(speech(at, ...spoken))
}

/** The same to somebody who is in no mailbox yet. */
export async function sayIn(
  { call, tenant, prompts, parts }: Omit<MailboxCall, 'box'>,
  language: Mailbox['settings']['language'],
  ...spoken: readonly Spoken[]
): Promise<void> {
  await call.play(parts.speech(spoken, { language, tenant, prompts }))
}

/** A caller waits no longer for the store: more would be dead air. */
const STORE_WITHIN_MS = 2000

/** What the store gives in time; undefined when it is away or slow, which is noted. */
export async function inTime<T>({ call, parts }: MailboxCall, asked: Promise<T>): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = parts.clock.after(STORE_WITHIN_MS, () => resolve(undefined))
  const failed = (error: unknown): undefined =>
    void parts.logger.error('the store of a mailbox failed', { call: call.id, error: asError(error) })
  const given = await Promise.race([asked.catch(failed), late])
  timer.cancel()
  if (given === undefined) call.note('mailbox-unavailable', 'the store does not answer')
  return given
}

/** Tells the caller that the mailbox cannot be used now. */
export async function sayUnavailable(at: MailboxCall): Promise<Outcome> {
  await say(at, { say: 'unavailable' }, { say: 'goodbye' })
  return talked('hung-up-by-called')
}

export function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/** How long a caller may think before the question is put again. */
const FIRST_KEY_SECONDS = 6
const NEXT_KEY_SECONDS = 4
/** A question that gets no answer is put so often. */
export const MAX_QUESTIONS = 3

/** Asks for one key while it speaks; undefined when none comes. */
export async function askKey(at: MailboxCall, ...spoken: readonly Spoken[]): Promise<string | undefined> {
  const { digits } = await at.call.collect({
    ...{ maxDigits: 1, firstDigitSeconds: FIRST_KEY_SECONDS, interDigitSeconds: NEXT_KEY_SECONDS },
    prompt: speech(at, ...spoken),
  })
  return digits === '' ? undefined : digits
}

/** Asks for digits that `#` ends. */
export async function askDigits(
  at: Omit<MailboxCall, 'box'>,
  language: Mailbox['settings']['language'],
  ...spoken: readonly Spoken[]
): Promise<string> {
  const { digits } = await at.call.collect({
    ...{ maxDigits: 12, terminator: '#', firstDigitSeconds: FIRST_KEY_SECONDS, interDigitSeconds: NEXT_KEY_SECONDS },
    prompt: at.parts.speech(spoken, { language, tenant: at.tenant, prompts: at.prompts }),
  })
  return digits
}
