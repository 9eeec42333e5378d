import { type EndpointStatistics, NOTHING_COUNTED } from '@klinke/rtp'

/** Counters of an endpoint with several media lines: added up; quality is that of the first line, the audio. */
export function sumOf(legs: readonly EndpointStatistics[]): EndpointStatistics {
  const total = (counter: 'packetsReceived' | 'bytesReceived' | 'packetsSent' | 'bytesSent' | 'packetsLost'): number =>
    legs.reduce((sum, leg) => sum + leg[counter], 0)
  return {
    ...(legs[0] ?? NOTHING_COUNTED),
    packetsReceived: total('packetsReceived'),
    bytesReceived: total('bytesReceived'),
    packetsSent: total('packetsSent'),
    bytesSent: total('bytesSent'),
    packetsLost: total('packetsLost'),
  }
}
