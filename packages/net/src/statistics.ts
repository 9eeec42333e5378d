/** What the sockets did since start. Plain counters, for metrics. */
export interface TransportCounters {
  messagesReceived: number
  messagesSent: number
  /** Datagrams that are neither SIP, STUN nor a keep-alive. */
  garbage: number
  keepAlives: number
  /** Messages dropped, or readings paused, because a source sent too many. */
  rateLimited: number
  /** Connections refused for a limit. */
  connectionsRefused: number
  /** Connections closed for breaking the rules: slow, oversized, unframable, not reading. */
  connectionsBroken: number
  sendFailures: number
}

export function newCounters(): TransportCounters {
  return {
    messagesReceived: 0,
    messagesSent: 0,
    garbage: 0,
    keepAlives: 0,
    rateLimited: 0,
    connectionsRefused: 0,
    connectionsBroken: 0,
    sendFailures: 0,
  }
}
