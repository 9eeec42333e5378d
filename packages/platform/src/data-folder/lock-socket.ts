import { once } from 'node:events'
import { createConnection, createServer, type Server, type Socket } from 'node:net'

/** Who does not answer by then is stopped or busy, and may hold the lock. */
const ANSWER_WITHIN_MS = 2_000

/** A Unix socket that tells everyone who connects whether its process holds the lock or still asks for it. */
export class LockSocket {
  state: 'held' | 'asking' = 'asking'
  readonly #server: Server

  private constructor() {
    this.#server = createServer((connection) => {
      // Who asks may go before the answer; nothing is lost by that.
      connection.on('error', () => undefined)
      connection.end(this.state)
    }).unref()
  }

  static async open(path: string): Promise<LockSocket> {
    const socket = new LockSocket()
    const listening = once(socket.#server, 'listening')
    socket.#server.listen(path)
    await listening
    return socket
  }

  /** What the process behind a socket says; only the kernel's refusal shows that it is dead. */
  static async ask(path: string): Promise<'held' | 'asking' | 'dead'> {
    const connection = createConnection(path)
    try {
      await once(connection, 'connect')
      return (await answerOf(connection)) === 'asking' ? 'asking' : 'held'
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      return code === 'ECONNREFUSED' || code === 'ENOENT' ? 'dead' : 'held'
    } finally {
      connection.destroy()
    }
  }

  /** From now on nobody is answered. */
  close(): void {
    this.#server.close()
  }
}

async function answerOf(connection: Socket): Promise<string> {
  const answer: unknown[] = await once(connection, 'data', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
  return String(answer[0])
}
