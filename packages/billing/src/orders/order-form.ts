import { areaCode, customerKind, extensionNumber, newPorting, siteAddress } from '@klinke/accounts'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { civilDate } from '../catalogue/schema-parts.ts'
import { profileId } from '../catalogue/views.ts'
import { newMandate } from '../payments/mandates/schemas.ts'
import { ORDER_KINDS } from './order.ts'
import { WAYS_TO_PAY } from './order-terms.ts'

const MAX_ITEMS = 100
const MAX_PORTINGS = 50
const MAX_EXTENSIONS = 1_000

const line = (max = 100) => z.string().trim().min(1).max(max)
const optional = (max = 100) => line(max).nullable().default(null)
const quantity = z.int().min(0).max(100_000)
const phone = line(30).meta({ examples: ['+49 221 123450'] })

/** Somebody at the customer. */
export const administrator = z.strictObject({ name: line(), phone: phone.nullable().default(null), email: z.email() })

/** Who orders (ORD-01); of a customer that is there already its own data hold, and this may be absent. */
const customer = z.strictObject({
  company: line().meta({ examples: ['Muster GmbH'] }),
  kind: customerKind
    .nullable()
    .default(null)
    .describe('Of a new customer; null: an enterprise, unless the product says otherwise (§ 71 TKG)'),
  contact: optional().describe('First and last name'),
  addition: optional(),
  ...siteAddress.shape,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, inBoth({ en: 'must be a country code such as DE', de: 'muss ein Ländercode wie DE sein' }))
    .default('DE'),
  phone,
  fax: phone.nullable().default(null),
  email: z.email(),
  register: optional().describe('HRA, HRB or PR with its number and court'),
  birthDate: civilDate.nullable().default(null).describe('Of a sole trader'),
  vatId: z
    .string()
    .regex(
      /^[A-Z]{2}[A-Z0-9]{2,13}$/,
      inBoth({ en: 'must be a VAT id such as DE123456789', de: 'muss eine USt-IdNr. wie DE123456789 sein' }),
    )
    .nullable()
    .default(null),
})

/** Where phones stand; numbers are of its Ortsnetz (NUM-02). */
export const orderedSite = z.strictObject({ name: line(), areaCode: areaCode.meta({ examples: ['221'] }), address: siteAddress })

/** A number or block that comes from another carrier (ORD-03); the form of it is made as a draft. */
export const orderedPorting = newPorting.omit({ tenantId: true, siteId: true })

/** A SEPA mandate on the order form (BIL-08): collected by once its signed copy is confirmed. */
export const orderedMandate = newMandate
  .pick({ accountHolder: true, payerAddress: true, iban: true, bic: true })
  .extend({ mandateKind: newMandate.shape.kind })

export const sipDomain = z
  .string()
  .toLowerCase()
  .regex(
    /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/,
    inBoth({ en: 'must be a name such as muster.example.org', de: 'muss ein Name wie muster.example.org sein' }),
  )

export const namedExtensions = z
  .array(
    z.strictObject({
      ...{ number: extensionNumber, name: line() },
      userPackage: line(40).optional().describe('That it gets; absent: one of those that are left'),
    }),
  )
  .max(MAX_EXTENSIONS)

/** Where a PBX is that is let in by its address (TRK-01): the primary one, and perhaps a secondary one. */
export const pbxPlaces = z
  .array(
    z.strictObject({
      host: z
        .union([z.ipv4(), z.ipv6(), sipDomain])
        .describe('Public address or name of the PBX')
        .meta({ examples: ['192.0.2.10'] }),
      port: z.int().min(1).max(65_535).nullable().default(null).describe('null: by DNS, or the standard port'),
    }),
  )
  .max(2)

const orderedItem = z.strictObject({
  item: line(40)
    .describe('Of the product profile')
    .meta({ examples: ['extension'] }),
  quantity: quantity.min(1),
  places: pbxPlaces.optional().describe('Of a trunk whose PBX is let in by its address'),
})

const changedItem = z.strictObject({ itemId: z.uuid().describe('Of the contract'), quantity: quantity.describe('From then on; 0: none') })

export const ITEMISED_BILLS = ['full', 'last-three-cut', 'none'] as const

const common = {
  offerNumber: optional(40),
  wishDate: civilDate.describe('Wished for: of the set-up, the change, the move').meta({ examples: ['2030-03-04'] }),
  remark: z.string().trim().max(2_000).default(''),
  signature: z
    .strictObject({ name: line(), on: civilDate })
    .nullable()
    .default(null)
    .describe('Who signed the order form, and when; null: not signed yet'),
}

const newOrder = z.strictObject({
  kind: z.literal('new'),
  profileId: profileId.meta({ examples: ['example'] }),
  termMonths: z.int().min(1).max(120).nullish().describe('One of those that the profile sells; absent: its usual one; null: none'),
  items: z.array(orderedItem).min(1).max(MAX_ITEMS),
  customer,
  sipDomain: sipDomain.optional().describe('Of the new customer; absent only where the customer is there already'),
  technicalContact: administrator.nullable().default(null),
  administrator: administrator.describe('Gets the first login, with an invitation by mail'),
  language: z.enum(['de', 'en']).default('de').describe('Of mails, documents and the administrator'),
  site: orderedSite,
  extensions: namedExtensions
    .default([])
    .describe('Onboarding sheet (PORT-06): those that have a number and a name already; the others are counted on'),
  firstExtension: extensionNumber.default('10').describe('From which number on extensions are counted'),
  portings: z.array(orderedPorting).max(MAX_PORTINGS).default([]),
  ownTermination: civilDate.nullable().default(null).describe('When the present line ends, where the customer terminates it itself'),
  installation: line(40).nullable().default(null).describe('Variant of the profile (ORD-05)'),
  installationHours: z.int().min(1).max(1_000).nullable().default(null).describe('Of a variant that is charged by the hour'),
  needs: z
    .strictObject({
      groups: quantity.default(0).describe('Ring groups, where they are no item of the product'),
      ...{ forwardings: quantity.default(0), faxToMail: quantity.default(0), softClients: quantity.default(0) },
      briefingMinutes: quantity.default(0),
    })
    .prefault({})
    .describe('What is to be installed'),
  directoryEntry: z.boolean().default(false),
  itemisedBill: z.enum(ITEMISED_BILLS).default('none').describe('Itemised bill (EVN)'),
  paperInvoice: z.boolean().default(false),
  splitBySite: z.boolean().default(false),
  payment: z.enum(WAYS_TO_PAY).optional().describe('One of the ways that the product has; absent: its usual one'),
  mandate: orderedMandate.nullable().default(null).describe('For direct debits; null: it is given separately'),
  consents: z
    .strictObject({
      marketing: z.boolean().default(false).describe('Offers by mail'),
      creditCheck: z.boolean().default(false),
      channel: z.enum(['paper', 'mail', 'phone']).default('paper').describe('By which way they were given'),
    })
    .prefault({})
    .describe('Each can be revoked'),
  ...common,
})

const changeOrder = z.strictObject({
  kind: z.literal('change'),
  contractId: z.uuid(),
  items: z
    .array(z.union([changedItem, orderedItem]))
    .max(MAX_ITEMS)
    .default([]),
  cancel: z
    .strictObject({ until: civilDate.optional().describe('Last day; absent: the earliest possible') })
    .nullable()
    .default(null)
    .describe('Gives notice to the whole contract'),
  siteId: z.uuid().nullable().default(null).describe('Where new things are; null: at the main site'),
  takeAway: z
    .array(line())
    .max(MAX_EXTENSIONS)
    .default([])
    .describe('Which of those go that are booked no longer: internal numbers, and names of trunks. Absent: those that nobody uses'),
  ...common,
})

const moveOrder = z.strictObject({
  kind: z.literal('move'),
  contractId: z.uuid(),
  siteId: z.uuid().describe('The site that moves'),
  site: orderedSite.describe('Where to. In the same Ortsnetz numbers stay; in another one there must be new ones (NUM-02)'),
  items: z.array(orderedItem).max(MAX_ITEMS).default([]).describe('New numbers'),
  ...common,
})

/** An order as it is given (ORD-01). */
export const orderForm = z.discriminatedUnion('kind', [newOrder, changeOrder, moveOrder])
export type OrderForm = z.output<typeof orderForm>
export type NewOrder = z.output<typeof newOrder>
export type ChangeOrder = z.output<typeof changeOrder>
export type MoveOrder = z.output<typeof moveOrder>

/** With the customer that is there already. */
export const orderRequest = z
  .strictObject({ tenantId: z.uuid().optional().describe('Absent: a new customer, which only the operator orders for'), form: orderForm })
  .meta({ examples: [] })

/** As it is kept. Throws for what was not kept by us. */
export function readForm(stored: unknown): OrderForm {
  return orderForm.parse(stored)
}

export const orderKind = z.enum(ORDER_KINDS)
