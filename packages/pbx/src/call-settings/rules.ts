import { e164, extensionNumber } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { callDestination } from '../destinations/destination.ts'
import { scheduleRef } from '../schedules/rules.ts'

const MAX_FORWARDINGS = 20
const MAX_REJECTED_CALLERS = 200
const MAX_PARTIES = 10
/** One digit behind the code chooses, 1 to 9. */
export const MAX_NUMBER_CHOICES = 9

const seconds = z.int().min(5).max(180)
const during = z.strictObject({ schedule: scheduleRef, is: z.enum(['open', 'closed']) })

const forwarding = z.strictObject({
  when: z.enum(['always', 'busy', 'no-answer', 'not-registered']),
  to: callDestination,
  active: z.boolean().default(true),
  callers: z.enum(['all', 'internal', 'external']).default('all').describe('Whose calls: of the same tenant, or from elsewhere'),
  during: during.nullable().default(null).describe('null: at any time'),
  afterSeconds: seconds.nullable().default(null).describe('Of "no-answer": ringing time before it'),
})

const rungParty = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('extension'), targetId: z.uuid() }),
  z.strictObject({
    kind: z.literal('external'),
    number: e164,
    confirm: z.boolean().default(true).describe('Whoever answers presses 1 first, so that no mailbox takes the call'),
  }),
])

const alsoRing = z.strictObject({
  active: z.boolean().default(true),
  parties: z.array(rungParty).max(MAX_PARTIES),
  during: during.nullable().default(null),
})

const followMe = z.strictObject({
  active: z.boolean().default(true),
  steps: z.array(z.strictObject({ party: rungParty, seconds })).max(MAX_PARTIES),
})

const rejectedCaller = z.union([extensionNumber, e164, z.string().regex(/^\+[1-9]\d{0,14}\*$/)], {
  error: inBoth({
    en: 'must be an extension, a number such as +4930123456, or the beginning of numbers such as +4990*',
    de: 'muss eine Nebenstelle, eine Rufnummer wie +4930123456 oder der Anfang von Rufnummern wie +4990* sein',
  }),
})

const fields = {
  doNotDisturb: z.boolean(),
  ringsOnly: during.nullable().describe('Rings only then; null: always'),
  rejectedCallers: z.array(rejectedCaller).max(MAX_REJECTED_CALLERS),
  rejectAnonymous: z.boolean(),
  callWaiting: z.boolean(),
  hideNumber: z.boolean().describe('Hides the number from called parties outside (CLIR)'),
  numberChoices: z
    .array(e164)
    .max(MAX_NUMBER_CHOICES)
    .describe(
      'Numbers of the tenant that the user may show: for all calls, or by a code with a digit for one. Only administrators change them',
    ),
  ringSeconds: seconds.nullable().describe("null: the profile's"),
  forwardings: z.array(forwarding).max(MAX_FORWARDINGS).describe('The first that is active and fits counts'),
  alsoRing: alsoRing.describe('Rung together with the own devices'),
  followMe: followMe.describe('Rung one after the other when the own devices do not answer'),
  agreesToForwardings: z.boolean().describe('Others may forward calls here, where the policy asks for that'),
}

export const callSettings = z.object(fields)

export const callSettingsChange = z.strictObject(fields).partial()

export const callPolicy = z.strictObject({
  forwarding: z
    .enum(['hops', 'agreed'])
    .describe('"hops": a forwarded call may be forwarded on; "agreed": only to extensions that agree, and never on from there'),
})

export class ForwardsToItself extends KlinkeError {
  constructor() {
    super('forwards-to-itself', 'An extension cannot forward calls to itself, nor ring itself besides. Choose another destination.')
  }
}

export class ForwardingNotAgreed extends KlinkeError {
  constructor(number: string) {
    super(
      'forwarding-not-agreed',
      `Extension ${number} has not agreed that calls are forwarded to it, which this tenant asks for. Its owner sets agreesToForwardings.`,
    )
  }
}

/** CLI-03. */
export class NumberNotAllowed extends KlinkeError {
  constructor(number: string | null) {
    super(
      'number-not-allowed',
      `You may not show ${number ?? "the tenant's first number"}. Choose one of the numbers that your administrator has allowed.`,
    )
  }
}

export const callSettingsProblems: ProblemTable = {
  'forwards-to-itself': {
    status: 422,
    title: { en: 'Forwarding to itself', de: 'Weiterleitung auf sich selbst' },
    germanDetail: 'Eine Nebenstelle kann weder auf sich selbst umleiten noch bei sich selbst mitklingeln. Nehmen Sie ein anderes Ziel.',
  },
  'forwarding-not-agreed': {
    status: 409,
    title: { en: 'Target has not agreed', de: 'Ziel hat nicht zugestimmt' },
    germanDetail:
      'Diese Nebenstelle hat nicht zugestimmt, dass zu ihr umgeleitet wird, was dieser Kunde verlangt. Ihr Inhaber erlaubt es bei sich.',
  },
  'number-not-allowed': {
    status: 422,
    title: { en: 'Number not allowed', de: 'Rufnummer nicht erlaubt' },
    germanDetail: 'Diese Rufnummer dürfen Sie nicht anzeigen. Nehmen Sie eine, die Ihr Administrator erlaubt hat.',
  },
}
