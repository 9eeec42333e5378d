import type { OrderBody } from './preview.tsx'

/** What stands in the form of a move; empty: as it is now. */
export interface MoveOrderValues {
  readonly siteId: string | null
  readonly wishDate: string
  readonly street: string
  readonly houseNumber: string
  readonly postalCode: string
  readonly city: string
}

export const NO_MOVE: MoveOrderValues = { siteId: null, wishDate: '', street: '', houseNumber: '', postalCode: '', city: '' }

interface MovedSite {
  readonly id: string
  readonly name: string
  readonly areaCode: string
}

/** A move within the Ortsnetz of the site, which keeps name and numbers (NUM-02); undefined: something is missing yet. */
export function moveOrderOf(contractId: string, sites: readonly MovedSite[], values: MoveOrderValues): OrderBody | undefined {
  const { siteId, wishDate, ...address } = values
  const site = sites.find(({ id }) => id === siteId)
  if (site === undefined || wishDate === '' || Object.values(address).some((part) => part.trim() === '')) return undefined
  const { id, name, areaCode } = site
  return { form: { kind: 'move', contractId, siteId: id, site: { name, areaCode, address }, wishDate } }
}
