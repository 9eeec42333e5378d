import type { NotControlled } from '@klinke/calls'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable, Text } from '@klinke/platform'

/** What can be done then, in place of what cannot. */
const REMEDIES: Readonly<Record<Exclude<NotControlled, 'emergency'>, Text>> = {
  gone: {
    en: 'It is not in this call any more. Ask for `/live-calls` again, or follow the event stream.',
    de: 'Sie ist nicht mehr in diesem Gespräch. Fragen Sie `/live-calls` noch einmal, oder folgen Sie den Ereignissen.',
  },
  'not-talking': {
    en: 'It talks to nobody in this call now: it rings, waits or is in a conference. Wait for `call.extension` with `answered`.',
    de: 'Sie spricht in diesem Anruf gerade mit niemandem: Sie klingelt, wartet oder ist in einer Konferenz. Warten Sie auf `call.extension` mit `answered`.',
  },
  'not-anchored': {
    en: 'The parties of this call exchange their sound themselves, so that nothing can be done between them. Use the keys of the phone, or the media path `relay`.',
    de: 'Die Parteien tauschen den Ton selbst aus, also lässt sich zwischen ihnen nichts tun. Nehmen Sie die Tasten des Telefons, oder den Medienweg `relay`.',
  },
  'not-now': {
    en: 'That does not fit what it is doing: somebody must be consulted before calls are connected, and one at a time. Look at `/live-calls/{id}`.',
    de: 'Das passt nicht zu dem, was sie gerade tut: Vor dem Verbinden steht die Rückfrage, und eine nach der anderen. Sehen Sie in `/live-calls/{id}` nach.',
  },
  unreachable: {
    en: 'It cannot call that number. Check the number, and what the extension may call.',
    de: 'Sie kann diese Nummer nicht anrufen. Prüfen Sie die Nummer, und was die Nebenstelle anrufen darf.',
  },
}

export class NotControllable extends KlinkeError {
  constructor(number: string, why: Exclude<NotControlled, 'emergency'>) {
    super('not-controllable', `This cannot be done for extension ${number}. ${REMEDIES[why].en}`, {
      german: `Das geht bei der Nebenstelle ${number} nicht. ${REMEDIES[why].de}`,
    })
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
  'not-controllable': {
    status: 409,
    title: { en: 'The call cannot be controlled so', de: 'Der Anruf lässt sich so nicht steuern' },
    germanDetail: 'Das geht bei dieser Nebenstelle im Augenblick nicht.',
  },
  'emergency-call-protected': {
    status: 409,
    title: { en: 'A call for help is protected', de: 'Ein Notruf ist geschützt' },
    germanDetail:
      'Das ist ein Notruf: Niemand sonst beendet, hält oder verbindet ihn. Sprechen Sie mit der Nebenstelle, oder warten Sie das Ende ab.',
  },
  'say-which-party': {
    status: 409,
    title: { en: 'Say which extension', de: 'Nebenstelle angeben' },
    germanDetail: 'Mehrere Nebenstellen oder keine der eigenen sind in diesem Gespräch. Sagen Sie, um welche es geht: ?extensionId=.',
  },
  'no-phone-there': {
    status: 409,
    title: { en: 'No phone is registered', de: 'Kein Telefon ist angemeldet' },
    germanDetail: 'Bei dieser Nebenstelle ist kein Telefon angemeldet. Schalten Sie es ein.',
  },
  'not-callable': {
    status: 422,
    title: { en: 'The number cannot be called', de: 'Die Nummer kann nicht angerufen werden' },
    germanDetail:
      'Diese Nummer kann die Nebenstelle nicht anrufen. Schreiben Sie sie, wie sie dort gewählt würde: eine Nebenstelle, eine Kennzahl oder +49….',
  },
  'nothing-rings': {
    status: 409,
    title: { en: 'Nothing rings there', de: 'Dort klingelt nichts' },
    germanDetail: 'In diesem Anruf klingelt kein Telefon mehr: Jemand war schneller, oder der Anrufer hat aufgelegt.',
  },
  'may-not-pick-up': {
    status: 403,
    title: { en: 'Picking up is not allowed', de: 'Heranholen ist nicht erlaubt' },
    germanDetail: 'Diese Nebenstelle darf jenes Telefon nicht annehmen. Geregelt wird das unter Heranholen.',
  },
  'no-calls-now': {
    status: 503,
    title: { en: 'No new calls now', de: 'Zurzeit keine neuen Anrufe' },
    germanDetail:
      'Die Anlage nimmt gerade keine neuen Anrufe an: Sie ist voll, startet oder hält an. Versuchen Sie es in einigen Sekunden noch einmal.',
  },
}
