import assert from 'node:assert/strict'
import type { HostOptions, SimulatedHost } from '@klinke/testbed'
import { CSeq } from '../header/cseq.ts'
import { buildRequest, type RequestParts } from '../message/build-request.ts'
import { buildResponse, type ResponseParts } from '../message/build-response.ts'
import { makeHeaders } from '../message/header-editor.ts'
import type { SipMessage, SipRequest, SipResponse } from '../message/message.ts'
import { parseMessage } from '../message/parse-message.ts'
import { printMessage } from '../message/print-message.ts'
import type { Flow } from '../transport/transport.ts'
import type { World } from './world.ts'

/** A peer without a stack: the test says each message it sends, and sees each one that comes. */
export class RawPeer {
  readonly host: SimulatedHost
  readonly #world: World
  readonly #received: SipMessage[] = []
  #flow: Flow | undefined
  #branches = 0

  constructor(world: World, address: string, options: HostOptions = {}) {
    this.#world = world
    this.host = world.network.host(address, options)
    this.host.attach({
      received: (bytes, flow) => {
        const parsed = parseMessage(bytes)
        assert.ok(parsed.ok, 'the stack under test sent a malformed message')
        this.#received.push(parsed.value)
        this.#flow = flow
      },
      flowClosed: () => undefined,
    })
  }

  /** The flow that the last message came over. */
  get flow(): Flow | undefined {
    return this.#flow
  }

  /** What has come and not been taken, as `INVITE 1` or `200 INVITE`. */
  get waiting(): readonly string[] {
    return this.#received.map(describe)
  }

  /** Takes the next message; fails when it is another one. */
  async take(expected: string, withinMs = 3_600_000): Promise<SipMessage> {
    await this.#world.clock.until(() => this.#received.length > 0, withinMs)
    const message = this.#received.shift()
    assert.ok(message)
    assert.equal(describe(message).startsWith(expected), true, `expected ${expected}, got ${describe(message)}`)
    return message
  }

  async takeRequest(expected: string, withinMs?: number): Promise<SipRequest> {
    const message = await this.take(expected, withinMs)
    assert.ok(message.kind === 'request')
    return message
  }

  async takeResponse(expected: string, withinMs?: number): Promise<SipResponse> {
    const message = await this.take(expected, withinMs)
    assert.ok(message.kind === 'response')
    return message
  }

  /** Forgets what has come, after `ms`. */
  async skip(ms: number): Promise<void> {
    await this.#world.clock.advance(ms)
    this.#received.length = 0
  }

  reply(request: SipRequest, status: number, parts: ResponseParts = {}): void {
    const contact = parts.contact ?? `<sip:bob@${this.host.address}>`
    this.send(buildResponse(request, status, { toTag: 'bob', contact, ...parts }))
  }

  /** Sends a response that nobody has asked for. */
  stray(vias: readonly string[], status: number, method: string): void {
    const fields = [['From', '<sip:a@x>;tag=a'] as const, ['To', '<sip:b@x>;tag=b'] as const, ['Call-ID', 'stray'] as const]
    const headers = makeHeaders([...vias.map((via) => ['Via', via] as const), ...fields, ['CSeq', `1 ${method}`]])
    this.send({ kind: 'response', status, reason: 'Stray', headers, body: new Uint8Array(0) })
  }

  /** Sends a request of its own; the Via is added. `branch` repeats an earlier one. */
  request(parts: RequestParts, branch = `z9hG4bK-raw-${++this.#branches}`): SipRequest {
    const request = buildRequest({ via: `SIP/2.0/UDP ${this.host.address}:5060;rport;branch=${branch}`, ...parts })
    this.send(request)
    return request
  }

  /** An INVITE to `alice` with whatever is said in `parts`. */
  invite(parts: Partial<RequestParts> = {}, branch?: string): SipRequest {
    return this.request(
      {
        method: 'INVITE',
        uri: 'sip:alice@10.0.0.1',
        from: '<sip:bob@example.com>;tag=bob',
        to: '<sip:alice@example.com>',
        callId: 'raw-call',
        cseq: 1,
        contact: `<sip:bob@${this.host.address}>`,
        ...parts,
      },
      branch,
    )
  }

  send(message: SipMessage): void {
    const flow = this.#flow ?? this.host.udpFlow({ address: '10.0.0.1', port: 5060 })
    assert.ok(flow)
    this.host.send(flow, printMessage(message))
  }
}

function describe(message: SipMessage): string {
  const cseq = message.headers.read(CSeq)
  return message.kind === 'request' ? `${message.method} ${cseq?.sequence}` : `${message.status} ${cseq?.method} ${cseq?.sequence}`
}
