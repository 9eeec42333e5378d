/** A telephone's session description: one G.711 line. */
export function describe(port: number): string {
  const lines = [
    'v=0',
    `o=- ${port} 1 IN IP4 127.0.0.1`,
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    `m=audio ${port} RTP/AVP 8`,
    'a=rtpmap:8 PCMA/8000',
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** Port of the first media line. */
export function portOf(sdp: string): number {
  const port = /^m=\w+ (\d+)/m.exec(sdp)?.[1]
  if (!port) throw new Error(`no media line in ${sdp}`)
  return Number(port)
}
