import type { NotControlled } from '@klinke/calls'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'

/** What can be done then, in place of what cannot. */
const REMEDIES: Readonly<Record<Exclude<NotControlled, 'emergency'>, string>> = {
  gone: 'It is not in this call any more. Ask for `/live-calls` again, or follow the event stream.',
  'not-talking': 'It talks to nobody in this call now: it rings, waits or is in a conference. Wait for `call.extension` with `answered`.',
  'not-anchored':
    'The parties of this call exchange their sound themselves, so that nothing can be done between them. Use the keys of the phone, or the media path `relay`.',
  'not-now':
    'That does not fit what it is doing: somebody must be consulted before calls are connected, and one at a time. Look at `/live-calls/{id}`.',
  unreachable: 'It cannot call that number. Check the number, and what the extension may call.',
}

export class NotControllable extends KlinkeError {
  constructor(number: string, why: Exclude<NotControlled, 'emergency'>) {
    super('not-controllable', `This cannot be done for extension ${number}. ${REMEDIES[why]}`)
  }
}

export class EmergencyCallProtected extends KlinkeError {
  constructor() {
    super(
      'emergency-call-protected',
      'This is a call for help: nobody else ends, holds or transfers it. Speak to the extension, or wait for the end of the call.',
    )
  }
}

export class SayWhichParty extends KlinkeError {
  constructor(numbers: readonly string[]) {
    super(
      'say-which-party',
      `${numbers.length === 0 ? 'No extension of yours is' : `Extensions ${numbers.join(', ')} are`} in this call. Say for which one: \`?extensionId=\`.`,
    )
  }
}

export class NoPhoneThere extends KlinkeError {
  constructor(number: string, registrationId: string | undefined) {
    const which = registrationId === undefined ? 'No phone' : `No phone with the registration "${registrationId}"`
    super('no-phone-there', `${which} of extension ${number} is registered. Switch it on, or see \`/registrations\` for those that are.`)
  }
}

export class NotCallable extends KlinkeError {
  constructor(number: string) {
    super('not-callable', `The extension cannot call "${number}". Write it as it would be dialled there: an extension, a code, or +49….`)
  }
}

export class NothingRings extends KlinkeError {
  constructor() {
    super('nothing-rings', 'No phone rings in this call any more: somebody was faster, or the caller has hung up.')
  }
}

export class MayNotPickUp extends KlinkeError {
  constructor() {
    super('may-not-pick-up', 'This extension may not answer that phone. See `/pickup-policy` and `/pickup-groups`.')
  }
}

export class NoCallsNow extends KlinkeError {
  constructor() {
    super('no-calls-now', 'The exchange takes no new calls now: it is full, starts or stops. Try again in a few seconds.')
  }
}

export const callControlProblems: ProblemTable = {
  'not-controllable': { status: 409, title: { en: 'The call cannot be controlled so', de: 'Der Anruf lässt sich so nicht steuern' } },
  'emergency-call-protected': { status: 409, title: { en: 'A call for help is protected', de: 'Ein Notruf ist geschützt' } },
  'say-which-party': { status: 409, title: { en: 'Say which extension', de: 'Nebenstelle angeben' } },
  'no-phone-there': { status: 409, title: { en: 'No phone is registered', de: 'Kein Telefon ist angemeldet' } },
  'not-callable': { status: 422, title: { en: 'The number cannot be called', de: 'Die Nummer kann nicht angerufen werden' } },
  'nothing-rings': { status: 409, title: { en: 'Nothing rings there', de: 'Dort klingelt nichts' } },
  'may-not-pick-up': { status: 403, title: { en: 'Picking up is not allowed', de: 'Heranholen ist nicht erlaubt' } },
  'no-calls-now': { status: 503, title: { en: 'No new calls now', de: 'Zurzeit keine neuen Anrufe' } },
}
