import { KlinkeError } from '@klinke/foundation'
import type { TransportTarget } from '@klinke/sip'
import { type ListenAddress, variableOf } from './listen-address.ts'

/** A connection was refused, timed out, was not trusted, or cannot be made from here. */
export class FlowNotOpened extends KlinkeError {
  constructor(target: TransportTarget, detail: string, cause?: unknown) {
    super(
      'flow-not-opened',
      `No ${target.protocol} connection to ${target.remote.address} port ${target.remote.port}: ${detail}.`,
      cause === undefined ? undefined : { cause },
    )
  }
}

/** Another program holds a port that SIP shall listen on. Stops the start. */
export class PortInUse extends KlinkeError {
  constructor(listen: ListenAddress) {
    super(
      'port-in-use',
      `${listen.protocol} port ${listen.port} on ${listen.address} is in use by another program. Stop that program, or choose another port with ${variableOf(listen.protocol)}.`,
    )
  }
}

/** An address or port to listen on cannot be had for another reason. Stops the start. */
export class CannotListen extends KlinkeError {
  constructor(listen: ListenAddress, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(
      'cannot-listen',
      `Cannot listen on ${listen.protocol} ${listen.address} port ${listen.port} (${why}). Check KLINKE_BIND_ADDRESSES and ${variableOf(listen.protocol)}.`,
      { cause },
    )
  }
}

/** What a failed bind means to the operator. */
export function listenError(listen: ListenAddress, cause: unknown): KlinkeError {
  return errorCode(cause) === 'EADDRINUSE' ? new PortInUse(listen) : new CannotListen(listen, cause)
}

/** A certificate and its key cannot be read, are none, or do not belong together. At start it stops the start. */
export class CertificateUnusable extends KlinkeError {
  /** The reason alone. */
  readonly why: string

  constructor(why: string, cause?: unknown, where = '') {
    const named = where === '' ? 'The certificate' : `The certificate ${where}`
    super('certificate-unusable', `${named} cannot be used: ${why}.`, cause === undefined ? undefined : { cause })
    this.why = why
  }
}

/** The system's name for an error, such as `ECONNREFUSED`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
