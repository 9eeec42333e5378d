import type { Extension } from '@klinke/accounts'
import type { Call } from '@klinke/calls'
import type { Clock, Logger } from '@klinke/foundation'
import type { MailSender } from '@klinke/platform'
import type { Prompts } from '../prompts/prompts.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import { isPin } from './pin-hash.ts'
import { PinLock } from './pin-lock.ts'
import { tellLocked } from './tell-locked.ts'

/** A question without an answer is put so often. */
export const MAX_QUESTIONS = 3
const FIRST_DIGIT_SECONDS = 6
const NEXT_DIGIT_SECONDS = 4
const MAX_DIGITS = 12

export interface PinParts {
  readonly clock: Clock
  readonly logger: Logger
  readonly mail?: MailSender | undefined
  /** Whether what was entered is the PIN that is stored so. Absent: `pin-hash.ts`, which takes real time. */
  readonly isPin?: typeof isPin
}

/** A call in which somebody is to prove who he is. */
export interface PinCall {
  readonly call: Call
  readonly tenant: PbxSnapshot
  readonly prompts: Prompts
  /** From where, as the owner is told. */
  readonly callerNumber: string
}

/** The PINs of extensions: asked for in calls, and locked after five wrong ones, over all calls and features (as VM-01). */
export class ExtensionPins {
  readonly #lock: PinLock
  readonly #parts: PinParts

  constructor(parts: PinParts) {
    this.#lock = new PinLock(parts.clock)
    this.#parts = parts
  }

  isLocked(extensionId: string): boolean {
    return this.#lock.isLocked(extensionId)
  }

  /** A new PIN begins without a past. */
  forgive(extensionId: string): void {
    this.#lock.right(extensionId)
  }

  /** Asks for extension and PIN. Undefined: the caller proves to be nobody, has been told so, and the call may end. */
  async askWho(at: PinCall): Promise<Extension | undefined> {
    for (let asked = 0; asked < MAX_QUESTIONS; asked++) {
      const number = await askDigits(at, 'enter-extension')
      if (number !== '') return this.prove(at, number)
    }
    return undefined
  }

  /** Asks for the PIN of that extension. Which extensions exist and have one is not told to who does not know it. */
  async prove(at: PinCall, number: string): Promise<Extension | undefined> {
    const extension = at.tenant.extensions.get(number)
    for (let asked = 0; asked < MAX_QUESTIONS; asked++) {
      if (extension !== undefined && this.isLocked(extension.id)) return turnAway(at, 'pin-locked')
      const pin = await askDigits(at, 'enter-pin')
      if (pin === '') continue
      if (extension !== undefined && (await this.#isRight(at, extension, pin))) return extension
      at.call.note('wrong-pin', number)
      if (extension !== undefined && this.isLocked(extension.id)) continue
      await say(at, 'wrong-pin')
    }
    return extension !== undefined && this.isLocked(extension.id) ? turnAway(at, 'pin-locked') : turnAway(at, 'goodbye')
  }

  async #isRight(at: PinCall, extension: Extension, pin: string): Promise<boolean> {
    const { tenant, callerNumber } = at
    const hash = tenant.hotDesking.pins.get(extension.id)
    if (hash === undefined) return false
    if (await (this.#parts.isPin ?? isPin)(pin, hash)) {
      this.#lock.right(extension.id)
      return true
    }
    if (this.#lock.wrong(extension.id)) {
      const { logger } = this.#parts
      logger.warn('extension locked after wrong PINs', { tenant: tenant.id, extension: extension.number, caller: callerNumber })
      await tellLocked(tenant, extension, callerNumber, this.#parts)
    }
    return false
  }
}

type Said = 'enter-extension' | 'enter-pin' | 'wrong-pin' | 'pin-locked' | 'goodbye'

async function turnAway(at: PinCall, said: Said): Promise<undefined> {
  at.call.note('turned-away', said)
  await say(at, said)
  return undefined
}

async function say({ call, tenant, prompts }: PinCall, said: Said): Promise<void> {
  await call.play(prompts.source(said, { tenant }))
}

async function askDigits({ call, tenant, prompts }: PinCall, said: Said): Promise<string> {
  const { digits } = await call.collect({
    ...{ maxDigits: MAX_DIGITS, terminator: '#', firstDigitSeconds: FIRST_DIGIT_SECONDS, interDigitSeconds: NEXT_DIGIT_SECONDS },
    prompt: prompts.source(said, { tenant }),
  })
  return digits
}
