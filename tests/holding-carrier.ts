/** A carrier that takes the first call and does nothing with it; those that come after it pass on to a telephone. */
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'

export interface HoldingCarrier extends AsyncDisposable {
  readonly port: number
  /** Call-IDs of the calls that came, in order. */
  readonly calls: readonly string[]
  /** The first call was given up. */
  readonly isReleased: boolean
}

/** @param telephonePort where all calls but the first go, on this machine */
export async function holdingCarrier(telephonePort: number): Promise<HoldingCarrier> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const calls: string[] = []
  let exchangePort = 0
  let isReleased = false
  let invite = ''
  socket.on('message', (octets: Buffer, from: RemoteInfo) => {
    const message = octets.toString('latin1')
    if (from.port === telephonePort) return socket.send(octets, exchangePort, '127.0.0.1')
    exchangePort = from.port
    const [method = ''] = message.split(' ', 1)
    const callId = headerOf(message, 'Call-ID')
    if (method === 'INVITE' && !calls.includes(callId)) calls.push(callId)
    if (method !== 'OPTIONS' && callId !== calls[0]) return socket.send(octets, telephonePort, '127.0.0.1')
    if (method === 'INVITE') invite = message
    isReleased ||= method === 'CANCEL'
    if (method === 'INVITE') answer(socket, from, message, '100 Trying')
    else if (method !== 'ACK') answer(socket, from, message, '200 OK')
    if (method === 'CANCEL') answer(socket, from, invite, '487 Request Terminated')
  })
  return {
    port: socket.address().port,
    calls,
    get isReleased() {
      return isReleased
    },
    [Symbol.asyncDispose]: async () => {
      socket.close()
      await once(socket, 'close')
    },
  }
}

function headerOf(message: string, name: string): string {
  return new RegExp(`^${name}: *(.*)\r$`, 'im').exec(message)?.[1] ?? ''
}

function answer(socket: Socket, { port, address }: RemoteInfo, request: string, status: string): void {
  const copied = ['Via', 'From', 'Call-ID', 'CSeq'].map((name) => `${name}: ${headerOf(request, name)}`)
  const to = `To: ${headerOf(request, 'To')};tag=holding`
  socket.send([`SIP/2.0 ${status}`, ...copied, to, 'Content-Length: 0', '', ''].join('\r\n'), port, address)
}
