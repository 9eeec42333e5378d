import type { EndCause, LegMedia, RefusedRequest, RoutingStep } from '@klinke/calls'
import type { LadderMessage } from '@klinke/sip'

/** All that is known of a call, or of a request that became none. What is no longer kept is empty; a diagnosis makes do with what there is. */
export interface Evidence {
  /** Absent: the call goes on, or never was one. */
  readonly cause: EndCause | undefined
  readonly sipStatus: number | undefined
  readonly direction: 'internal' | 'inbound' | 'outbound'
  readonly emergency: boolean
  readonly callerNumber: string
  /** As dialled. */
  readonly calledNumber: string
  /** Time between answer and end; absent: not answered. */
  readonly talkedSeconds: number | undefined
  readonly steps: readonly RoutingStep[]
  readonly ladder: readonly LadderMessage[]
  /** Call-ID of the caller's dialog: the other ones in the ladder are of called parties. */
  readonly callerCallId: string
  readonly media: { readonly caller: LegMedia | undefined; readonly called: LegMedia | undefined }
  /** Present: there was no call. */
  readonly refused: Pick<RefusedRequest, 'method' | 'account' | 'source' | 'reason' | 'status' | 'dialled'> | undefined
}

/** What the words of a cause name: numbers, names, figures. */
export type Facts = Readonly<Record<string, string>>

/** The last step of that name. */
export function lastStep({ steps }: Evidence, ...names: readonly string[]): RoutingStep | undefined {
  return steps.findLast(({ step }) => names.includes(step))
}

/** Final refusals of INVITEs that came from called parties, oldest first. */
export function refusalsHeard({ ladder, callerCallId }: Evidence): readonly LadderMessage[] {
  return ladder.filter(
    ({ direction, method, status = 0, sipCallId }) =>
      direction === 'received' && method === 'INVITE' && status >= 300 && sipCallId !== callerCallId && status !== 401 && status !== 407,
  )
}
