/** Where a site is; in Germany, as all numbers of the product are. */
export interface SiteAddress {
  readonly street: string
  readonly houseNumber: string
  /** Five digits. */
  readonly postalCode: string
  readonly city: string
}

/** An address that holds from a day on, until the next one does. */
export interface DatedAddress extends SiteAddress {
  /** ISO 8601 date in Germany. */
  readonly from: string
}

/** A site as calls read it: where its lines are, and by which number help finds them. */
export interface Site {
  readonly id: string
  readonly name: string
  /** Extensions and numbers stand here that are said to be nowhere else. */
  readonly isMain: boolean
  /** Of the Ortsnetz, without the leading zero. */
  readonly areaCode: string
  /** In the order of their days; an address of a planned move is the last. */
  readonly addresses: readonly DatedAddress[]
  /** Chosen to be shown to 110 and 112; undefined: the first geographic number of the site. */
  readonly emergencyNumber: string | undefined
  /** Addresses and networks (CIDR) from which who is there reaches us; absent: nobody has said. */
  readonly networks?: readonly string[]
}

/** The address of that day, an ISO 8601 date; undefined when there is none yet. */
export function addressOn<Address extends DatedAddress>(addresses: readonly Address[], day: string): Address | undefined {
  return addresses.findLast(({ from }) => from <= day)
}
