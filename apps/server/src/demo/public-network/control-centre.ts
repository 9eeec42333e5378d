import { Buffer } from 'node:buffer'
import type { IncomingInvite } from '@klinke/sip'

/** What the control centre was told of who calls for help, as it came over the wire. */
export interface HelpCall {
  readonly called: '110' | '112'
  /** Values of the header fields; null: not there. */
  readonly from: string | null
  readonly assertedIdentity: string | null
  readonly preferredIdentity: string | null
  readonly privacy: string | null
  /** Where the location object is, and the object itself (RFC 6442). */
  readonly geolocation: string | null
  readonly location: string | null
}

/** Calls that are remembered; of more the oldest is forgotten. */
const MAX_REMEMBERED = 100

/** The control centres of the simulation: they remember what they were sent. */
export class ControlCentre {
  #calls: readonly HelpCall[] = []

  /** The oldest first. */
  get calls(): readonly HelpCall[] {
    return this.#calls
  }

  note(called: HelpCall['called'], { request: { headers }, parts }: IncomingInvite): void {
    const value = (name: string): string | null => headers.get(name) ?? null
    const object = parts.find((part) => part.headers.get('Content-Type')?.startsWith('application/pidf+xml'))
    const call = {
      ...{ called, from: value('From'), assertedIdentity: value('P-Asserted-Identity') },
      ...{ preferredIdentity: value('P-Preferred-Identity'), privacy: value('Privacy') },
      ...{ geolocation: value('Geolocation'), location: object === undefined ? null : Buffer.from(object.body).toString() },
    }
    this.#calls = [...this.#calls.slice(1 - MAX_REMEMBERED), call]
  }
}
