import type { EndpointStatistics } from '@klinke/rtp'

export const NO_STATISTICS: EndpointStatistics = {
  packetsReceived: 0,
  bytesReceived: 0,
  packetsSent: 0,
  bytesSent: 0,
  packetsLost: 0,
  jitterMs: 0,
  roundTripMs: undefined,
  mos: undefined,
  codec: undefined,
}

/** Counters of an endpoint with several media lines: added up; quality is that of the first line, the audio. */
export function sumOf(legs: readonly EndpointStatistics[]): EndpointStatistics {
  const total = (counter: 'packetsReceived' | 'bytesReceived' | 'packetsSent' | 'bytesSent' | 'packetsLost'): number =>
    legs.reduce((sum, leg) => sum + leg[counter], 0)
  return {
    ...(legs[0] ?? NO_STATISTICS),
    packetsReceived: total('packetsReceived'),
    bytesReceived: total('bytesReceived'),
    packetsSent: total('packetsSent'),
    bytesSent: total('bytesSent'),
    packetsLost: total('packetsLost'),
  }
}
