import { z } from 'zod'

/** How an extension's phone is called for a call that its user makes, or answers, by a program. */
export interface CallControlSettings {
  /** The phone is asked to answer by itself; otherwise it rings, and the call is made when its user takes it up. */
  readonly autoAnswer: boolean
}

export const DEFAULT_CALL_CONTROL: CallControlSettings = { autoAnswer: true }

/** By extension id; those with the product's settings are not in it. */
export type CallControl = ReadonlyMap<string, CallControlSettings>

export const callControlSettings = z.strictObject({
  autoAnswer: z
    .boolean()
    .describe(
      'Its phone is asked to answer by itself when its user makes a call by a program; otherwise it rings, and is taken up by hand',
    ),
})
