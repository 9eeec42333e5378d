import { KlinkeError } from '@klinke/foundation'
import { InUse, type ProblemTable } from '@klinke/platform'

/** Something that leads calls to a target. */
export interface TargetUser {
  readonly kind: string
  /** Of a number the number; absent: nobody knows yet. */
  readonly id?: string
  readonly name: string
}

/** Users named in a message; of more the number is told. */
const NAMED_USERS = 10

export class TargetInUse extends InUse {
  constructor(users: readonly TargetUser[]) {
    const named = users.slice(0, NAMED_USERS).map(({ kind, name }) => `${kind} ${name}`)
    const more = users.length > NAMED_USERS ? ` and ${users.length - NAMED_USERS} more` : ''
    super('target-in-use', `Calls are led here by: ${named.join(', ')}${more}. Lead those elsewhere first.`, usedBy(users), german(users))
  }
}

function german(users: readonly TargetUser[]): string {
  const named = users.slice(0, NAMED_USERS).map(({ name }) => name)
  const more = users.length > NAMED_USERS ? ` und ${users.length - NAMED_USERS} weitere` : ''
  return `Hierher leiten Anrufe: ${named.join(', ')}${more}. Leiten Sie diese zuerst woandershin.`
}

function usedBy(users: readonly TargetUser[]): readonly { kind: string; id: string; name: string }[] {
  return users.flatMap(({ kind, id, name }) => (id === undefined ? [] : [{ kind, id, name }]))
}

export class NoSuchTarget extends KlinkeError {
  constructor(kind: string, id: string) {
    super('no-such-target', `The tenant has no ${kind} ${id}. Create it first, or choose another destination.`)
  }
}

/** EMG-01: callers who want somebody else must not end at a control centre. */
export class LeadsToHelp extends KlinkeError {
  constructor(number: string) {
    super('leads-to-help', `${number} is an emergency number. No call is led there: only who dials it makes an emergency call.`)
  }
}

export class InternalNumberTaken extends KlinkeError {
  constructor(number: string, by: TargetUser | undefined) {
    const owner = by === undefined ? '' : ` (${by.kind} ${by.name})`
    super('internal-number-taken', `The internal number ${number} is in use already${owner}. Choose another one.`, {
      german: `Die interne Nummer ${number} ist schon vergeben${by === undefined ? '' : ` (${by.name})`}. Nehmen Sie eine andere.`,
    })
  }
}

export const destinationProblems: ProblemTable = {
  'target-in-use': {
    status: 409,
    title: { en: 'Calls are led here', de: 'Wird noch als Ziel verwendet' },
    germanDetail: 'Hierher werden noch Anrufe geleitet. Leiten Sie diese zuerst woandershin.',
  },
  'no-such-target': {
    status: 422,
    title: { en: 'No such destination', de: 'Ziel gibt es nicht' },
    germanDetail: 'Dieses Ziel hat der Kunde nicht. Legen Sie es zuerst an, oder nehmen Sie ein anderes.',
  },
  'leads-to-help': {
    status: 422,
    title: { en: 'An emergency number is no destination', de: 'Notrufnummer ist kein Ziel' },
    germanDetail: 'Zu einer Notrufnummer werden keine Anrufe geleitet: Einen Notruf macht nur, wer die Nummer selbst wählt.',
  },
  'internal-number-taken': {
    status: 409,
    title: { en: 'Internal number taken', de: 'Interne Rufnummer bereits vergeben' },
    germanDetail: 'Diese interne Nummer ist schon vergeben. Nehmen Sie eine andere.',
  },
}
