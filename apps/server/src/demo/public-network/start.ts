import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { KlinkeError } from '@klinke/foundation'
import { type PublicNetworkReady, type PublicNetworkSettings, readySchema } from './settings.ts'

const READY_LIMIT_MS = 20_000
const STOP_LIMIT_MS = 3_000

export class PublicNetworkNotStarted extends KlinkeError {
  constructor(why: string) {
    super('public-network-not-started', `The simulated public network did not start: ${why}.`)
  }
}

/** The running process of the simulated public network. */
export interface PublicNetworkProcess extends PublicNetworkReady {
  stop(): Promise<void>
}

/**
 * Starts the simulated public network as a process of its own, as a carrier is another machine. It ends with
 * this process at the latest, because it ends with its standard input. Its log goes to `log`, line by line.
 */
export async function startPublicNetwork(settings: PublicNetworkSettings, log: (line: string) => void): Promise<PublicNetworkProcess> {
  const script = join(import.meta.dirname, 'main.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], { stdio: ['pipe', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  createInterface(child.stderr).on('line', log)
  // It may end before it has read: the exit tells of that.
  child.stdin.on('error', () => undefined)
  child.stdin.write(`${JSON.stringify(settings)}\n`)
  const stop = async (): Promise<void> => {
    child.stdin.end()
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await exited
    clearTimeout(timer)
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), READY_LIMIT_MS)
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), exited.then(() => undefined)])
  clearTimeout(timer)
  const text: unknown = line?.[0]
  if (typeof text !== 'string') throw new PublicNetworkNotStarted('its process ended; its log says why')
  return { ...readySchema.parse(JSON.parse(text)), stop }
}
