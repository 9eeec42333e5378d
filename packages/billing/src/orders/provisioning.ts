import type { StoredSite } from '@klinke/accounts'
import type { Text, Tx } from '@klinke/platform'
import type { PbxPlace } from './line-changes.ts'

/** An extension to be made. */
export interface WantedExtension {
  readonly number: string
  readonly name: string
  /** Leads to it, and is shown by it; undefined: none of its own. E.164. */
  readonly directNumber: string | undefined
  /** Undefined: the first of the product, or none. */
  readonly userPackage: string | undefined
}

/** A number (size 1) or a block. */
export interface OrderedBlock {
  /** E.164. */
  readonly first: string
  readonly size: number
}

/** Things of one kind of which fewer are booked than there are. */
export interface Surplus {
  readonly what: 'extension' | 'group' | 'queue' | 'room' | 'trunk'
  /** Of trunks. */
  readonly product: string | undefined
  /** Of a trunk that goes as a whole. */
  readonly channels: number | undefined
  /** So many are booked. */
  readonly stay: number
  /** So many go at most: by how many fewer were booked. */
  readonly most: number
  /** Which go, by internal numbers or names of trunks; what is not named must be unused. Names of other kinds do not matter. */
  readonly named: readonly string[]
}

/** What is where a site leaves its numbers behind. */
export interface StandingThings {
  /** Those of the numbers that lead somewhere or are shown, E.164. */
  readonly numbers: readonly string[]
  /** Names of trunks at the site, and of those that are bound to the numbers. */
  readonly trunks: readonly string[]
}

/**
 * What the exchange sets up for orders. Implemented in apps/server by the same services as the API; each works in the transaction that it is given, and throws as the
 * API would answer.
 */
export interface Provisioning {
  /** Internal numbers that are in use. */
  internalNumbers(tx: Tx, tenantId: string): Promise<ReadonlySet<string>>
  extensions(tx: Tx, tenantId: string, siteId: string | null, wanted: readonly WantedExtension[]): Promise<void>
  /** An empty one of its kind. */
  team(tx: Tx, tenantId: string, kind: 'group' | 'queue' | 'room', name: string, number: string): Promise<void>
  /** `ranges`: numbers and blocks that lead to it, by their first numbers. */
  trunk(
    tx: Tx,
    tenantId: string,
    trunk: {
      readonly name: string
      readonly product: string
      readonly channels: number
      readonly siteId: string | null
      readonly ranges: readonly string[]
      /** Where the PBX is let in by its address; none: it registers. */
      readonly places: readonly PbxPlace[]
    },
  ): Promise<void>
  /**
   * The trunk goes on with other channels. `name`: which it is; null: the only one of the product that has so many as before,
   * of which `stay` are booked: those keep their channels, and where no other is left, somebody has made the change already. Gives its name. Throws when it is not
   * known which, and for sizes and numbers that the product does not have together.
   */
  trunkChannels(
    tx: Tx,
    tenantId: string,
    change: {
      readonly product: string
      readonly before: number
      readonly channels: number
      readonly name: string | null
      readonly stay: number
    },
  ): Promise<string>
  /** Takes away what there is more than is booked, and gives what went. Throws while it is in use, and where nobody has said which it is. */
  takeAway(tx: Tx, tenantId: string, surplus: Surplus): Promise<readonly string[]>
  /** What there is to be carried over, before a site leaves its Ortsnetz. `firsts`: of the numbers and blocks that it leaves behind. */
  standing(tx: Tx, site: Pick<StoredSite, 'id' | 'tenantId' | 'isMain'>, firsts: readonly string[]): Promise<StandingThings>
  /**
   * What old numbers led to and showed, new ones do; the old ones lead nowhere afterwards. Numbers and blocks by their first numbers; gives what became of each that
   * was used, null: no new number was left.
   */
  renumber(
    tx: Tx,
    tenantId: string,
    numbers: { readonly old: readonly OrderedBlock[]; readonly gained: readonly OrderedBlock[] },
  ): Promise<readonly { readonly from: string; readonly to: string | null }[]>
  /** Sends the mail by which somebody chooses the first password: credentials never stand in a mail. Rejects when it cannot be sent. */
  invite(loginId: string): Promise<void>
  /** The first call that left since then, or came in; undefined: none yet. */
  firstUse(tenantId: string, since: Date): Promise<Date | undefined>
  /** What an error says to people. */
  words(error: Error): Text
}
