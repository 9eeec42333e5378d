import { type AddressInfo, createServer, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server that takes everything, or refuses every recipient; what it took. */
export async function testMailServer(refuses = false) {
  const taken: string[] = []
  const waiting: (() => void)[] = []
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onRcptTo: (_address, _session, done) => done(refuses ? new Error('no such user') : null),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString())
        done()
        for (const wake of waiting.splice(0)) wake()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()))
  /** The next mail, or one that is there already. */
  const next = async (): Promise<string> => {
    while (taken.length === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    return taken.shift() ?? ''
  }
  return { taken, next, url: `smtp://127.0.0.1:${port}`, [Symbol.asyncDispose]: close }
}

/** A mail server that takes connections and says nothing; whoever talks to it is cut off when it is disposed of. */
export async function silentMailServer() {
  const asked = Promise.withResolvers<void>()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    asked.resolve()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    /** Somebody has connected. */
    asked: asked.promise,
    url: `smtp://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
