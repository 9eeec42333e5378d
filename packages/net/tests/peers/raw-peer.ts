import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, isIPv6 } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as tlsConnect } from 'node:tls'
import { Channel } from '@klinke/foundation'
import type { TransportProtocol } from '@klinke/sip'
import { WebSocket } from 'ws'

/** A bare socket at the other end: what the transport under test cannot have written itself. */
export interface RawPeer {
  readonly port: number
  /** Writes bytes as they are: one datagram, one WebSocket message, or a piece of a stream. */
  write(bytes: string | Uint8Array): void
  /** The next bytes that come in; `undefined` once the transport has closed. */
  read(): Promise<Buffer | undefined>
  /** Leaves what comes in to the system's buffers from now on. */
  stopReading(): void
  close(): void
}

export interface Where {
  readonly address: string
  readonly port: number
}

/** Connects to a transport with bare sockets. Certificates are not checked here. `from`: an own address other than the usual one. */
export function connectPeer(protocol: TransportProtocol, to: Where, from?: string): Promise<RawPeer> {
  const own = from === undefined ? {} : { localAddress: from }
  switch (protocol) {
    case 'UDP':
      return udpPeer(to, from)
    case 'TCP':
      return streamPeer(connect({ port: to.port, host: to.address, ...own }), 'connect')
    case 'TLS':
      return streamPeer(tlsConnect({ port: to.port, host: to.address, ...own, rejectUnauthorized: false }), 'secureConnect')
    case 'WS':
    case 'WSS':
      return webSocketPeer(`${protocol.toLowerCase()}://${isIPv6(to.address) ? `[${to.address}]` : to.address}:${to.port}/sip`, own)
  }
}

async function udpPeer(to: Where, from = isIPv6(to.address) ? '::1' : '127.0.0.1'): Promise<RawPeer> {
  const socket = createSocket(isIPv6(to.address) ? 'udp6' : 'udp4')
  const inbox = new Channel<Buffer>(1000)
  socket.on('message', (datagram) => inbox.send(datagram))
  socket.bind(0, from)
  await once(socket, 'listening')
  return {
    port: socket.address().port,
    write: (bytes) => socket.send(bytes, to.port, to.address),
    read: () => inbox.receive(),
    stopReading: () => undefined,
    close: () => {
      inbox.close()
      socket.close()
    },
  }
}

async function streamPeer(socket: Duplex & { readonly localPort?: number | undefined }, ready: string): Promise<RawPeer> {
  const inbox = new Channel<Buffer>(1000)
  socket.on('data', (chunk: Buffer) => inbox.send(chunk))
  socket.on('error', () => inbox.close())
  socket.on('close', () => inbox.close())
  await once(socket, ready)
  return {
    port: socket.localPort ?? 0,
    write: (bytes) => void socket.write(bytes),
    read: () => inbox.receive(),
    stopReading: () => void socket.pause(),
    close: () => void socket.destroy(),
  }
}

async function webSocketPeer(url: string, own: { readonly localAddress?: string }): Promise<RawPeer> {
  const socket = new WebSocket(url, 'sip', { ...own, rejectUnauthorized: false })
  const inbox = new Channel<Buffer>(1000)
  let port = 0
  socket.on('upgrade', (response) => {
    port = response.socket.localPort ?? 0
  })
  socket.on('message', (data) => inbox.send(Buffer.isBuffer(data) ? data : Buffer.from([])))
  socket.on('error', () => inbox.close())
  socket.on('close', () => inbox.close())
  await once(socket, 'open')
  return {
    port,
    write: (bytes) => socket.send(bytes),
    read: () => inbox.receive(),
    stopReading: () => socket.pause(),
    close: () => socket.terminate(),
  }
}
