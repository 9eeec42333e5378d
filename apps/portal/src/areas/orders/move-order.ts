import type { OrderBody } from './preview.tsx'

/** What stands in the form of a move; empty: as it is now. */
export interface MoveOrderValues {
  readonly siteId: string | null
  readonly wishDate: string
  /** Without the leading zero; empty: that of the site. */
  readonly areaCode: string
  readonly street: string
  readonly houseNumber: string
  readonly postalCode: string
  readonly city: string
  /** New numbers by the ids of the profile's items. */
  readonly quantities: Readonly<Record<string, number | string>>
}

export const NO_MOVE: MoveOrderValues = {
  ...{ siteId: null, wishDate: '', areaCode: '', street: '', houseNumber: '', postalCode: '', city: '', quantities: {} },
}

interface MovedSite {
  readonly id: string
  readonly name: string
  readonly areaCode: string
}

/** Whether the site goes into another Ortsnetz, where its numbers cannot follow (NUM-02). */
export function leavesOrtsnetz(sites: readonly MovedSite[], { siteId, areaCode }: Pick<MoveOrderValues, 'siteId' | 'areaCode'>): boolean {
  const site = sites.find(({ id }) => id === siteId)
  const wanted = withoutZero(areaCode)
  return site !== undefined && wanted !== '' && wanted !== site.areaCode
}

/** A move of a site, which keeps its name; new numbers only where the old ones stay behind. Undefined: something is missing yet. */
export function moveOrderOf(contractId: string, sites: readonly MovedSite[], values: MoveOrderValues): OrderBody | undefined {
  const { siteId, wishDate, areaCode, quantities, ...address } = values
  const site = sites.find(({ id }) => id === siteId)
  if (site === undefined || wishDate === '' || Object.values(address).some((part) => part.trim() === '')) return undefined
  const { id, name } = site
  const leaves = leavesOrtsnetz(sites, values)
  const items = leaves
    ? Object.entries(quantities).flatMap(([item, quantity]) => (Number(quantity) > 0 ? [{ item, quantity: Number(quantity) }] : []))
    : []
  const moved = { name, areaCode: leaves ? withoutZero(areaCode) : site.areaCode, address }
  return { form: { kind: 'move', contractId, siteId: id, site: moved, wishDate, items } }
}

const withoutZero = (areaCode: string): string => areaCode.trim().replace(/^0/, '')
