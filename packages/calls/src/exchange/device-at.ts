import type { EndpointProfile } from '@klinke/rtp'
import type { Flow } from '@klinke/sip'
import type { Binding } from '../registrar/registrar.ts'
import type { Device } from './exchange.ts'

/** The address of ours that the peer of a flow reaches (`Transport.advertised`). */
export type OwnAddress = (flow: Flow) => string

/** Over the flow it registered on a phone is reached behind NAT (RFC 5626 §5.3); with the flow gone only its address is left. */
export function deviceAt(binding: Binding, flow: Flow | undefined, localAddress: OwnAddress | undefined): Device {
  return {
    uri: binding.contactUri,
    destination: flow === undefined ? 'resolve' : { flow },
    route: binding.path,
    media: speaksWebRtc(binding, flow) ? { ...mediaOver(flow, localAddress), srtp: 'dtls' } : mediaOver(flow, localAddress),
    addressOfRecord: binding.addressOfRecord,
    registrationId: binding.id,
  }
}

/** A browser registers over WebSocket and says that it has ICE (RFC 7118, RFC 5768): it takes WebRTC and nothing else. */
function speaksWebRtc({ parameters = '' }: Binding, flow: Flow | undefined): boolean {
  return (flow?.protocol === 'WS' || flow?.protocol === 'WSS') && /;\s*\+sip\.ice(?:[;=]|$)/i.test(parameters)
}

/** A phone with encrypted signalling gets encrypted media (RFC 4568 §8.3: the key is in the signalling); otherwise plain first. */
export function mediaOver(flow: Flow | undefined, localAddress: OwnAddress | undefined): EndpointProfile {
  const encrypted = flow?.protocol === 'TLS' || flow?.protocol === 'WSS'
  return {
    srtp: encrypted ? 'required' : 'offered',
    addressFamily: flow?.remote.address.includes(':') ? 'IPv6' : 'IPv4',
    ...(flow !== undefined && localAddress !== undefined && { localAddress: localAddress(flow) }),
  }
}
