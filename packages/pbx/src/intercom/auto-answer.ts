import type { DialTarget } from '@klinke/calls'
import type { HeaderField } from '@klinke/sip'
import type { PbxSnapshot } from '../snapshot.ts'

/**
 * What makes phones answer by themselves, on the loudspeaker: `info=alert-autoanswer` is read by Snom, Yealink, Poly and Mitel,
 * `answer-after` by Grandstream, Snom, Cisco and Gigaset, and Answer-Mode is the standard's word (RFC 5373). None is required: a phone
 * that knows none of them, or whose user has forbidden it, rings, and Require would make it refuse the call (RFC 5373 §4.2).
 */
function autoAnswerHeaders({ sipDomain }: Pick<PbxSnapshot, 'sipDomain'>): readonly HeaderField[] {
  return [
    ['Alert-Info', '<http://127.0.0.1>;info=alert-autoanswer;delay=0'],
    ['Call-Info', `<sip:${sipDomain.toLowerCase()}>;answer-after=0`],
    ['Answer-Mode', 'Auto'],
  ]
}

/** The same devices, asked to answer by themselves instead of ringing in some way. */
export function autoAnswering(targets: readonly DialTarget[], tenant: Pick<PbxSnapshot, 'sipDomain'>): readonly DialTarget[] {
  const headers = autoAnswerHeaders(tenant)
  return targets.map((target) => ({ ...target, headers }))
}
