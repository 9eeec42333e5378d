/**
 * What use can be counted of: `extensions` are also the licences that were provided (BIL-03), `app-clients` extensions that were registered over WebSocket on the day,
 * `storage-gigabytes` started GiB of recordings, mailboxes and own sounds together (REC-01). `user-packages` are the extensions that have the user package with the id of
 * the product item, by the history of packages.
 */
export const USE_KINDS = ['extensions', 'app-clients', 'storage-gigabytes', 'user-packages'] as const
export type UseKind = (typeof USE_KINDS)[number]

/** Something that a customer has at this moment. */
export interface ThingInUse {
  /** Packages have a history of their own. */
  readonly kind: Exclude<UseKind, 'user-packages'>
  /** The single thing, such as the id of an extension; each once of its kind. */
  readonly subject: string
  readonly siteId: string | undefined
  /** Whole and above zero. */
  readonly quantity: number
}

/** What a customer has now. Implemented by whoever has it; wired in apps/server. */
export type ThingsInUse = (tenantId: string) => Promise<readonly ThingInUse[]>
