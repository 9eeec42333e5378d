import { directMediaEngine, embeddedMediaEngine } from '@klinke/media'
import type { MediaEngine } from '@klinke/rtp'
import { outwardAddress, usable } from './addresses.ts'
import type { Ground } from './klinke.ts'

/** The media engines: one that carries media through this machine, one that lets the parties exchange it themselves. */
export function openMedia({ configuration, clock, random, logger, scope }: Ground): { media: MediaEngine; directMedia: MediaEngine } {
  const { rtpPorts, mediaWorkers, bindAddresses, publicAddress } = configuration
  const bound = usable(bindAddresses)
  const media = embeddedMediaEngine({
    ...{ clock, random, logger, workers: mediaWorkers, ports: { from: rtpPorts.first, to: rtpPorts.last } },
    addresses: {
      ...family('IPv4', bound, publicAddress),
      ...family('IPv6', bound, publicAddress),
    },
  })
  scope.own({ close: () => media.close() })
  return { media, directMedia: directMediaEngine() }
}

function family(name: 'IPv4' | 'IPv6', bound: readonly string[], publicAddress: string | undefined) {
  const isOfFamily = (address: string): boolean => address.includes(':') === (name === 'IPv6')
  const bind = bound.find(isOfFamily)
  if (bind === undefined) return {}
  const advertised = publicAddress !== undefined && isOfFamily(publicAddress) ? publicAddress : outwardAddress(bind)
  return { [name]: { bind, advertised } }
}
