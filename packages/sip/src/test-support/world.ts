import assert from 'node:assert/strict'
import { Channel, type Logger, seededRandom, silentLogger } from '@klinke/foundation'
import { type LinkConditions, SeededNetwork, type SimulatedHost, TableResolver, VirtualClock } from '@klinke/testbed'
import { createSipStack } from '../user-agent/create-sip-stack.ts'
import type { SipStack, SipStackSettings } from '../user-agent/sip-stack.ts'
import type { IncomingInvite, IncomingRequest, InviteEvent, OutgoingInvite, PendingInvite } from '../user-agent/user-agent.ts'

/** A stack on a simulated host, and what has come to its application. */
export interface Party {
  readonly address: string
  readonly host: SimulatedHost
  readonly stack: SipStack
  readonly invites: Channel<IncomingInvite>
  readonly requests: Channel<IncomingRequest>
  /** A test that expects a fault replaces `error`. */
  readonly logger: Logger
}

/** Two stacks on a seeded network under a virtual clock. */
export class World {
  readonly clock = new VirtualClock()
  readonly network: SeededNetwork
  readonly alice: Party
  readonly bob: Party
  readonly #resolver = new TableResolver({ 'bob.example': ['10.0.0.2'] })
  #seed: number

  /** @param options `alone`: no stack at Bob's address, for a raw peer to take it. */
  constructor(options: { seed?: number; conditions?: LinkConditions; settings?: SipStackSettings; alone?: boolean } = {}) {
    this.#seed = options.seed ?? 1
    this.network = new SeededNetwork(this.clock, seededRandom(this.#seed), options.conditions)
    this.alice = this.party('10.0.0.1', options.settings)
    this.bob = this.party(options.alone ? '10.0.0.9' : '10.0.0.2', options.settings)
  }

  party(address: string, settings: SipStackSettings = {}): Party {
    const host = this.network.host(address)
    const logger: Logger = {
      ...silentLogger,
      error: (message: string, fields?: unknown) => assert.fail(`${message} ${JSON.stringify(fields)}`),
    }
    const random = seededRandom(++this.#seed * 7919)
    const stack = createSipStack({ transport: host, resolver: this.#resolver, clock: this.clock, random, logger, settings })
    host.attach(stack.receiver)
    const invites = new Channel<IncomingInvite>()
    const requests = new Channel<IncomingRequest>()
    stack.serve({ invite: (invite) => void invites.send(invite), request: (request) => void requests.send(request) })
    return { address, host, stack, invites, requests, logger }
  }

  /** Runs virtual time until `promise` settles. */
  run<T>(promise: Promise<T>): Promise<T> {
    return this.clock.settled(promise)
  }

  /** What comes next. */
  async next<T>(items: AsyncIterable<T>): Promise<T> {
    const result = await this.run(items[Symbol.asyncIterator]().next())
    assert.ok(!result.done, 'nothing comes any more')
    return result.value
  }

  /** Lets all transactions and transfers nobody speaks of run out, then nothing may be left: no timer, no transaction, no dialog. */
  async assertQuiet(): Promise<void> {
    await this.clock.advance(700_000)
    for (const { stack, address } of [this.alice, this.bob]) {
      assert.deepEqual(
        stack.statistics(),
        { clientTransactions: 0, serverTransactions: 0, halfOpenTransactions: 0, calls: 0, dialogs: 0, subscriptions: 0 },
        `left at ${address}`,
      )
    }
    assert.equal(this.clock.pending, 0, 'timers left')
  }
}

export const OFFER = 'v=0\r\no=- 1 1 IN IP4 10.0.0.1\r\ns=-\r\nt=0 0\r\n'
export const ANSWER = 'v=0\r\no=- 2 1 IN IP4 10.0.0.2\r\ns=-\r\nt=0 0\r\n'

/** An INVITE from one party to another. */
export function callTo(party: Party, more: Partial<OutgoingInvite> = {}): OutgoingInvite {
  return {
    uri: `sip:bob@${party.address}`,
    from: '<sip:alice@10.0.0.1>',
    to: '<sip:bob@example.com>',
    destination: 'resolve',
    offer: OFFER,
    ...more,
  }
}

/** All events of an INVITE until its outcome. */
export async function eventsOf(pending: PendingInvite): Promise<InviteEvent[]> {
  const events: InviteEvent[] = []
  for await (const event of pending.events) events.push(event)
  return events
}
