import type { Extension } from '@klinke/accounts'
import type { DialTarget } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { extensionTargets } from '../calls/extension-targets.ts'
import { autoAnswering } from '../intercom/auto-answer.ts'
import { NoPhoneThere } from './rules.ts'
import { DEFAULT_CALL_CONTROL } from './settings.ts'

/** Seconds that a phone rings for what its user does by a program. */
export const OWN_PHONE_SECONDS = 30

/** Which of an extension's phones a program drives, and how it is called. */
export interface PhoneChoice {
  /** Absent: all of them, and the first to answer is it. */
  readonly registrationId?: string | undefined
  /** Absent: as the extension has it. */
  readonly autoAnswer?: boolean | undefined
}

/** The phones of the one who controls, to be called. Throws `NoPhoneThere`. */
export function ownPhones(extension: Extension, { registrationId, autoAnswer }: PhoneChoice, context: CallContext): readonly DialTarget[] {
  const { tenant } = context
  const all = extensionTargets(extension, context)
  const wanted = registrationId === undefined ? all : all.filter((target) => target.registrationId === registrationId)
  if (wanted.length === 0) throw new NoPhoneThere(extension.number, registrationId)
  const answers = autoAnswer ?? (tenant.callControl.get(extension.id) ?? DEFAULT_CALL_CONTROL).autoAnswer
  return answers ? autoAnswering(wanted, tenant) : wanted
}
