import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** One request of the load. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface RequestLoad {
  readonly perSecond: number
  readonly seconds: number
  /** The request with that index. */
  readonly next: (index: number) => LoadRequest
}

/** What became of the requests: milliseconds from when each was due until its answer was read, so that a server that stalls cannot hide it. */
export interface LoadResult {
  readonly reads: readonly number[]
  readonly writes: readonly number[]
  readonly failed: readonly string[]
}

/** Sends requests at a fixed rate, whatever becomes of those before. */
export async function runLoad({ perSecond, seconds, next }: RequestLoad): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const [reads, writes, failed]: [number[], number[], string[]] = [[], [], []]
  const startMs = performance.now()
  const underWay: Promise<void>[] = []
  for (let index = 0; index < perSecond * seconds; index++) {
    const dueMs = startMs + (index * 1_000) / perSecond
    const waitMs = dueMs - performance.now()
    if (waitMs > 0) await delay(waitMs)
    const wanted = next(index)
    underWay.push(
      send(agent, wanted).then((status) => {
        if (status < 200 || status > 299) failed.push(`${wanted.method} ${wanted.url}: ${status}`)
        else (wanted.method === 'GET' ? reads : writes).push(performance.now() - dueMs)
      }),
    )
  }
  await Promise.all(underWay)
  agent.destroy()
  return { reads, writes, failed }
}

function send(agent: Agent, { method, url, headers = {}, body }: LoadRequest): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const sent = request(url, { agent, method, headers: { ...type, ...headers } }, (answer) => {
    answer.resume()
    answer.on('end', () => resolve(answer.statusCode ?? 0))
  })
  sent.on('error', reject)
  sent.end(body)
  return promise
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? 0
}
