import type { HeaderField, TransportProtocol } from '@klinke/sip'
import type { BoundContact } from './bound-contact.ts'
import type { RegisterAnswer } from './registrar.ts'

/**
 * How often a device shall send a keep-alive over its flow (RFC 5626 §4.4): NATs forget UDP bindings after 30 s and
 * more, TCP ones after minutes.
 */
const FLOW_TIMER_SECONDS: Readonly<Record<TransportProtocol, number>> = { UDP: 25, TCP: 120, TLS: 120, WS: 120, WSS: 120 }

/** The 200 to a REGISTER: all current bindings with the time they have left (RFC 3261 §10.3 step 8), Path (RFC 3327 §5.3), outbound (RFC 5626 §6). */
export function registered(
  bindings: readonly BoundContact[],
  nowMs: number,
  request: { readonly path: readonly string[]; readonly outboundOver: TransportProtocol | undefined },
): RegisterAnswer {
  const headers: HeaderField[] = []
  for (const { contactUri, parameters, endsAtMs } of bindings) {
    const leftSeconds = Math.max(1, Math.ceil((endsAtMs - nowMs) / 1000))
    headers.push(['Contact', `<${contactUri}>;expires=${leftSeconds}${parameters}`])
  }
  for (const hop of request.path) headers.push(['Path', hop])
  headers.push(['Supported', 'path, outbound'])
  if (request.outboundOver !== undefined) {
    headers.push(['Require', 'outbound'], ['Flow-Timer', String(FLOW_TIMER_SECONDS[request.outboundOver])])
  }
  return { status: 200, headers }
}
