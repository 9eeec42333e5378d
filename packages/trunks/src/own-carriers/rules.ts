import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'
import { carrierFields, carrierView, newCarrier } from '../carriers/rules.ts'

/** Carriers of its own that a customer may have where its product says nothing (TRK-12). */
export const MAX_OWN_CARRIERS = 16

const sites = {
  siteId: z.uuid().describe('Where its line ends: the address that the provider knows, and tells 110 and 112'),
  alsoServes: z.array(z.uuid()).max(1_000).describe('Further sites whose calls go over it; a site belongs to one carrier at most'),
}

/** What only the operator's carriers have. */
const own = { priority: true, share: true, channels: true, foreign: true, emergencyLocation: true } as const

export const newOwnCarrier = newCarrier
  .omit(own)
  .extend({ ...sites, alsoServes: sites.alsoServes.default([]), tenantId: z.uuid().optional().describe('The operator names it') })
export type NewOwnCarrier = Omit<z.infer<typeof newOwnCarrier>, 'tenantId'>

export const ownCarrierChange = z.strictObject(carrierFields).omit(own).extend(sites).partial()
export type OwnCarrierChange = z.infer<typeof ownCarrierChange>

export const ownCarrierView = carrierView.omit(own).extend({
  ...sites,
  tenantId: z.uuid(),
})

export class OwnCarrierNameTaken extends KlinkeError {
  constructor(name: string) {
    super('own-carrier-name-taken', `There is a provider named ${name} already. Choose another name.`)
  }
}

export class SiteHasCarrier extends KlinkeError {
  constructor() {
    super(
      'site-has-carrier',
      'One of the sites belongs to another provider already. A site belongs to exactly one: take it away there first.',
    )
  }
}

export class TooManyOwnCarriers extends KlinkeError {
  constructor(limit: number) {
    super('too-many-own-carriers', `There are ${limit} providers already; the contract has no more.`)
  }
}

export const ownCarrierProblems: ProblemTable = {
  'own-carrier-name-taken': {
    status: 409,
    title: { en: 'Provider name taken', de: 'Name des Anbieters bereits vergeben' },
    germanDetail: 'Einen Anbieter dieses Namens gibt es schon. Nehmen Sie einen anderen Namen.',
  },
  'site-has-carrier': {
    status: 409,
    title: { en: 'Site belongs to another provider', de: 'Standort gehört zu einem anderen Anbieter' },
    germanDetail:
      'Einer der Standorte gehört schon zu einem anderen Anbieter. Ein Standort gehört zu genau einem: nehmen Sie ihn zuerst dort heraus.',
  },
  'too-many-own-carriers': {
    status: 409,
    title: { en: 'Too many providers', de: 'Zu viele Anbieter' },
    germanDetail: 'Mehr eigene Anbieter sieht der Vertrag nicht vor.',
  },
}
