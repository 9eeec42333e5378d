import { join } from 'node:path'
import { RunningProduct } from '@klinke/testbed'
import { eventDelays } from '../api/event-delay.ts'
import { type ApiGround, addApiGround } from '../api/ground.ts'
import { type LoadRequest, percentile, runLoad } from '../api/request-load.ts'
import type { Figure } from '../figure.ts'
import { spawnNode } from '../media-relay/child.ts'
import type { Log, Part } from '../part.ts'
import { UNDER_TEST } from '../signalling/cores.ts'
import { processorMs, treeProcessorMs } from '../signalling/process-tree.ts'

const root = join(import.meta.dirname, '../..')
const PER_SECOND = 200
const SECONDS = 15
/** Until the code is compiled. */
const WARM_UP_SECONDS = 4
const READS_AT_MOST_MS = 20
const WRITES_AT_MOST_MS = 50
const EVENTS_AT_MOST_MS = 200
/** Every fifth request changes something. */
const WRITE_EVERY = 5
const ROWS_OF_BARE = 10_000

interface Target {
  readonly name: string
  readonly next: (index: number) => LoadRequest
}

/** The REST API under 200 requests per second, with 1,000 tenants of whom one has 10,000 extensions, beside a bare Fastify route with one statement. */
export const api: Part = {
  name: 'api',
  async run(log) {
    await using product = await RunningProduct.start({ root, under: UNDER_TEST, environment: { KLINKE_LOG_LEVEL: 'warn' } })
    const events = await eventDelays(product)
    log(`  event: ${spread(events)}`)
    product.drain()
    await product.ended()
    const ground = await addApiGround(product.dataDirectory)
    await product.restart()
    const bare = await measure(await bareTarget(product.dataDirectory), log)
    const used = (): readonly number[] => [processorMs(product.pid), treeProcessorMs(product.pid)]
    const before = used()
    const klinke = await measure({ name: 'Klinke', next: requestsOf(new URL(product.demo.portal).origin, ground) }, log)
    const [main, all] = used().map((ms, index) => (ms - (before[index] ?? 0)) / (PER_SECOND * (SECONDS + WARM_UP_SECONDS)))
    log(`  processor time per request: ${main?.toFixed(2)} ms in the main process, ${all?.toFixed(2)} ms with the database`)
    const reads = { name: 'bare SELECT', value: percentile(bare.reads, 95) }
    const writes = { name: 'bare UPDATE', value: percentile(bare.writes, 95) }
    const rate = `${PER_SECOND} requests/s, 10,000 extensions in one of 1,000 tenants, p95`
    return [
      { what: `API: reads, ${rate}`, value: percentile(klinke.reads, 95), unit: 'ms', atMost: READS_AT_MOST_MS, peer: reads },
      { what: `API: writes, ${rate}`, value: percentile(klinke.writes, 95), unit: 'ms', atMost: WRITES_AT_MOST_MS, peer: writes },
      { what: 'events: INVITE to the event at a client, p95', value: percentile(events, 95), unit: 'ms', atMost: EVENTS_AT_MOST_MS },
    ] satisfies readonly Figure[]
  },
}

async function measure({ name, next }: Target, log: Log) {
  await runLoad({ perSecond: PER_SECOND, seconds: WARM_UP_SECONDS, next })
  const result = await runLoad({ perSecond: PER_SECOND, seconds: SECONDS, next })
  log(`  ${name}: reads ${spread(result.reads)}; writes ${spread(result.writes)}`)
  if (result.failed.length > 0) throw new Error(`${name}: ${result.failed.length} requests failed, such as ${result.failed[0]}`)
  return result
}

/** What an administrator's portal asks, of the large tenant and of small ones by turns: pages and single things, each fifth a change. */
function requestsOf(origin: string, { keys, operatorKeys, large, small }: ApiGround): Target['next'] {
  return (index) => {
    const inLarge = index % 2 === 0
    const [own, ids] = inLarge ? [keys, large] : [operatorKeys, small]
    const headers = { authorization: `Bearer ${own[(index >> 1) % own.length]}` }
    const id = ids[(index * 7_919) % ids.length] ?? ''
    const extension = `${origin}/api/v1/extensions/${id}`
    if (index % WRITE_EVERY === 0) return { method: 'PATCH', url: extension, headers, body: JSON.stringify({ name: `Renamed ${index}` }) }
    const urls = [extension, `${extension}/call-settings`, `${origin}/api/v1/extensions?limit=50`, `${origin}/api/v1/numbers?limit=20`]
    return { method: 'GET', url: urls[(index >> 1) % urls.length] ?? extension, headers }
  }
}

async function bareTarget(dataDirectory: string): Promise<Target> {
  const child = spawnNode(0, join(import.meta.dirname, '../api/bare-server.ts'), [dataDirectory])
  const { url } = await new Promise<{ url: string }>((resolve) => child.once('message', resolve))
  // Neither it nor the line to it keeps the benchmark from ending; when that ends, so does the child.
  child.unref()
  child.channel?.unref()
  const next = (index: number): LoadRequest => {
    const row = `${url}/bare/${(index * 7_919) % ROWS_OF_BARE}`
    if (index % WRITE_EVERY !== 0) return { method: 'GET', url: row }
    return { method: 'PATCH', url: row, body: JSON.stringify({ name: `Renamed ${index}` }) }
  }
  return { name: 'bare Fastify and pg', next }
}

function spread(values: readonly number[]): string {
  return `${[50, 95, 99, 100].map((percent) => `p${percent} ${percentile(values, percent).toFixed(1)}`).join(', ')} ms`
}
