import { Diversion } from '../header/diversion.ts'
import { HistoryInfo } from '../header/history-info.ts'
import type { HeaderField } from '../user-agent/user-agent.ts'

/** Why a call was forwarded. */
export type ForwardingReason = 'unconditional' | 'user-busy' | 'no-answer' | 'unavailable'

/** Someone who has forwarded a call. */
export interface ForwardingHop {
  readonly uri: string
  readonly reason: ForwardingReason
}

/** Value of the URI parameter `cause` (RFC 4458 §2.1; 404 for who is not registered: 3GPP TS 24.604 §4.5.2.6). */
const CAUSES: Readonly<Record<ForwardingReason, string>> = {
  unconditional: '302',
  'user-busy': '486',
  'no-answer': '408',
  unavailable: '404',
}

/**
 * What tells `target` who has forwarded the call to it, the first one first: Diversion (RFC 5806) for those who read only
 * that, and History-Info (RFC 7044), where each entry is the target of the one before and says why that one passed the call on.
 */
export function forwardingHeaders(hops: readonly ForwardingHop[], target: string): readonly HeaderField[] {
  const [first] = hops
  if (first === undefined) return []
  const diversions = hops.toReversed().map(({ uri, reason }): HeaderField => {
    const params = [
      { name: 'reason', value: reason },
      { name: 'counter', value: '1' },
    ]
    return ['Diversion', Diversion.print({ displayName: undefined, uri, params })]
  })
  const history = [entry(first.uri, '1')]
  let index = '1'
  for (const [i, { reason }] of hops.entries()) {
    const next = hops[i + 1]?.uri ?? target
    history.push(entry(`${next};cause=${CAUSES[reason]}`, `${index}.1`, index))
    index = `${index}.1`
  }
  return [...diversions, ...history]
}

/** `mp`: the entry that this one is mapped from (RFC 7044 §10.1). */
function entry(uri: string, index: string, mappedFrom?: string): HeaderField {
  const params = [{ name: 'index', value: index }, ...(mappedFrom === undefined ? [] : [{ name: 'mp', value: mappedFrom }])]
  return ['History-Info', HistoryInfo.print({ displayName: undefined, uri, params })]
}

/** How often a request says that it was forwarded before: the sum of the counters (RFC 5806 §5), each 1 when absent. */
export function forwardingsSaid(
  diversions: readonly { readonly params: readonly { readonly name: string; readonly value: string | undefined }[] }[],
): number {
  return diversions.reduce((sum, { params }) => sum + counterOf(params.find(({ name }) => name === 'counter')?.value), 0)
}

function counterOf(value: string | undefined): number {
  return value !== undefined && /^\d{1,2}$/.test(value) ? Number(value) : 1
}
