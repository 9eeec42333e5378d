/** A whole request with a body, as a phone sends it. */
export function request(callId: string, body = ''): string {
  return [
    'MESSAGE sip:10@example.com SIP/2.0',
    'Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bK1',
    'From: <sip:11@example.com>;tag=1',
    'To: <sip:10@example.com>',
    `Call-ID: ${callId}`,
    'CSeq: 1 MESSAGE',
    'Max-Forwards: 70',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}
