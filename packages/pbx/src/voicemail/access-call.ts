import { CallOver, type Outcome, refused, talked } from '@klinke/calls'
import { refuseSaying } from '../calls/announce.ts'
import type { CallContext } from '../calls/context.ts'
import { numberParty } from '../calls/parties.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import type { FeatureContext } from '../feature-codes/feature.ts'
import { DEFAULT_LANGUAGE } from '../prompts/prompts.ts'
import { mailboxMenu } from './mailbox-menu-call.ts'
import { asError, askDigits, MAX_QUESTIONS, type MailboxCall, type MailboxParts, sayUnavailable } from './parts.ts'
import { signIn, signInNowhere } from './sign-in.ts'
import { takeMessage } from './take-message-call.ts'

type Call = MailboxCall['call']

/** What calls are led to by the destination `voicemail`: a mailbox takes a message; the tenant's access asks whose mailbox, and the PIN. */
export function voicemailFlow(parts: MailboxParts): TargetFlow {
  return (call, targetId, context) => {
    const { tenant } = context
    if (targetId === tenant.voicemail.accessId) return openAny(call, context, parts)
    const box = tenant.voicemail.boxes.get(targetId)
    if (box === undefined) return targetGone(call, 'voicemail', targetId)
    const at = { call, box, tenant, prompts: context.pbx.prompts, exchange: context.exchange, parts }
    return takeMessage(at, context, () => openWithPin(at, context))
  }
}

/** By code: the own mailbox, or that of the extension behind the code, which takes its PIN. */
export async function openByCode(call: Call, argument: string, context: FeatureContext, parts: MailboxParts): Promise<Outcome> {
  const { tenant, extension } = context
  const owner = argument === '' ? extension : tenant.extensions.get(argument)
  const box = owner && tenant.voicemail.ofExtension.get(owner.id)
  if (box === undefined) {
    call.note('no-mailbox', argument === '' ? extension.number : argument)
    return refuseSaying(call, 'vm-no-such-mailbox', refused('not-found', 404), context)
  }
  await call.answer(numberParty(owner?.number ?? argument, tenant.id))
  const at = { call, box, tenant, prompts: context.pbx.prompts, exchange: context.exchange, parts }
  return owner?.id === extension.id && !box.settings.pinFromOwnPhone ? menu(at) : openWithPin(at, context)
}

/** Any phone: extension and PIN. Which extensions have a mailbox is not told to who does not know a PIN. */
async function openAny(call: Call, context: CallContext, parts: MailboxParts): Promise<Outcome> {
  const { tenant } = context
  call.note('mailbox-access', context.from.number)
  await call.answer(numberParty('voicemail', tenant.id))
  const at = { call, tenant, prompts: context.pbx.prompts, exchange: context.exchange, parts }
  const number = await askNumber(at)
  if (number === '') return talked('hung-up-by-called')
  const extension = tenant.extensions.get(number)
  const box = extension && tenant.voicemail.ofExtension.get(extension.id)
  if (box?.pinHash !== undefined) return openWithPin({ ...at, box }, context)
  call.note('no-mailbox', number)
  await signInNowhere(at, number)
  return talked('hung-up-by-called')
}

async function askNumber(at: Omit<MailboxCall, 'box'>): Promise<string> {
  const language = at.tenant.profile.language ?? DEFAULT_LANGUAGE
  for (let asked = 0; asked < MAX_QUESTIONS; asked++) {
    const number = await askDigits(at, language, { say: 'enter-extension' })
    if (number !== '') return number
  }
  return ''
}

async function openWithPin(at: MailboxCall, { from }: CallContext): Promise<Outcome> {
  return (await signIn(at, from.number)) ? menu(at) : talked('hung-up-by-called')
}

/** Who is inside when the store goes away is told so, instead of being cut off. */
async function menu(at: MailboxCall): Promise<Outcome> {
  const { call, parts } = at
  try {
    return await mailboxMenu(at)
  } catch (error) {
    if (error instanceof CallOver || call.scope.closed) throw error
    parts.logger.error('a mailbox failed in a call', { call: call.id, error: asError(error) })
    call.note('mailbox-unavailable', asError(error).message)
    return sayUnavailable(at)
  }
}
