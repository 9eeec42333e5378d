/** A number that is not the customer's own, which it has proven to have the right to use (CLI-03). */
export interface NumberRight {
  /** E.164 with `+` */
  readonly number: string
  readonly validFromMs: number
  /** Absent: until it is taken back. */
  readonly validUntilMs: number | undefined
}

/** What is set for a customer, or for one of its extensions. */
export interface IdentitySettings {
  /** Shown unless a call says otherwise: an own number, or one with a right. */
  readonly shown: string | undefined
  /** Set by the operator (CLI-05): shown in every call, whoever wishes what, and never hidden. */
  readonly pinned: string | undefined
  /** Who calls is not shown that he is connected with it (COLR, TRK-10); absent: he is. */
  readonly hidesConnected?: boolean
}

/** All that says who is shown of a tenant. */
export interface TenantIdentity {
  /** By number. */
  readonly rights: ReadonlyMap<string, NumberRight>
  readonly customer: IdentitySettings
  /** By the extension's id. */
  readonly extensions: ReadonlyMap<string, IdentitySettings>
  /** Of customers' own PBXs, by the trunk's id. */
  readonly trunks: ReadonlyMap<string, Pick<IdentitySettings, 'hidesConnected'>>
}

export const NO_SETTINGS: IdentitySettings = { shown: undefined, pinned: undefined }
export const NO_IDENTITY: TenantIdentity = { rights: new Map(), customer: NO_SETTINGS, extensions: new Map(), trunks: new Map() }
