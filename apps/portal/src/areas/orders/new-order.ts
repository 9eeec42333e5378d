import type { OrderBody } from './preview.tsx'

/** For which of them law holds beside the product (§ 71 TKG). */
export const CUSTOMER_KINDS = ['enterprise', 'small-enterprise', 'consumer'] as const

/** What stands in the wizard. */
export interface OrderValues {
  readonly company: string
  readonly street: string
  readonly houseNumber: string
  readonly postalCode: string
  readonly city: string
  readonly phone: string
  readonly email: string
  readonly register: string
  readonly customerKind: (typeof CUSTOMER_KINDS)[number]
  readonly sipDomain: string
  readonly adminName: string
  readonly adminEmail: string
  readonly language: 'de' | 'en'
  readonly siteName: string
  readonly areaCode: string
  readonly profileId: string | null
  readonly wishDate: string
  readonly termMonths: string | null
  /** By the ids of the profile's items. */
  readonly quantities: Readonly<Record<string, number | string>>
  /** Of trunks, by the ids of their items: addresses of the PBX as they were typed. */
  readonly places: Readonly<Record<string, string>>
  readonly itemisedBill: 'full' | 'last-three-cut' | 'none'
  readonly paperInvoice: boolean
  readonly directoryEntry: boolean
  readonly creditCheck: boolean
  readonly marketing: boolean
  /** null: the usual way of the product. */
  readonly payment: 'transfer' | 'direct-debit' | 'prepaid' | null
  /** Of a mandate; empty: it is given separately. */
  readonly accountHolder: string
  readonly iban: string
  readonly remark: string
  /** Name of a variant of the profile; null: none. */
  readonly installation: string | null
  readonly installationHours: number | string
  readonly needs: Readonly<Record<Need, number | string>>
}

/** What is to be installed (ORD-05). */
export const NEEDS = ['groups', 'forwardings', 'faxToMail', 'softClients', 'briefingMinutes'] as const
export type Need = (typeof NEEDS)[number]

export const NO_ORDER: OrderValues = {
  ...{
    company: '',
    street: '',
    houseNumber: '',
    postalCode: '',
    city: '',
    phone: '',
    email: '',
    register: '',
    sipDomain: '',
    customerKind: 'enterprise',
  },
  ...{ adminName: '', adminEmail: '', language: 'de', siteName: '', areaCode: '', profileId: null, wishDate: '', termMonths: null },
  ...{
    quantities: {},
    places: {},
    itemisedBill: 'none',
    paperInvoice: false,
    directoryEntry: false,
    creditCheck: false,
    marketing: false,
    remark: '',
  },
  ...{ payment: null, accountHolder: '', iban: '', installation: null, installationHours: '' },
  needs: { groups: 0, forwardings: 0, faxToMail: 0, softClients: 0, briefingMinutes: 0 },
}

/** As the API wants it; undefined while no product is chosen or nothing of it. */
export function orderOf(values: OrderValues): OrderBody | undefined {
  const { profileId, company, street, houseNumber, postalCode, city, phone, email, register, wishDate, termMonths, quantities } = values
  const items = Object.entries(quantities).flatMap(([item, quantity]) =>
    Number(quantity) > 0 ? [{ item, quantity: Number(quantity), ...placesOf(values.places[item]) }] : [],
  )
  if (profileId === null || wishDate === '' || items.length === 0) return undefined
  const address = { street, houseNumber, postalCode, city }
  const { sipDomain, adminName, adminEmail, language, siteName, areaCode } = values
  const { itemisedBill, paperInvoice, directoryEntry, creditCheck, marketing, remark, payment, accountHolder, iban } = values
  const mandate =
    payment === 'transfer' || payment === 'prepaid' || iban.trim() === '' ? null : { accountHolder: accountHolder.trim() || company, iban }
  return {
    form: {
      ...{ kind: 'new', profileId, wishDate, items, sipDomain, language, remark, itemisedBill, paperInvoice, directoryEntry },
      ...(termMonths === null ? {} : { termMonths: Number(termMonths) }),
      customer: { company, kind: values.customerKind, ...address, phone, email, register: register.trim() === '' ? null : register },
      administrator: { name: adminName, email: adminEmail },
      site: { name: siteName, areaCode, address },
      consents: { creditCheck, marketing },
      ...(payment === null ? {} : { payment }),
      mandate,
      ...installationOf(values),
    },
  }
}

/** `192.0.2.10, pbx.example.org:5061`. */
export function placesOf(typed = '') {
  const places = typed.split(/[\s,]+/).flatMap((text) => {
    if (text === '') return []
    // An address of IPv6 has colons of its own: its port stands behind the bracket.
    const [, bracketed, host = text, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(text) ?? []
    return [{ host: bracketed ?? host, port: port === undefined ? null : Number(port) }]
  })
  return places.length === 0 ? {} : { places }
}

function installationOf({ installation, installationHours, needs }: OrderValues) {
  if (installation === null) return {}
  const count = (need: Need): number => Number(needs[need])
  return {
    installation,
    installationHours: Number(installationHours) === 0 ? null : Number(installationHours),
    needs: {
      ...{ groups: count('groups'), forwardings: count('forwardings'), faxToMail: count('faxToMail') },
      ...{ softClients: count('softClients'), briefingMinutes: count('briefingMinutes') },
    },
  }
}
