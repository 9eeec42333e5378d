// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface SitesOperations {
  /** List sites, the main one first */
  readonly 'GET /sites': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly name: string
        /** Extensions and numbers that are said to be nowhere else are here */
        readonly main: boolean
        readonly areaCode: string
        /** Where it is today; null: nobody has said */
        readonly address: {
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
        } | null
        /** Where it will be from a day on */
        readonly plannedMove: {
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
          readonly from: string
        } | null
        /** All that it has had, and a planned one */
        readonly addresses: readonly ({
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
          readonly from: string
          readonly reason: "correction" | "move"
          readonly recordedBy: string
          readonly recordedAt: string
        })[]
        /** Chosen to be shown to 110 and 112; null: the first geographic number of the site */
        readonly emergencyNumber: string | null
        /** Addresses and networks by which browsers there reach the portal */
        readonly networks: readonly string[]
        /** What 110 and 112 are shown now; null: the site has no geographic number */
        readonly shownToEmergency: string | null
        /** Why help would not find it; empty: it is valid */
        readonly flaws: readonly ("address-missing" | "geographic-number-missing")[]
        /** Documents that prove where it is, the newest first */
        readonly proofs: readonly ({
          readonly id: string
          readonly name: string
          readonly mediaType: string
          readonly octets: number
          readonly uploadedBy: string
          readonly uploadedAt: string
        })[]
      })[]
    }
  }
  /** Create a site; the first one is the main site */
  readonly 'POST /sites': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
      /** Area code of the Ortsnetz where it is, without the leading zero */
      readonly areaCode: string
      /** Where it is; without one no extension can be made here where the product wants a valid site */
      readonly address?: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      /** Extensions and numbers that are said to be nowhere else are here */
      readonly main: boolean
      readonly areaCode: string
      /** Where it is today; null: nobody has said */
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** Where it will be from a day on */
      readonly plannedMove: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
        readonly from: string
      } | null
      /** All that it has had, and a planned one */
      readonly addresses: readonly ({
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
        readonly from: string
        readonly reason: "correction" | "move"
        readonly recordedBy: string
        readonly recordedAt: string
      })[]
      /** Chosen to be shown to 110 and 112; null: the first geographic number of the site */
      readonly emergencyNumber: string | null
      /** Addresses and networks by which browsers there reach the portal */
      readonly networks: readonly string[]
      /** What 110 and 112 are shown now; null: the site has no geographic number */
      readonly shownToEmergency: string | null
      /** Why help would not find it; empty: it is valid */
      readonly flaws: readonly ("address-missing" | "geographic-number-missing")[]
      /** Documents that prove where it is, the newest first */
      readonly proofs: readonly ({
        readonly id: string
        readonly name: string
        readonly mediaType: string
        readonly octets: number
        readonly uploadedBy: string
        readonly uploadedAt: string
      })[]
    }
  }
  /** Get a site */
  readonly 'GET /sites/{siteId}': {
    readonly path: { readonly siteId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      /** Extensions and numbers that are said to be nowhere else are here */
      readonly main: boolean
      readonly areaCode: string
      /** Where it is today; null: nobody has said */
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** Where it will be from a day on */
      readonly plannedMove: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
        readonly from: string
      } | null
      /** All that it has had, and a planned one */
      readonly addresses: readonly ({
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
        readonly from: string
        readonly reason: "correction" | "move"
        readonly recordedBy: string
        readonly recordedAt: string
      })[]
      /** Chosen to be shown to 110 and 112; null: the first geographic number of the site */
      readonly emergencyNumber: string | null
      /** Addresses and networks by which browsers there reach the portal */
      readonly networks: readonly string[]
      /** What 110 and 112 are shown now; null: the site has no geographic number */
      readonly shownToEmergency: string | null
      /** Why help would not find it; empty: it is valid */
      readonly flaws: readonly ("address-missing" | "geographic-number-missing")[]
      /** Documents that prove where it is, the newest first */
      readonly proofs: readonly ({
        readonly id: string
        readonly name: string
        readonly mediaType: string
        readonly octets: number
        readonly uploadedBy: string
        readonly uploadedAt: string
      })[]
    }
  }
  /** Change a site, or correct its address at once */
  readonly 'PATCH /sites/{siteId}': {
    readonly path: { readonly siteId: string }
    readonly body: {
      readonly name?: string
      /** Becomes the main site: extensions and numbers that are said to be nowhere else are here */
      readonly main?: true
      /** Area code of the Ortsnetz where it is, without the leading zero */
      readonly areaCode?: string
      /** The address as it should have been written: holds at once. A move has its own operation */
      readonly address?: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** Shown to 110 and 112: a geographic number of the site; null: its first one */
      readonly emergencyNumber?: string | null
      /** Addresses and networks by which browsers there reach the portal: a web phone elsewhere warns (EMG-04); none: it cannot know */
      readonly networks?: readonly string[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      /** Extensions and numbers that are said to be nowhere else are here */
      readonly main: boolean
      readonly areaCode: string
      /** Where it is today; null: nobody has said */
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** Where it will be from a day on */
      readonly plannedMove: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
        readonly from: string
      } | null
      /** All that it has had, and a planned one */
      readonly addresses: readonly ({
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
        readonly from: string
        readonly reason: "correction" | "move"
        readonly recordedBy: string
        readonly recordedAt: string
      })[]
      /** Chosen to be shown to 110 and 112; null: the first geographic number of the site */
      readonly emergencyNumber: string | null
      /** Addresses and networks by which browsers there reach the portal */
      readonly networks: readonly string[]
      /** What 110 and 112 are shown now; null: the site has no geographic number */
      readonly shownToEmergency: string | null
      /** Why help would not find it; empty: it is valid */
      readonly flaws: readonly ("address-missing" | "geographic-number-missing")[]
      /** Documents that prove where it is, the newest first */
      readonly proofs: readonly ({
        readonly id: string
        readonly name: string
        readonly mediaType: string
        readonly octets: number
        readonly uploadedBy: string
        readonly uploadedAt: string
      })[]
    }
  }
  /** Delete a site where nothing is */
  readonly 'DELETE /sites/{siteId}': {
    readonly path: { readonly siteId: string }
    readonly answer: null
  }
  /** Plan a move: a new address from a day on */
  readonly 'POST /sites/{siteId}/move': {
    readonly path: { readonly siteId: string }
    readonly body: {
      /** Day of the move, at least as many days from now as `moveNoticeDays` of the profile says */
      readonly from: string
      /** Area code of the Ortsnetz where the new address is: that of the site. A move into another one is ordered, with new numbers */
      readonly areaCode: string
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** The address is in this Ortsnetz although another one is named after a town of that name */
      readonly confirmed?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      /** Extensions and numbers that are said to be nowhere else are here */
      readonly main: boolean
      readonly areaCode: string
      /** Where it is today; null: nobody has said */
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** Where it will be from a day on */
      readonly plannedMove: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
        readonly from: string
      } | null
      /** All that it has had, and a planned one */
      readonly addresses: readonly ({
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
        readonly from: string
        readonly reason: "correction" | "move"
        readonly recordedBy: string
        readonly recordedAt: string
      })[]
      /** Chosen to be shown to 110 and 112; null: the first geographic number of the site */
      readonly emergencyNumber: string | null
      /** Addresses and networks by which browsers there reach the portal */
      readonly networks: readonly string[]
      /** What 110 and 112 are shown now; null: the site has no geographic number */
      readonly shownToEmergency: string | null
      /** Why help would not find it; empty: it is valid */
      readonly flaws: readonly ("address-missing" | "geographic-number-missing")[]
      /** Documents that prove where it is, the newest first */
      readonly proofs: readonly ({
        readonly id: string
        readonly name: string
        readonly mediaType: string
        readonly octets: number
        readonly uploadedBy: string
        readonly uploadedAt: string
      })[]
    }
  }
  /** Give up a planned move */
  readonly 'DELETE /sites/{siteId}/move': {
    readonly path: { readonly siteId: string }
    readonly answer: null
  }
  /** Download a document of a site */
  readonly 'GET /sites/{siteId}/proofs/{proofId}': {
    readonly path: { readonly siteId: string; readonly proofId: string }
    readonly answer: null
  }
  /** Delete a document of a site */
  readonly 'DELETE /sites/{siteId}/proofs/{proofId}': {
    readonly path: { readonly siteId: string; readonly proofId: string }
    readonly answer: null
  }
  /** Add a document that proves where a site is: PDF, JPEG or PNG */
  readonly 'POST /sites/{siteId}/proofs': {
    readonly path: { readonly siteId: string }
    readonly query: { readonly name: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly mediaType: string
      readonly octets: number
      readonly uploadedBy: string
      readonly uploadedAt: string
    }
  }
}
