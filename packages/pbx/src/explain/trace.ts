import type { QualitySample } from '@klinke/rtp'
import { type LadderMessage, ladderMessage, type MessageTrace } from '@klinke/sip'

/** Columns of a ladder: further devices of one call are left out. */
export const MAX_DIALOGS = 50
/** Rungs of a ladder, oldest first. */
export const MAX_RUNGS = 200

/** A dialog of a call: whose it is. */
export interface TracedDialog {
  readonly sipCallId: string
  /** As the record names the party. */
  readonly number: string
}

/** A message, and with whom it was exchanged. */
export interface Rung extends LadderMessage {
  readonly party: string
}

/** What is kept of a call beside its record. */
export interface CallTrace {
  readonly ladder: readonly Rung[]
  readonly samples: { readonly caller: readonly QualitySample[]; readonly called: readonly QualitySample[] }
}

/** The messages of all dialogs of a call in the order in which they passed. */
export function ladderOf(trace: Pick<MessageTrace, 'of'>, dialogs: readonly TracedDialog[]): readonly Rung[] {
  const passed = dialogs.flatMap(({ sipCallId, number }) => trace.of(sipCallId).map((message) => ({ message, party: number })))
  return passed
    .sort((a, b) => a.message.atMs - b.message.atMs)
    .slice(0, MAX_RUNGS)
    .flatMap(({ message, party }) => {
      const read = ladderMessage(message)
      return read === undefined ? [] : [{ ...read, party }]
    })
}
