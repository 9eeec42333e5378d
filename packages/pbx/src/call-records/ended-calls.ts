import type { CallAnswered, CallEnded, CallRecords, CallStarted } from '@klinke/calls'

/** A call that is over, from its start on. */
export interface EndedCall {
  readonly started: CallStarted
  /** Absent: nobody and nothing has answered it. */
  readonly answered?: CallAnswered | undefined
  readonly ended: CallEnded
}

/** The call records, and beside them each call told once it is over. Not told: calls that a crash cut off. */
export function tellingEnded(records: CallRecords, tell: (call: EndedCall) => void): CallRecords {
  const open = new Map<string, Omit<EndedCall, 'ended'>>()
  return {
    started: (started) => {
      records.started(started)
      open.set(started.id, { started })
    },
    answered: (answered) => {
      records.answered(answered)
      const call = open.get(answered.id)
      if (call !== undefined) open.set(answered.id, { ...call, answered })
    },
    ended: (ended) => {
      records.ended(ended)
      const call = open.get(ended.id)
      open.delete(ended.id)
      if (call !== undefined) tell({ ...call, ended })
    },
    charged: (...what) => records.charged(...what),
    alive: (...what) => records.alive(...what),
    dialled: (...what) => records.dialled?.(...what),
    refused: (...what) => records.refused?.(...what),
  }
}
