import type { Answer, Body, Entry } from '../../api/operation.ts'

export type Mailbox = Answer<'GET /extensions/{extensionId}/mailbox'>
export type Message = Entry<'GET /extensions/{extensionId}/mailbox/messages'>
export type GreetingKind = Mailbox['greetings'][number]

export const GREETING_KINDS: readonly GreetingKind[] = ['standard', 'busy', 'temporary']

/** The route of a mailbox and all below it. */
export const MAILBOX = '/extensions/{extensionId}/mailbox'

/**
 * The greeting that callers hear, as far as it is the same at all times; undefined when a schedule chooses. `recorded`: what is played when the chosen one
 * is not recorded: the standard one, else the product's (null).
 */
export function greetingInUse({ greeting, greetings }: Pick<Mailbox, 'greeting' | 'greetings'>) {
  if (greeting.kind === 'by-schedule') return undefined
  const chosen = greeting.greeting
  const recorded = greetings.includes(chosen) ? chosen : greetings.includes('standard') ? 'standard' : null
  return { chosen, recorded }
}

/** The newest first, as one looks for them; the server has the oldest first, as they are heard by phone. */
export function newestFirst(messages: readonly Message[]): readonly Message[] {
  return messages.toReversed()
}

type Forwarding = Answer<'GET /extensions/{extensionId}/call-settings'>['forwardings'][number]
type NewForwardings = NonNullable<Body<'PATCH /extensions/{extensionId}/call-settings'>['forwardings']>

/** Each reason for which nobody answers leads to the mailbox, unless it leads somewhere already. */
export function withMailbox(forwardings: readonly Forwarding[], mailboxId: string): NewForwardings {
  const missing = (['no-answer', 'busy', 'not-registered'] as const).filter((when) => !forwardings.some((each) => each.when === when))
  return [...forwardings, ...missing.map((when) => ({ when, to: { kind: 'voicemail' as const, targetId: mailboxId } }))]
}
