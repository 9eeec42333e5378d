import assert from 'node:assert/strict'
import type { MediaSource } from '@klinke/rtp'
import type { Replaces } from '@klinke/sip'
import type { PaperCall, PaperCaller, PaperDialog, PaperPhone } from '@klinke/testbed'
import type { CallFlow, CallPlan, CallProfile } from '../../dial-plan.ts'
import type { DialTarget } from '../../exchange/exchange.ts'
import type { Refusal } from '../../outcome.ts'
import type { Binding } from '../../registrar/registrar.ts'
import { plan, ringAndTalk, SUBSCRIBER, TestExchange, type TestExchangeOptions, target } from '../../test-support/test-exchange.ts'
import type { ConverseOptions } from '../converse.ts'

export interface TransferWorldOptions {
  /** What dialling that number gives; `undefined`: it rings. */
  readonly dialled?: (number: string) => Refusal | undefined
  /** What leads calls to that number instead of ringing it. */
  readonly flows?: Readonly<Record<string, CallFlow>>
  readonly profile?: Partial<CallProfile>
  /** Who dials it calls help. */
  readonly emergencyNumber?: string
  readonly parts?: TestExchangeOptions['parts']
  /** How whoever calls 11 talks to it. */
  readonly conversation?: ConverseOptions
}

/** Extensions on paper, each reached by its number, of whom 10 calls first. */
export class TransferWorld {
  readonly exchange: TestExchange
  readonly caller: PaperCaller

  constructor(exchange: TestExchange, caller: PaperCaller) {
    this.exchange = exchange
    this.caller = caller
  }

  /** 10 talks to 11. */
  static async talking({
    dialled,
    flows = {},
    profile = {},
    parts,
    conversation,
    emergencyNumber,
  }: TransferWorldOptions = {}): Promise<TransferWorld> {
    const exchange = new TestExchange({
      dialPlan: ({ dialled: number, origin }): CallPlan | Refusal => {
        const refusal = dialled?.(number)
        if (refusal !== undefined) return refusal
        const by = origin.kind === 'extension' ? origin.subscriber.extensionNumber : '10'
        const rung = target(number, { from: `<sip:${by}@customer.example>` })
        const usual = number === '11' && conversation ? ringAndTalkAs(conversation, rung) : ringAndTalk(rung)
        const made = plan(flows[number] ?? usual, profile)
        return { ...made, caller: partyOf(by), called: partyOf(number), emergency: number === emergencyNumber }
      },
      bindings: ['10', '11', '12', '13'].map(bindingOf),
      ...(parts !== undefined && { parts }),
    })
    const caller = await exchange.call()
    const world = new TransferWorld(exchange, caller)
    world.phone('11').answer('answer of 11')
    await world.settle()
    return world
  }

  /** Extension `from` calls `to`; the phone there answers unless it is to ring on. */
  async call(from: string, to: string, answers = true): Promise<PaperCaller> {
    const caller = await this.dial(from, { uri: `sip:${to}@customer.example` })
    if (answers) this.phone(to).answer(`answer of ${to}`)
    await this.settle()
    return caller
  }

  /** Extension `from` sends an INVITE, such as one with Replaces. */
  dial(from: string, call: PaperCall): Promise<PaperCaller> {
    const subscriber = { ...SUBSCRIBER, extensionId: `ext-${from}`, extensionNumber: from, username: from }
    return this.exchange.call({ offer: `offer of ${from}`, ...call }, { kind: 'extension', subscriber, headers: [] })
  }

  /** What a Refer-To or a Replaces says that means this dialog. */
  replaces({ callId }: PaperDialog): Replaces {
    return { callId, toTag: 'exchange', fromTag: 'peer', earlyOnly: false, params: [] }
  }

  settle(): Promise<void> {
    return this.exchange.settle()
  }

  /** The newest call to that extension's phone. */
  phone(number: string): PaperPhone {
    const phone = this.exchange.userAgent.called.findLast(({ invite }) => invite.to.includes(`:${number}@`))
    assert.ok(phone, `${number} was not called`)
    return phone
  }

  /** The newest dialog of that extension. */
  session(number: string): PaperDialog {
    const called = this.exchange.userAgent.called.some(({ invite }) => invite.to.includes(`:${number}@`))
    return called ? this.phone(number).session : this.caller.session
  }

  /** What an extension hears: another one, or a source. */
  heard(number: string): string {
    for (const call of this.exchange.control.calls.ofTenant('customer')) {
      const leg = call.legs.find(({ party, state }) => party.number === number && state === 'answered')
      const session = leg && this.exchange.media.sessions.find(({ callId }) => callId === call.id)
      if (leg !== undefined && session !== undefined) {
        const { endpoint } = leg
        const hears = session.log.findLast((line) => concerns(line, endpoint.id)) ?? ''
        if (hears.startsWith('play')) return sourceOf(session.playbacks.findLast((playback) => playback.endpoint === endpoint.id)?.source)
        return call.legs.find(({ endpoint: { id } }) => id === otherIn(hears, endpoint.id))?.party.number ?? hears
      }
    }
    return 'gone'
  }

  /** Everybody is on the hook: nothing is left. */
  assertAllOver(): void {
    const { control, media, clock, records, userAgent } = this.exchange
    assert.equal(control.size, 0)
    assert.equal(media.opened, 0)
    assert.equal(clock.pending, 0)
    assert.deepEqual(
      records.causes.filter((cause) => cause === 'open'),
      [],
    )
    assert.deepEqual(
      userAgent.called.filter((phone) => !phone.over).map(({ invite }) => invite.to),
      [],
    )
  }
}

/** Rings and talks, with the conversation's owner having its say. */
export function ringAndTalkAs(conversation: ConverseOptions, rung: DialTarget): CallFlow {
  return async (call, exchange) => {
    const answered = await exchange.ring(call, [rung])
    return answered.kind === 'answered' ? exchange.converse(call, answered.leg, conversation) : answered
  }
}

function partyOf(number: string) {
  return { tenantId: 'customer', extensionId: `ext-${number}`, number, displayName: undefined }
}

function bindingOf(number: string): Binding {
  const addressOfRecord = `${number}@customer.example`
  return { id: number, addressOfRecord, contactUri: `sip:${number}@192.0.2.${number}`, path: [], flowId: 'gone', preference: 1 }
}

function concerns(line: string, endpoint: string): boolean {
  const [verb = '', ...ids] = line.split(' ')
  return ['play', 'connect', 'answer'].includes(verb) && ids.slice(0, verb === 'play' ? 1 : 2).includes(endpoint)
}

/** The other endpoint of a connection. */
function otherIn(line: string, endpoint: string): string | undefined {
  const [, a, b] = line.split(' ')
  return a === endpoint ? b : a
}

function sourceOf(source: MediaSource | undefined): string {
  return source?.kind === 'signal' ? `signal ${source.signal}` : (source?.kind ?? 'nothing')
}
