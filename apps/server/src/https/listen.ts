import { once } from 'node:events'
import type { Server } from 'node:net'
import { KlinkeError } from '@klinke/foundation'
import { usable } from '../compose/addresses.ts'

/** The address that web servers listen on: all when a wildcard is among the bind addresses, else the first. */
export function webAddress(bindAddresses: readonly string[]): string {
  const bound = usable(bindAddresses)
  return ['::', '0.0.0.0'].find((wildcard) => bound.includes(wildcard)) ?? bound[0] ?? '127.0.0.1'
}

/** Listens; gives the port, which 0 chose. Rejects with one line that names the variable. */
export async function listenAt(server: Server, host: string, port: number, variable: string): Promise<number> {
  try {
    server.listen({ host, port })
    await once(server, 'listening')
  } catch (error) {
    throw listenRefused(error, host, port, variable)
  }
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : port
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'this user may not open it (ports below 1024 need rights of their own)',
}

/** What a refused port means to the operator. */
export function listenRefused(error: unknown, address: string, port: number, variable: string): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  return new KlinkeError(
    'cannot-listen',
    `The web server cannot listen on TCP port ${port} of ${address}: ${REASONS[String(error.code)] ?? error.message}. ` +
      `Choose another port with ${variable}.`,
  )
}
