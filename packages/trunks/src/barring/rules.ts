import { type BarredRange, type BarringClass, barringClass, OUTBOUND_ZONES } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import { countryOf } from '@klinke/numbering'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { isCountry, type Target } from './level-rules.ts'

/** Exceptions of one customer, with those of its extensions: all of them lie in memory. */
export const MAX_EXCEPTIONS = 2_000
/** Releases of one customer. */
export const MAX_RELEASES = 500

export const target = z
  .string()
  .regex(
    /^(\+[1-9]\d{0,14}|[A-Z]{2})$/,
    inBoth({
      en: 'must be the beginning of a number such as +4930, or a country such as AT',
      de: 'muss der Anfang einer Rufnummer wie +4930 sein, oder ein Land wie AT',
    }),
  )
  .refine((text) => !isCountry(text) || countryOf(text) !== undefined, 'there is no such country')
  .describe('All numbers that begin so, short codes with +49; or a country by its ISO 3166-1 code')
  .meta({ examples: ['+4930'] })

const scheduleRef = z.strictObject({ kind: z.literal('schedule'), targetId: z.uuid() })

export const timed = z
  .strictObject({ schedule: scheduleRef, when: z.enum(['open', 'closed']), class: barringClass })
  .describe('Another class while the schedule is open, or closed')

const settingsFields = {
  class: barringClass.nullable().describe('null: as the customer, or the contract'),
  timed: timed.nullable(),
}
export const customerChange = z.strictObject(settingsFields).partial()
export const extensionChange = z
  .strictObject({ ...settingsFields, locked: z.boolean().describe('The telephone lock: internal and emergency numbers only') })
  .partial()
const text = z.object({ de: z.string(), en: z.string() })
export const countryView = z.object({ country: z.string().describe('ISO 3166-1'), name: text })
export const outboundView = z.object({
  contractClass: barringClass.describe('The highest that can be set'),
  ...settingsFields,
  classes: z.array(z.object({ class: z.int(), title: text, zones: z.array(z.enum(OUTBOUND_ZONES)) })),
  barredRanges: z
    .array(z.object({ prefix: z.string(), releasable: z.boolean(), exempt: z.boolean(), name: text }))
    .describe('What needs a release, whatever the class'),
})
export const siteView = z.object({ ...customerChange.required().shape, siteId: z.uuid(), name: z.string() })
export const contractChange = z.strictObject({ barringClass: barringClass.meta({ examples: [2] }) })
export const extensionView = z.object({ ...extensionChange.required().shape, extensionId: z.uuid(), number: z.string(), name: z.string() })

const owner = {
  tenantId: z.uuid().optional().describe('Needed with an operator key'),
  extensionId: z.uuid().nullable().default(null).describe('null, as siteId: the whole customer'),
  siteId: z
    .uuid()
    .nullable()
    .default(null)
    .describe('For all that calls from this site; not beside extensionId')
    .meta({ examples: [null] }),
}
/** What is for an extension is for it wherever it stands. */
const oneOwner = [
  ({ extensionId, siteId }: { readonly extensionId: string | null; readonly siteId: string | null }): boolean =>
    extensionId === null || siteId === null,
  inBoth({
    en: 'is for an extension or for a site, not for both',
    de: 'gilt für eine Nebenstelle oder für einen Standort, nicht für beides',
  }),
] as const
const exceptionFields = {
  effect: z.enum(['allow', 'deny']),
  target,
  note: z.string().trim().max(200).nullable().default(null),
}
export const newException = z.strictObject({ ...exceptionFields, ...owner }).refine(...oneOwner)
const ownerView = {
  tenantId: z.uuid(),
  extensionId: z.uuid().nullable(),
  extensionNumber: z.string().nullable(),
  siteId: z.uuid().nullable(),
  siteName: z.string().nullable(),
}
export const exceptionView = z.object({ id: z.uuid(), ...ownerView, ...exceptionFields })

const releaseFields = {
  target,
  formReference: z.string().trim().min(1).max(100).describe('The form by which the customer has asked for it'),
  formDate: z.iso.date(),
  validFrom: z.iso.datetime({ offset: true }),
  validUntil: z.iso.datetime({ offset: true }).nullable().default(null).describe('null: until it is taken back'),
}
export const newRelease = z
  .strictObject({
    ...releaseFields,
    // Of what is barred.
    target: target.meta({ examples: ['+49137'] }),
    validUntil: releaseFields.validUntil.meta({ examples: [null] }),
    ...owner,
  })
  .refine(...oneOwner)
export const releaseView = z.object({
  id: z.uuid(),
  ...ownerView,
  ...releaseFields,
  releasedBy: z.string(),
})

export interface OutboundSettings {
  readonly class: BarringClass | null
  readonly timed: z.infer<typeof timed> | null
  readonly locked: boolean
}

export class ClassAboveContract extends KlinkeError {
  constructor(wanted: BarringClass, contract: BarringClass) {
    super(
      'class-above-contract',
      `The contract has class ${contract}, so class ${wanted} cannot be set. Ask your provider for a higher one.`,
    )
  }
}

export class NoSuchSchedule extends KlinkeError {
  constructor(id: string) {
    super('no-such-target', `The tenant has no schedule ${id}. Create it first, or choose another one.`)
  }
}

export class NeverReleased extends KlinkeError {
  constructor({ prefix, name }: BarredRange) {
    super('never-released', `${name.en} (${prefix}) is never released.`)
  }
}

export class ReleaseContradictory extends KlinkeError {
  constructor() {
    super('release-contradictory', 'A release must end after it begins.')
  }
}

export class ExceptionTaken extends KlinkeError {
  constructor(wanted: Target) {
    super('outbound-exception-taken', `There is an exception for ${wanted} already. Delete it first.`)
  }
}

export class TooManyOutboundRules extends KlinkeError {
  constructor(what: 'exceptions' | 'releases', limit: number) {
    super('too-many-outbound-rules', `A customer has ${limit} ${what} at most. Delete some first, or use shorter prefixes.`)
  }
}

export const barringProblems: ProblemTable = {
  'class-above-contract': {
    status: 422,
    title: { en: 'Above the class of the contract', de: 'Über der Klasse des Vertrags' },
    germanDetail: 'Diese Klasse liegt über der des Vertrags. Bitten Sie Ihren Anbieter um eine höhere.',
  },
  'never-released': {
    status: 422,
    title: { en: 'This is never released', de: 'Das wird nie freigegeben' },
    germanDetail: 'Das wird nie freigegeben.',
  },
  'release-contradictory': {
    status: 422,
    title: { en: 'The release ends before it begins', de: 'Die Freigabe endet vor ihrem Beginn' },
    germanDetail: 'Eine Freigabe muss enden, nachdem sie begonnen hat.',
  },
  'outbound-exception-taken': {
    status: 409,
    title: { en: 'There is such an exception', de: 'Diese Ausnahme gibt es schon' },
    germanDetail: 'Diese Ausnahme gibt es schon. Löschen Sie sie zuerst.',
  },
  'too-many-outbound-rules': {
    status: 422,
    title: { en: 'Too many rules', de: 'Zu viele Regeln' },
    germanDetail:
      'Mehr Ausnahmen oder Freigaben kann ein Kunde nicht haben. Löschen Sie zuerst einige, oder nehmen Sie kürzere Anfänge von Rufnummern.',
  },
}
