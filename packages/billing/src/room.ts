import type { CustomerFacts } from '@klinke/accounts'
import type { Clock, Logger, Random, Resource } from '@klinke/foundation'
import type { ApiRoutes, Area, BlobStore, Database, MailSender, ProblemTable, SecretBox } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import type { ThingsInUse } from './counted-use/use-kind.ts'
import type { Provisioning } from './orders/provisioning.ts'
import type { CreditLocks } from './prepaid/credit-locks.ts'
import type { UsageSource } from './usage.ts'

/** What the rooms of billing stand on. */
export interface BillingGround {
  readonly database: Database
  /** Names of a customer's extensions by their ids, as documents show them. Absent: documents have ids. */
  readonly extensionNames?: (tenantId: string) => Promise<ReadonlyMap<string, string>>
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly secrets: SecretBox
  /** Where documents are kept. */
  readonly blobs: BlobStore
  /** Absent: this installation sends no mail. */
  readonly mail: MailSender | undefined
  /** Where links in mails lead. */
  readonly portalUrl: string
  /** What calls that run hold of prepaid credit; absent: none run here. */
  readonly heldOf?: ((tenantId: string) => Micros) | undefined
  /** Locks calls out of who owes more than its credit covers; absent: nobody is locked. */
  readonly creditLocks?: CreditLocks | undefined
  /** What was used: calls that left. */
  readonly usage: UsageSource
  /** What customers have now, for items that are charged by use; absent: nothing is counted. */
  readonly thingsInUse?: ThingsInUse
  /** When a customer's own PBX could not be reached (SLA-01); absent: nobody knows. */
  readonly trunkOutages?: CustomerFacts['trunkOutages']
  /** Sets up what is ordered. Absent: this installation sets nothing up by itself. */
  readonly provisioning?: Provisioning | undefined
}

/** One part of billing as the rest sees it. */
export interface Room {
  /** Whom its routes are open to: administrators with rights in this area, unless a route says otherwise. */
  readonly area: Area
  /** Codes of the errors that its routes can give. */
  readonly problems?: ProblemTable
  /** Called once when the server starts; nothing is read or opened before `begin`. */
  readonly open: (ground: BillingGround) => OpenRoom
}

export interface OpenRoom {
  readonly routes?: ApiRoutes
  /** Called once the server runs, for what the room does by itself. What it gives is closed when the server stops. */
  readonly begin?: () => Resource
}
