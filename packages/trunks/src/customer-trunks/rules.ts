import { e164 } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import { inBoth, type ProblemTable } from '@klinke/platform'
import { z } from 'zod'
import { MAX_CHANNELS, MAX_PLACES, TRUNK_PRODUCT_NAMES } from './products.ts'
import { TRUNK_RULES } from './refusals.ts'

/** Trunks of one customer. */
export const MAX_TRUNKS = 100
/** Numbers and blocks that one request names; the sum of their numbers has its own bound (TRK-03). */
const MAX_NAMED_RANGES = 200
/** TRK-16. */
export const MAX_MINOR_SINGLES = 5
export const MAX_MINOR_SITES = 5

/** RFC 1035 §2.3.1, with a dot: a public name. */
const hostName = z
  .string()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/,
    inBoth({
      en: 'must be an IP address or a host name such as pbx.example.org',
      de: 'muss eine IP-Adresse oder ein Hostname wie pbx.example.org sein',
    }),
  )

export const place = z.strictObject({
  host: z
    .union([z.ipv4(), z.ipv6(), hostName])
    .describe('Public address or name of the PBX')
    .meta({ examples: ['192.0.2.10'] }),
  port: z.int().min(1).max(65_535).nullable().default(null).describe('null: by DNS, or the standard port'),
})
const places = z.array(place).min(1).max(MAX_PLACES).describe('The primary address, and perhaps a secondary one')
const ranges = z
  .array(e164)
  .max(MAX_NAMED_RANGES)
  .describe('Single numbers, and blocks by their first number')
  .meta({ examples: [[]] })

export const trunkProduct = z.enum(TRUNK_PRODUCT_NAMES)
export const accessKind = z.enum(['registration', 'fixed-ip'])
const name = z.string().trim().min(1).max(100)
const channels = z.int().min(1).max(MAX_CHANNELS).describe('Calls at a time, in and out together')
const terms = {
  numberFormat: z
    .enum(['e164', 'international', 'national', 'local'])
    .describe('How numbers are written towards the PBX: +49221…, 0049221…, 0221…, or without area code. All are understood from it'),
  signalling: z.enum(['sip-ddi', 'sipconnect', 'microsoft']),
  transport: z.enum(['UDP', 'TCP', 'TLS']),
  srtp: z.enum(['none', 'offered', 'required']),
  headNumber: e164
    .nullable()
    .describe('Shown when the PBX names no number of its own; one of the trunk')
    .meta({ examples: [null] }),
  siteId: z
    .uuid()
    .nullable()
    .describe('Where the PBX stands; null: at the main site')
    .meta({ examples: [null] }),
  active: z.boolean().describe('false: no calls but emergency calls'),
}

export const newTrunk = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  name,
  product: trunkProduct.meta({ examples: ['basic'] }),
  channels: channels.meta({ examples: [10] }),
  access: accessKind
    .optional()
    .describe('Absent: the first way of the product')
    .meta({ examples: ['registration'] }),
  places: places
    .optional()
    .describe('Needed with fixed addresses')
    .meta({ examples: [[]] }),
  ranges: ranges.default([]),
  numberFormat: terms.numberFormat.default('e164'),
  signalling: terms.signalling
    .optional()
    .describe('Absent: that of the product')
    .meta({ examples: ['sip-ddi'] }),
  transport: terms.transport
    .optional()
    .describe('Absent: UDP, with the Microsoft profile TLS')
    .meta({ examples: ['UDP'] }),
  srtp: terms.srtp.default('none'),
  headNumber: terms.headNumber.default(null),
  siteId: terms.siteId.default(null),
})
export type NewTrunk = z.infer<typeof newTrunk>

/** What the customer's administrators may change. */
const own = { name: name.optional(), numberFormat: terms.numberFormat.optional(), headNumber: terms.headNumber.optional() }
/** What is sold, beside. */
const sold = {
  channels: channels.optional().meta({ examples: [20] }),
  signalling: terms.signalling.optional().meta({ examples: ['sip-ddi'] }),
  transport: terms.transport.optional(),
  srtp: terms.srtp.optional(),
  siteId: terms.siteId.optional(),
  active: terms.active.optional(),
}
export const SOLD_FIELDS: readonly string[] = Object.keys(sold)
export const trunkEdit = z.strictObject({ ...own, ...sold })
export type TrunkEdit = z.infer<typeof trunkEdit>

const numbersChange = z.strictObject({
  kind: z.literal('numbers'),
  add: ranges.default([]),
  remove: ranges.default([]),
})
const sitesChange = z.strictObject({
  kind: z.literal('sites'),
  at: z
    .array(z.strictObject({ range: e164, siteId: z.uuid().nullable() }))
    .min(1)
    .max(MAX_NAMED_RANGES)
    .describe('Where each number or block stands from now on; null: at the main site'),
})
const placesChange = z.strictObject({ kind: z.literal('places'), places })
const accessChange = z.strictObject({ kind: z.literal('access'), access: accessKind, places: places.optional() })
const productChange = z.strictObject({
  kind: z.literal('product'),
  product: trunkProduct,
  access: accessKind.optional().describe('Absent: as before where the product allows it, else its first'),
  places: places.optional(),
})
/** The operations of TRK-16. */
export const trunkChange = z
  .discriminatedUnion('kind', [numbersChange, sitesChange, placesChange, accessChange, productChange])
  .meta({ examples: [{ kind: 'product', product: 'extended' }] })
export type TrunkChange = z.infer<typeof trunkChange>

export class TrunkNameTaken extends KlinkeError {
  constructor(taken: string) {
    super('trunk-name-taken', `The customer has a trunk "${taken}" already. Choose another name.`)
  }
}

/** Whoever calls from an address is known by it. */
export class TrunkPlaceTaken extends KlinkeError {
  constructor(hosts: readonly string[]) {
    super('trunk-place-taken', `One of these addresses, with this port, is that of another trunk: ${hosts.join(', ')}. Name another one.`)
  }
}

export class TooManyTrunks extends KlinkeError {
  constructor() {
    super('too-many-trunks', `A customer has ${MAX_TRUNKS} trunks at most.`)
  }
}

export const customerTrunkProblems: ProblemTable = {
  ...TRUNK_RULES,
  'trunk-name-taken': {
    status: 409,
    title: { en: 'Trunk name taken', de: 'Name des Trunks bereits vergeben' },
    germanDetail: 'Einen Trunk dieses Namens hat der Kunde schon. Nehmen Sie einen anderen Namen.',
  },
  'trunk-place-taken': {
    status: 409,
    title: { en: 'Address of another trunk', de: 'Adresse eines anderen Trunks' },
    germanDetail: 'Diese Adresse mit diesem Port gehört schon zu einem anderen Trunk. Nehmen Sie eine andere.',
  },
  'too-many-trunks': {
    status: 409,
    title: { en: 'Too many trunks', de: 'Zu viele Trunks' },
    germanDetail: 'Mehr Trunks kann ein Kunde nicht haben.',
  },
  'trunk-in-use': {
    status: 409,
    title: { en: 'Numbers lead to the trunk', de: 'Rufnummern führen zum Trunk' },
    germanDetail: 'Zu diesem Trunk führen noch Rufnummern. Nehmen Sie diese zuerst fort.',
  },
}
