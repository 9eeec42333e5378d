import { KlinkeError } from '@klinke/foundation'

/** The caller gave up before the INVITE had its final response. */
export class InviteAbandoned extends KlinkeError {
  /** Reason headers of the CANCEL, such as `SIP;cause=200;text="Call completed elsewhere"` (RFC 3326). */
  readonly reasons: readonly string[]

  constructor(how: string, reasons: readonly string[] = []) {
    super('invite-abandoned', `The caller gave up: ${how}.`)
    this.reasons = reasons
  }
}
