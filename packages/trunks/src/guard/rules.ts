import { guardLimits } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import { countryOf } from '@klinke/numbering'
import { inBoth, type ProblemTable } from '@klinke/platform'
import { z } from 'zod'
import { MEASURES } from './limits.ts'
import { LOCK_CAUSES, LOCK_SERVICES, type LockFault } from './lock.ts'
import { MAX_PATTERNS } from './user-agents.ts'

const pattern = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .describe('Of the name that a device gives itself in User-Agent: * stands for any characters')

const settingsFields = {
  limits: guardLimits.describe('Per day of the tenant’s time zone; what is absent has no limit of its own'),
  holdNewCountries: z.boolean().describe('The first call to a new country waits until it is approved'),
  businessHours: z.uuid().nullable().describe('Schedule of the business hours; null: none'),
  extensionAgents: z.array(pattern).max(MAX_PATTERNS).describe('Devices that may call outside from extensions; none: all'),
  trunkAgents: z.array(pattern).max(MAX_PATTERNS).describe('PBXs that may call over trunks; none: all'),
  mailTo: z.email().nullable().describe('Where notices go; null: to all administrators'),
}
export const settingsChange = z.strictObject(settingsFields).partial()
export const settingsView = z.object({
  ...settingsFields,
  contract: guardLimits.describe('The operator’s limits, above which none can be set'),
  contractHoldsNewCountries: z.boolean(),
})
export const todayView = z.object({
  date: z.iso.date(),
  isLifted: z.boolean().describe('The operator has lifted the limits of today'),
  callsRunning: z.int(),
  used: z.array(
    z.object({
      measure: z.enum(MEASURES),
      used: z.int().describe('Minutes begun, or millionths of the currency'),
      limit: z.int().nullable(),
    }),
  ),
})

export const country = z
  .union([
    z.literal('networks'),
    z
      .string()
      .regex(/^[A-Z]{2}$/, inBoth({ en: 'must be a country such as AT', de: 'muss ein Land wie AT sein' }))
      .refine((text) => countryOf(text) !== undefined, 'there is no such country'),
  ])
  .describe('ISO 3166-1, or "networks": what belongs to no country')
export const countryView = z.object({
  country: z.string(),
  name: z.object({ de: z.string(), en: z.string() }),
  state: z.enum(['waiting', 'allowed', 'refused']),
  number: z.string().nullable().describe('That was called first'),
  askedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
})
export const countryChange = z.strictObject({ state: z.enum(['allowed', 'refused']) })

const moment = z.iso.datetime({ offset: true })
export const newLock = z.strictObject({
  tenantId: z.uuid().optional().describe('Needed with an operator key'),
  cause: z.enum(LOCK_CAUSES).describe('"security" is a shutdown at once (FRD-04); all others are announced before'),
  services: z.enum(LOCK_SERVICES).describe('To what the lock is limited'),
  reason: z.string().trim().min(1).max(500).describe('For the customer'),
  outgoingFrom: moment.nullable().default(null).describe('Null: now for "security", else as soon as the notice allows'),
  fullFrom: moment.nullable().default(null).describe('Null: calls in are not locked'),
})
export const lockChange = z.strictObject({ fullFrom: moment.nullable() })
export const lockView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  cause: z.enum(LOCK_CAUSES),
  services: z.enum(LOCK_SERVICES),
  reason: z.string(),
  stage: z.enum(['announced', 'outgoing', 'full', 'lifted']),
  announcedAt: z.iso.datetime(),
  outgoingFrom: z.iso.datetime(),
  fullFrom: z.iso.datetime().nullable(),
  liftedAt: z.iso.datetime().nullable(),
  lockedBy: z.string(),
  liftedBy: z.string().nullable(),
})
export const eventView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.string(),
  words: z.object({ de: z.string(), en: z.string() }),
})

export class LimitAboveContract extends KlinkeError {
  constructor(name: string, contract: number) {
    super('limit-above-contract', `The provider allows ${contract} for ${name}. Set a lower limit, or ask your provider.`)
  }
}

export class NoSuchBusinessHours extends KlinkeError {
  constructor(id: string) {
    super('no-such-target', `The tenant has no schedule ${id}. Create it first, or choose another one.`)
  }
}

export class LockDatesWrong extends KlinkeError {
  constructor(fault: LockFault) {
    super(`lock-${fault}`, FAULTS[fault])
  }
}

export class LockLifted extends KlinkeError {
  constructor() {
    super('lock-lifted', 'The lock is lifted already. Make a new one.')
  }
}

const FAULTS: Readonly<Record<LockFault, string>> = {
  'too-soon': 'A staged lock must be announced before it begins. Choose a later time.',
  'full-too-soon': 'A full lock comes no earlier than one week after that of outgoing calls.',
  'full-needs-all': 'Only a lock of all services can become a full one.',
}

export const guardProblems: ProblemTable = {
  'limit-above-contract': {
    status: 422,
    title: { en: 'Above the provider’s limit', de: 'Über dem Limit des Anbieters' },
    germanDetail: 'Ihr Anbieter erlaubt so viel nicht. Setzen Sie ein niedrigeres Limit, oder fragen Sie ihn.',
  },
  'lock-too-soon': {
    status: 422,
    title: { en: 'Not announced in time', de: 'Nicht rechtzeitig angekündigt' },
    germanDetail: 'Eine Sperre muss angekündigt sein, bevor sie beginnt. Wählen Sie einen späteren Zeitpunkt.',
  },
  'lock-full-too-soon': {
    status: 422,
    title: { en: 'Full lock too early', de: 'Vollsperre zu früh' },
    germanDetail: 'Eine Vollsperre beginnt frühestens eine Woche nach der Sperre abgehender Anrufe.',
  },
  'lock-full-needs-all': {
    status: 422,
    title: { en: 'Not all services are locked', de: 'Nicht alle Dienste sind gesperrt' },
    germanDetail: 'Nur eine Sperre aller Dienste kann zur Vollsperre werden.',
  },
  'lock-lifted': {
    status: 409,
    title: { en: 'The lock is lifted', de: 'Die Sperre ist aufgehoben' },
    germanDetail: 'Die Sperre ist schon aufgehoben. Legen Sie eine neue an.',
  },
}
