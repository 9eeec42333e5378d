import type { DialogChange, DialogState, Missed, Subscriber } from '@klinke/calls'
import { Channel, seededRandom, silentLogger } from '@klinke/foundation'
import { BusyLamps, type EventService } from '@klinke/pbx'
import { createSipStack, type IncomingSubscription, type SipStack } from '@klinke/sip'
import { SeededNetwork, TableResolver, VirtualClock } from '@klinke/testbed'
import type { Part } from '../part.ts'

const LAMPS = 10_000
const LAMPS_PER_EXTENSION = 10
const EXTENSIONS = LAMPS / LAMPS_PER_EXTENSION
const CHANGES = 5000
const CHANGES_PER_SECOND = 500
const STATES: readonly DialogState[] = ['early', 'confirmed', 'terminated']

/** Busy lamps: the whole way from a change of a call's state to the NOTIFYs and their answers, the phones' side on the same core. */
export const blf: Part = {
  name: 'blf',
  async run(log) {
    const { clock, feed, notified } = await lampsLit()
    log(`${LAMPS.toLocaleString('en-US')} lamps are subscribed`)
    const before = notified()
    const cpu = process.cpuUsage()
    for (let change = 0; change < CHANGES; change++) {
      feed.send(changeOf(change))
      await clock.advance(1000 / CHANGES_PER_SECOND)
    }
    const { user, system } = process.cpuUsage(cpu)
    const seconds = (user + system) / 1e6
    const told = notified() - before
    log(`  ${CHANGES} changes, ${told} NOTIFYs answered, ${seconds.toFixed(2)} s of CPU`)
    if (told < CHANGES * LAMPS_PER_EXTENSION) throw new Error(`Only ${told} NOTIFYs for ${CHANGES} changes.`)
    const what = `state changes with 10,000 busy lamps, ${LAMPS_PER_EXTENSION} lamps each, on one core, phones included`
    return [{ what, value: CHANGES / seconds, unit: '/s', atLeast: CHANGES_PER_SECOND }]
  },
}

interface Lit {
  readonly clock: VirtualClock
  readonly feed: Channel<DialogChange | Missed>
  readonly notified: () => number
}

/** A server and one machine full of phones, on a network in memory and a virtual clock. */
async function lampsLit(): Promise<Lit> {
  const clock = new VirtualClock()
  const network = new SeededNetwork(clock, seededRandom(1))
  const stackAt = (address: string): SipStack => {
    const host = network.host(address)
    const stack = createSipStack({ transport: host, resolver: new TableResolver({}), clock, random: seededRandom(7), logger: silentLogger })
    host.attach(stack.receiver)
    stack.serve({ invite: (invite) => invite.reject(480), request: (request) => request.respondByDefault() })
    return stack
  }
  const [server, phones] = [stackAt('10.0.0.2'), stackAt('10.0.0.1')]
  const feed = new Channel<DialogChange | Missed>()
  const lamps = lampsOver(feed)
  server.notify({ ...lamps, subscribed: (subscription) => lamps.subscribed(subscription, subscriberOf(subscription)) })
  let notified = 0
  for (let lamp = 0; lamp < LAMPS; lamp++) {
    const extension = numberOf(lamp)
    const { notifications } = phones.subscribe({
      uri: `sip:${extension}@10.0.0.2`,
      from: `<sip:${numberOf(Math.floor(lamp / LAMPS_PER_EXTENSION))}@10.0.0.2>`,
      to: `<sip:${extension}@10.0.0.2>`,
      ...{ destination: 'resolve', event: 'dialog', accept: 'application/dialog-info+xml', expiresSeconds: 3600 },
    })
    void (async () => {
      for await (const _ of notifications) notified++
    })()
    if (lamp % 100 === 0) await clock.advance(10)
  }
  await clock.advance(40_000)
  return { clock, feed, notified: () => notified }
}

function lampsOver(feed: Channel<DialogChange | Missed>): EventService {
  const extensions = new Map(Array.from({ length: EXTENSIONS }, (_, index) => [numberOf(index), { id: numberOf(index) }]))
  const lamps = new BusyLamps()
  lamps.follow({
    changes: () => ({ close: () => feed.close(), [Symbol.asyncIterator]: () => feed[Symbol.asyncIterator]() }),
    dialogsOf: () => [],
  })
  return lamps.service({ tenant: () => ({ id: 'tenant', sipDomain: 'bench.example', extensions }) })
}

function subscriberOf({ request }: IncomingSubscription): Subscriber {
  const number = /sip:(\d+)@/.exec(request.headers.get('From') ?? '')?.[1] ?? ''
  const names = { tenantId: 'tenant', extensionId: number, extensionNumber: number, username: number, domain: 'bench.example' }
  const registration = { maxContacts: 4, whenFull: 'refuse', minExpiresSeconds: 60, maxExpiresSeconds: 3600 } as const
  return { ...names, ha1: { md5: '', sha256: '' }, registration }
}

/** One call after the other at each extension. */
function changeOf(index: number): DialogChange {
  const number = numberOf(index)
  const round = Math.floor(index / EXTENSIONS)
  const callId = `call-${number}-${Math.floor(round / STATES.length)}`
  return {
    ...{ kind: 'dialog', tenantId: 'tenant', extensionId: number, holds: false, direction: 'recipient', callId, dialogId: callId, atMs: 0 },
    state: STATES[round % STATES.length] ?? 'early',
    local: { tenantId: 'tenant', extensionId: number, number, displayName: `Extension ${number}` },
    remote: { tenantId: undefined, extensionId: undefined, number: '+4922155500', displayName: undefined },
    sip: { callId, localTag: 'phone', remoteTag: 'exchange' },
  }
}

function numberOf(index: number): string {
  return String(1000 + (index % EXTENSIONS))
}
