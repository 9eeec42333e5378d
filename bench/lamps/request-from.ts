import type { OutgoingRequest, SocketAddress } from '@klinke/sip'
import { BENCH_DOMAIN, PASSWORD } from '../signalling/bench-tenant.ts'

/** What every request of extension `number` to `to` has, whatever its method. */
export function requestFrom(exchange: SocketAddress, number: string, to: string): Omit<OutgoingRequest, 'method'> {
  const address = (user: string): string => `sip:${user}@${BENCH_DOMAIN}`
  return {
    ...{ uri: address(to), from: `<${address(number)}>`, to: `<${address(to)}>` },
    destination: { targets: [{ protocol: 'UDP', remote: exchange }] },
    credentials: { username: number, password: PASSWORD },
  }
}

/** Registers an extension at that socket. */
export function registration(exchange: SocketAddress, number: string): OutgoingRequest {
  return { ...requestFrom(exchange, number, number), method: 'REGISTER', uri: `sip:${BENCH_DOMAIN}` }
}
