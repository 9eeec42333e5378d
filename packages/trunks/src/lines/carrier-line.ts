import type { Clock, Logger, Random } from '@klinke/foundation'
import type { Resolver, Transport, TransportTarget, UserAgent } from '@klinke/sip'
import type { CarrierStatus } from './carrier-status.ts'

/** What lines stand on. */
export interface LineParts {
  readonly userAgent: Pick<UserAgent, 'request'>
  readonly transport: Pick<Transport, 'open' | 'flow' | 'send' | 'advertised'>
  readonly resolver: Resolver
  /** For the names that customers give their own carriers and PBXs: never leads into networks of ours; absent: the same. */
  readonly guardedResolver?: Resolver
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

/** How requests reach a carrier now. */
export interface CarrierWay {
  /** Places to try in this order; never empty. A registered line begins with the place it is registered at. */
  readonly targets: readonly TransportTarget[]
  /** Route set that the registrar gave (Service-Route, RFC 3608 §5). */
  readonly route: readonly string[]
}

/** The standing relation to one carrier: a registration that is kept, or an address that is watched. */
export interface CarrierLine {
  status(): CarrierStatus
  /** The flow it is registered over: what comes in over it is from the carrier. */
  flowId(): string | undefined
  /** `undefined` until the carrier's name has been resolved. */
  way(): CarrierWay | undefined
  /** A call over it found nobody: it is looked at now instead of at the next turn. */
  suspect(): void
  /** Ends the line, within `FAREWELL_MS` whatever the carrier does. */
  close(): Promise<void>
}
