import type { InvalidRequest, Text } from '@klinke/platform'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import type { NewOrder } from './order-form.ts'
import { type Installation, NO_TERMS, type OrderTerms } from './order-terms.ts'
import { ordered } from './ordered.ts'

type Faults = InvalidRequest['errors']
type Chosen = Pick<NewOrder, 'items' | 'installation' | 'installationHours' | 'needs'>

/** The chosen installation variant (ORD-05); undefined: none, or one that the profile does not have. */
export function variantOf(
  { installation }: Pick<NewOrder, 'installation'>,
  { installation: variants = [] }: OrderTerms,
): Installation | undefined {
  return variants.find(({ name }) => name === installation)
}

/** What is charged for an order: its items, and once what the installation costs: as a whole, or each hour. */
export function withInstallation<Order extends Chosen>(order: Order, { orders = NO_TERMS }: Pick<ProfileFile, 'orders'>): Order {
  const { item, per } = variantOf(order, orders) ?? {}
  if (item === undefined) return order
  const quantity = per === 'hour' ? (order.installationHours ?? 0) : 1
  return quantity === 0 ? order : { ...order, items: [...order.items, { item, quantity }] }
}

const LIMITS = {
  groups: { de: 'Rufgruppen', en: 'ring groups' },
  forwardings: { de: 'Weiterleitungen', en: 'forwardings' },
  faxToMail: { de: 'Fax-zu-Mail-Anschlüsse', en: 'fax-to-mail lines' },
  softClients: { de: 'Softclients', en: 'soft clients' },
  briefingMinutes: { de: 'Minuten Einweisung', en: 'minutes of briefing' },
} as const

/** What of an order its installation variant does not include, with each limit in words (ORD-05). */
export function installationFaults(order: Chosen, terms: OrderTerms): Faults {
  const { installation: name, needs } = order
  const { installation: variants = [] } = terms
  const chargedApart = variants.filter(({ item }) => item !== undefined && order.items.some((each) => each.item === item))
  const twice = chargedApart.map(({ title }) =>
    at('items', {
      en: `“${title.en}” is charged by its choice: leave the item out, and choose the installation`,
      de: `„${title.de}“ wird durch die Wahl berechnet: Lassen Sie die Position weg, und wählen Sie die Installation`,
    }),
  )
  if (name === null) return twice
  const variant = variantOf(order, terms)
  if (variant === undefined) {
    const offered = variants.map((each) => each.name).join(', ')
    const none = { en: 'is not offered by this product', de: 'gibt es bei diesem Produkt nicht' }
    const others = { en: `is not offered; choose ${offered}`, de: `gibt es nicht; wählen Sie ${offered}` }
    return [...twice, at('installation', offered === '' ? none : others)]
  }
  const wanted = { ...needs, groups: Math.max(needs.groups, ordered(order, terms, 'groups')) }
  const exceeded = (['groups', 'forwardings', 'faxToMail', 'softClients', 'briefingMinutes'] as const).flatMap((key) => {
    const most = variant[key]
    if (most === undefined || wanted[key] <= most) return []
    return [
      at('installation', {
        en: `“${variant.title.en}” has ${most} ${LIMITS[key].en} at most, and the order ${wanted[key]}`,
        de: `„${variant.title.de}“ umfasst höchstens ${most} ${LIMITS[key].de}, bestellt sind ${wanted[key]}`,
      }),
    ]
  })
  return [...twice, ...exceeded, ...hourFaults(order, variant)]
}

function hourFaults({ installationHours: hours }: Chosen, { per, title }: Installation): Faults {
  if (per === 'hour' && hours === null)
    return [
      at('installationHours', {
        en: `is missing: “${title.en}” is charged by the hour`,
        de: `fehlt: „${title.de}“ wird nach Stunden berechnet`,
      }),
    ]
  if (per === 'order' && hours !== null)
    return [
      at('installationHours', { en: `“${title.en}” is not charged by the hour`, de: `„${title.de}“ wird nicht nach Stunden berechnet` }),
    ]
  return []
}

function at(field: string, detail: Text): Faults[number] {
  return { pointer: `/form/${field}`, detail }
}
