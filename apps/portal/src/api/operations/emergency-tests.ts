// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface EmergencyTestsOperations {
  /** Test 110 and 112: a built-in control centre is told what the true one would be, and nobody is alerted */
  readonly 'POST /extensions/{extensionId}/emergency-tests': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** Calls the phone too, which hears what the control centre is told; absent: no */
      readonly ring?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly extensionId: string
      readonly madeAt: string
      /** Who has made it; `telephone`: its code was dialled */
      readonly madeBy: string
      /** What the control centre reads; null: no number */
      readonly number: string | null
      /** From the location object; null: there is none in the call */
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** Where the phone stands */
      readonly site: string | null
      /** Which a true call would go to first */
      readonly carrier: string | null
      /** What differs from the site; `address-not-sent` alone is no fault */
      readonly findings: readonly ("no-carrier" | "no-site" | "no-number" | "number-not-of-site" | "address-missing" | "address-not-sent" | "address-differs")[]
    }
  }
  /** List tests of 110 and 112, the newest first */
  readonly 'GET /extensions/{extensionId}/emergency-tests': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly extensionId: string
        readonly madeAt: string
        /** Who has made it; `telephone`: its code was dialled */
        readonly madeBy: string
        /** What the control centre reads; null: no number */
        readonly number: string | null
        /** From the location object; null: there is none in the call */
        readonly address: {
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
        } | null
        /** Where the phone stands */
        readonly site: string | null
        /** Which a true call would go to first */
        readonly carrier: string | null
        /** What differs from the site; `address-not-sent` alone is no fault */
        readonly findings: readonly ("no-carrier" | "no-site" | "no-number" | "number-not-of-site" | "address-missing" | "address-not-sent" | "address-differs")[]
      })[]
    }
  }
  /** List the extensions that 110 and 112 would not find */
  readonly 'GET /emergency-readiness': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly tenantId: string
        readonly tenantName: string
        /** New extensions are made at valid sites only */
        readonly requiresValidSite: boolean
        readonly extensions: number
        /** 1,000 of a customer at most */
        readonly unfindable: readonly ({
          readonly extensionId: string
          readonly number: string
          readonly name: string
          readonly site: string | null
          readonly flaws: readonly ("no-site" | "address-missing" | "geographic-number-missing")[]
        })[]
      })[]
    }
  }
}
