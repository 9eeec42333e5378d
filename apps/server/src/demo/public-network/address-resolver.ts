import { isIP } from 'node:net'
import { parseSip, type Resolver, type TransportTarget } from '@klinke/sip'

const DEFAULT_PORT = 5060

/** Finds peers on this machine by their address: the simulation has no names. */
export const addressResolver: Resolver = {
  resolve: (text): Promise<readonly TransportTarget[]> => {
    const uri = parseSip(text)
    if (!uri || isIP(uri.host) === 0) return Promise.resolve([])
    return Promise.resolve([{ protocol: 'UDP', remote: { address: uri.host, port: uri.port ?? DEFAULT_PORT } }])
  },
}
