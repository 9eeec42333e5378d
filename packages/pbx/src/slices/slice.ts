import type { Extension } from '@klinke/accounts'
import type { Call, CallParty, Exchange, Outcome, Registrar, Subscriber, TalkObserver } from '@klinke/calls'
import type { Clock, Logger, Random, Resource } from '@klinke/foundation'
import type { ApiRoutes, Area, BlobStore, ChangedRows, Database, MailSender, ProblemTable, Tx } from '@klinke/platform'
import type { Flow, IncomingRequest, IncomingSubscription, NotifierPackage, UserAgent } from '@klinke/sip'
import type { EndedCall } from '../call-records/ended-calls.ts'
import type { Naming } from '../call-view.ts'
import type { PbxParts } from '../calls/context.ts'
import type { DestinationFlows } from '../calls/route-to.ts'
import type { EventSink } from '../event-sources/sink.ts'
import type { Feature } from '../feature-codes/feature.ts'
import type { CallerNames } from '../phone-books/caller-names.ts'
import type { ExtensionPins } from '../pins/extension-pins.ts'
import type { QueueHistory } from '../queues/history.ts'
import type { Recorder } from '../recordings/recorder.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'

/**
 * A feature of the PBX as the rest sees it: what calls read of it, and what it can do once it is opened.
 * Everything else about a feature is its own folder's. `Part` is what it adds to a tenant's snapshot.
 */
export interface Slice<Part = undefined> {
  /** Whom its routes are open to: administrators with rights in this area, unless a route says otherwise. */
  readonly area: Area
  /** Absent for a feature without configuration. */
  readonly snapshot?: SnapshotPart<Part>
  /** Codes of the errors that its routes can give. */
  readonly problems?: ProblemTable
  /** Called once when the server starts. Live state (members signed in, parked calls) lives in the closure. */
  readonly open?: (services: Services) => OpenSlice
}

export interface SnapshotPart<Part> {
  /** The part of a tenant that has nothing of this feature. */
  readonly empty: Part
  /**
   * The parts of all tenants that `tx` sees, by tenant id: all of them for the operator, one for a tenant. A fixed
   * number of queries; row-level security narrows them, so that none names the tenant.
   */
  readonly load: (tx: Tx) => Promise<ReadonlyMap<string, Part>>
  /** The tables that `load` reads, each with `announce_tenant_changes`: what changes in others leaves the part as it is. */
  readonly tables: readonly string[]
  /**
   * One tenant's part after the named rows of its tables have changed: for tables that have a row per extension or number, which a large tenant does not
   * read whole for one of them. Undefined: this change is one that `load` has to tell.
   */
  follow?(tx: Tx, before: Part, changed: ChangedRows): Promise<Part | undefined>
}

/** What an opened feature gives to calls and to the API. */
export interface OpenSlice {
  /** How calls are led to the destinations that are this feature's. */
  readonly destinations?: DestinationFlows
  /** What users reach by a code. */
  readonly features?: readonly Feature[]
  readonly routes?: ApiRoutes
  /** Event packages whose subscriptions come here. */
  readonly events?: readonly EventService[]
  /** Told of each number that an extension dials, codes taken off; never of an emergency number. */
  readonly dialled?: Dialled
  /** Told of each call that an extension makes to a number, and what becomes of it; never of an emergency call. */
  readonly attempted?: Attempted
  /** Called once calls can be made, for what the feature does by itself. What it gives is closed when the server stops. */
  readonly begin?: Begin
  /** Told when the configuration of a tenant has become another one; `undefined`: there was none, or there is none any more. */
  readonly replaced?: Replaced
  /** Who has which number; one feature has it. */
  readonly names?: CallerNames
  /** Goes along with conversations; one feature has it. */
  readonly recorder?: Recorder
  /** Goes along with conversations, too; told after the recorder. */
  readonly talks?: TalkObserver
  /** Told of each call that is over. */
  readonly ended?: Ended
}

/** An event package (RFC 6665) that a feature serves to the tenant's phones. */
export interface EventService extends Omit<NotifierPackage, 'subscribed'> {
  /** A subscription of an extension that has proved itself: to be accepted or rejected. */
  subscribed(subscription: IncomingSubscription, subscriber: Subscriber): void
  /** Answers what the extension publishes of itself (RFC 3903); absent: 489. */
  published?(incoming: IncomingRequest, by: Subscriber): void
}

export type Replaced = (now: PbxSnapshot | undefined, before: PbxSnapshot | undefined) => void

/** `naming`: who stands in a phone book. */
export type Ended = (call: EndedCall, naming: Naming) => void

export type Dialled = (extensionId: string, number: string) => void

/** A call that an extension makes to a number. */
export interface Attempt {
  readonly tenant: PbxSnapshot
  readonly extension: Extension
  /** What is to be dialled to make the same call again, with the codes before the number. */
  readonly dialled: string
  readonly called: CallParty
  /** Its number is not shown outside, whoever asked for that. */
  readonly isHidden: boolean
}

/** The call begins; what it gives is told the outcome, unless the caller gives up before. */
export type Attempted = (attempt: Attempt) => AfterAttempt

/** May go on with a caller that was refused; gives the outcome that the call has then. */
export type AfterAttempt = (outcome: Outcome, call: Call, work: CallWork) => Outcome | Promise<Outcome>

/** What flows use beside their call. */
export type CallWork = Pick<Work, 'exchange' | 'pbx'>

/** What a feature works with by itself, beside the calls that come to it. */
export interface Work {
  readonly exchange: Exchange
  readonly pbx: PbxParts
  readonly phones: Phones
}

/** Registered phones, for features that tell them something outside calls. */
export interface Phones {
  /** Devices of an address of record, shared phones where it is logged in included. */
  readonly lookup: Registrar['lookup']
  /** Registrations as they come and go. */
  readonly changes: Registrar['changes']
  readonly request: UserAgent['request']
  /** The open flow with that id. */
  readonly flow: (flowId: string) => Flow | undefined
}

export type Begin = (work: Work) => Resource

/** What features stand on. */
export interface Services {
  readonly database: Database
  /** The tenants as calls see them now. */
  readonly directory: PbxDirectory
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  /** Where tenants' sound files are kept. */
  readonly blobs: BlobStore
  /** The installation's folder: each feature keeps its files in one of its own below it. */
  readonly dataDir: string
  /** Absent: this installation sends no mail. */
  readonly mail?: MailSender | undefined
  /** Where browsers reach the portal, for links in mails; without a slash behind it. Absent: nowhere. */
  readonly publicUrl?: string | undefined
  /** Servers in private networks may be asked by tenants' flows: only where all tenants are one's own. Absent: no. */
  readonly lookupsInPrivateNetworks?: boolean
  /** Where features tell what clients of the API follow. Absent: nobody does. */
  readonly sink?: EventSink | undefined
  /** Keeps what queues have done, for reports. Absent: nobody does. */
  readonly queueHistory?: QueueHistory | undefined
  /** Asked, in the transaction that has led a number there, whether a customer's trunk takes it; throws what forbids it. Absent: every trunk takes all. */
  readonly trunkTakes?: TrunkTakes | undefined
  /** All features with a code, of every slice; known once all are opened. */
  readonly features: () => readonly Feature[]
  /** The PINs of extensions, with one lock for all features. */
  readonly pins: ExtensionPins
}

export type TrunkTakes = (tx: Tx, trunkId: string) => Promise<void>

/** What a feature's ground is; the rest is made of it. */
export type Ground = Omit<Services, 'features' | 'pins'>
