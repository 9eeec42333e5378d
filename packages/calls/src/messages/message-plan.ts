import type { Subscriber } from '../admission/subscriber.ts'

/** To whom a message goes, and how its sender is shown. */
export interface MessageWay {
  /** Whose devices get it (`Registrar.lookup`). */
  readonly addressOfRecord: string
  /** Values of From and To, without tags. */
  readonly from: string
  readonly to: string
}

/** Finds whom an extension writes to; `undefined`: nobody has that number. `dialled` is as in `Arrival`. */
export type MessagePlan = (sender: Subscriber, dialled: string) => MessageWay | undefined
