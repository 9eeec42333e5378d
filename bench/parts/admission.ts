import { join } from 'node:path'
import { eventually, RunningProduct } from '@klinke/testbed'
import { benchDecision } from '../admission/decision.ts'
import { TimedPhone } from '../admission/timed-phone.ts'
import type { Figure } from '../figure.ts'
import type { Log, Part } from '../part.ts'
import { UNDER_TEST } from '../signalling/cores.ts'

const root = join(import.meta.dirname, '../..')
const CALLS = 50
/** Until the code is compiled. */
const WARM_UP = 10
const AT_MOST_MS = 100
const NUMBER = '+493023125777'

/** The decision, and an emergency call that has to end another call: from the INVITE of the telephone, which is challenged, to the one at the carrier. */
export const admission: Part = {
  name: 'admission',
  async run(log) {
    await using product = await RunningProduct.start({ root, under: UNDER_TEST, environment: { KLINKE_LOG_LEVEL: 'warn' } })
    await using anna = await TimedPhone.open(product, '10', { kind: 'ring' })
    await using bea = await TimedPhone.open(product, '11', { kind: 'ring' })
    await using carrier = await TimedPhone.open(product, undefined, { kind: 'answer', afterMs: 0 })
    await oneChannel(product, carrier.port)
    const delays: number[] = []
    for (let call = -WARM_UP; call < CALLS; call++) {
      const ms = await preempt(anna, bea, carrier)
      await eventually('the free channel', () => isFree(product))
      if (call >= 0) delays.push(ms)
    }
    return [benchDecision(), ...figuresOf(delays, log)]
  },
}

/** The demo customer has one channel, and the carrier of the benchmark is asked first. */
async function oneChannel(product: RunningProduct, port: number): Promise<void> {
  const { items } = (await product.get('/tenants')) as { readonly items: readonly { readonly id: string }[] }
  for (const { id } of items) {
    await accepted(product.request('PATCH', `/tenants/${id}`, { profile: { admission: { channels: { both: 1 } } } }))
  }
  const authentication = { kind: 'fixed-ip', addresses: ['127.0.0.1'] }
  await accepted(product.request('POST', '/carriers', { name: 'bench', host: '127.0.0.1', port, authentication, priority: 1 }))
}

async function accepted(response: Promise<Response>): Promise<void> {
  const answer = await response
  if (!answer.ok) throw new Error(await answer.text())
}

async function isFree(product: RunningProduct): Promise<boolean> {
  type Usage = { readonly items: readonly { readonly channels: { readonly in: number; readonly out: number } }[] }
  const { items } = (await product.get('/channel-usage')) as Usage
  return items.every(({ channels }) => channels.in + channels.out === 0)
}

/** Anna talks over the only channel; Bea calls for help. */
async function preempt(anna: TimedPhone, bea: TimedPhone, carrier: TimedPhone): Promise<number> {
  const answered = carrier.next('ACK ')
  const talk = anna.phone.call(NUMBER)
  await answered
  const help = carrier.next('INVITE sip:112@')
  const gone = carrier.next('BYE ')
  const sentMs = performance.now()
  const call = bea.phone.call('112')
  const [helpMs, goneMs] = await Promise.all([help, gone])
  if (goneMs > helpMs) throw new Error('The INVITE came before the channel was free.')
  await talk.over
  call.hangUp()
  await call.over
  return helpMs - sentMs
}

function figuresOf(delays: readonly number[], log: Log): readonly Figure[] {
  const sorted = [...delays].sort((a, b) => a - b)
  const at = (percent: number): number => sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? 0
  log(`  preemption: p50 ${at(50).toFixed(1)} ms, p99 ${at(99).toFixed(1)} ms`)
  const what = 'emergency call that ends another call: INVITE of the telephone to INVITE at the carrier'
  return [50, 99].map((percent) => ({ what: `${what}, p${percent}`, value: at(percent), unit: 'ms', atMost: AT_MOST_MS }))
}
