import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * A port on 127.0.0.1 that is free for UDP and TCP now. Someone may take it before it is used; the kernel
 * hands out ephemeral ports far apart, so that in practice nobody does.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const tcp = createServer().listen(0, '127.0.0.1')
    await once(tcp, 'listening')
    const address = tcp.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const isFree = await isFreeForUdp(port)
    tcp.close()
    if (isFree) return port
  }
}

function isFreeForUdp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const udp = createSocket('udp4')
    udp.once('error', () => resolve(false))
    udp.bind(port, '127.0.0.1', () => udp.close(() => resolve(true)))
  })
}
