/**
 * What use can be counted of: `extensions` are also the licences that were provided (BIL-03), `app-clients` extensions that were registered over WebSocket on the day,
 * `storage-gigabytes` started GiB of recordings, mailboxes and own sounds together (REC-01).
 */
export const USE_KINDS = ['extensions', 'app-clients', 'storage-gigabytes'] as const
export type UseKind = (typeof USE_KINDS)[number]

/** Something that a customer has at this moment. */
export interface ThingInUse {
  readonly kind: UseKind
  /** The single thing, such as the id of an extension; each once of its kind. */
  readonly subject: string
  readonly siteId: string | undefined
  /** Whole and above zero. */
  readonly quantity: number
}

/** What a customer has now. Implemented by whoever has it; wired in apps/server. */
export type ThingsInUse = (tenantId: string) => Promise<readonly ThingInUse[]>
