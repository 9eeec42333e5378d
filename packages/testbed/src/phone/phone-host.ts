import type { Transport, TransportReceiver } from '@klinke/sip'

/** The machine a `ScriptedPhone` runs on: simulated, or with a real connection. */
export interface PhoneHost extends Transport {
  /** Its own, and that of its media. */
  readonly address: string
  /** Where its media is, if there is any. */
  readonly mediaPort?: number
  attach(receiver: TransportReceiver): void
}
