import { z } from 'zod'

const MAX_CALLERS = 200

/** Whether an extension's phone may be spoken to without anybody answering it. */
export interface IntercomSettings {
  readonly accepts: 'everyone' | 'named' | 'nobody'
  /** Ids of the extensions that may, where `accepts` is `named`. */
  readonly callers: readonly string[]
  /** What becomes of calls while the extension talks or wants none, and of callers that may not. */
  readonly otherwise: 'refuse' | 'ring'
}

export const DEFAULT_INTERCOM: IntercomSettings = { accepts: 'everyone', callers: [], otherwise: 'refuse' }

/** By extension id; those with the product's settings are not in it. */
export type Intercom = ReadonlyMap<string, IntercomSettings>

export const intercomSettings = z.strictObject({
  accepts: z.enum(['everyone', 'named', 'nobody']).describe('Whose calls the phone answers by itself'),
  callers: z.array(z.uuid()).max(MAX_CALLERS).describe('Ids of extensions, for "named"'),
  otherwise: z.enum(['refuse', 'ring']).describe('While it talks, for callers that may not: an announcement, or it rings as always'),
})

/** Whether `callerId` may speak to the phone of `extensionId`. */
export function maySpeakTo(intercom: Intercom, extensionId: string, callerId: string): boolean {
  const { accepts, callers } = intercom.get(extensionId) ?? DEFAULT_INTERCOM
  return accepts === 'everyone' || (accepts === 'named' && callers.includes(callerId))
}
