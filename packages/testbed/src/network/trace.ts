import type { SocketAddress } from '@klinke/sip'

/** Lines kept: enough for the last few calls in a failure message. */
const TRACE_LIMIT = 400

/** What went over a simulated network, first line of each message, oldest first. For failure messages. */
export class NetworkTrace {
  readonly #lines: string[] = []

  note(atMs: number, protocol: string, from: SocketAddress, to: SocketAddress, message: Uint8Array, fate: string): void {
    const end = message.indexOf(13)
    const firstLine = Buffer.from(message.subarray(0, end < 0 ? 60 : end)).toString('latin1')
    this.#lines.push(`${atMs.toFixed(1).padStart(10)} ${protocol.padEnd(3)} ${show(from)} → ${show(to)} ${firstLine}${fate}`)
    if (this.#lines.length > TRACE_LIMIT) this.#lines.shift()
  }

  toString(): string {
    return this.#lines.join('\n')
  }
}

/** `address:port`, IPv6 in brackets. */
export function show({ address, port }: SocketAddress): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}
