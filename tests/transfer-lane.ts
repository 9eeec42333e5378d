/** A customer's three phones for the transfer matrix: one that transfers, one that remains, one that is the target. */
import assert from 'node:assert/strict'
import { systemClock, systemRandom } from '@klinke/platform'
import {
  Baresip,
  type ExpectedTone,
  eventually,
  hearsInstead,
  hearsTone,
  RtpEcho,
  type RunningProduct,
  ScriptedPhone,
  WebSocketHost,
} from '@klinke/testbed'
import { type CallRecord, callRecords, TONES, type WebPhone } from './support.ts'

const RING_SECONDS = 5
/** Packets of 20 ms that must have come for a phone to count as one that hears. */
const HEARD_PACKETS = 20
const LISTEN_MS = 400

interface Account {
  readonly number: string
  readonly username: string
  readonly password: string
}

export class Lane implements AsyncDisposable {
  readonly product: RunningProduct
  /** Transfers by REFER. It says back what it hears. */
  readonly a: WebPhone
  /** Says its own tone. */
  readonly b: Baresip
  /** Says back what it hears: who hears its own tone talks to it. */
  readonly c: WebPhone
  /** Of the phones, and of an extension that has none. */
  readonly numbers: { readonly a: string; readonly b: string; readonly c: string; readonly offline: string }
  readonly #seen = new Set<string>()

  private constructor(product: RunningProduct, phones: Pick<Lane, 'a' | 'b' | 'c'>, numbers: Lane['numbers']) {
    this.product = product
    this.a = phones.a
    this.b = phones.b
    this.c = phones.c
    this.numbers = numbers
  }

  /** Extensions `prefix`1 to `prefix`4. */
  static async open(product: RunningProduct, prefix: string): Promise<Lane> {
    const [a, b, c, offline] = await Promise.all(['1', '2', '3', '4'].map((end) => account(product, `${prefix}${end}`)))
    assert.ok(a && b && c && offline)
    const numbers = { a: a.number, b: b.number, c: c.number, offline: offline.number }
    return new Lane(
      product,
      { a: await webPhone(product, a), b: await softphone(product, b, TONES.bea), c: await webPhone(product, c) },
      numbers,
    )
  }

  /** One more extension with a phone that is not ours, which presses keys. */
  async anotherPhone(number: string, tone: ExpectedTone): Promise<Baresip> {
    return softphone(this.product, await account(this.product, number), tone)
  }

  uri(number: string): string {
    return `sip:${number}@${this.product.demo.sip.domain}`
  }

  /** The remaining party and the phone that says back hear each other: nobody else could say that tone. */
  async assertTalks(to: WebPhone): Promise<void> {
    const before = to.echo.heard
    await this.assertHears(TONES.bea)
    await eventually('sound at the other phone', () => to.echo.heard - before >= HEARD_PACKETS)
  }

  /** The one who remains hears it in the end: ringing and the exchange of keys take their time. */
  async assertHears(tone: ExpectedTone): Promise<void> {
    await hearsTone('the one who remains', this.b, tone, LISTEN_MS)
  }

  /** The one who remains hears music instead of whom it talked to. */
  async assertIsHeldBy(tone: ExpectedTone): Promise<void> {
    await hearsInstead('the one who remains', this.b, tone, LISTEN_MS)
  }

  /** Everybody is on the hook. Gives what each new record of this lane says: called number and cause. */
  async records(count: number): Promise<readonly string[]> {
    const { a, b, c } = this.numbers
    const fresh = async (): Promise<readonly CallRecord[]> =>
      (await callRecords(this.product)).filter(({ id, caller }) => [a, b, c].includes(caller.number) && !this.#seen.has(id))
    let records: readonly CallRecord[] = []
    await eventually(`${count} records of ${a} that have ended`, async () => {
      records = await fresh()
      return records.length >= count && records.every(({ endedAt }) => endedAt !== null)
    })
    for (const { id } of records) this.#seen.add(id)
    return records.map(({ called, cause, answeredAt }) => `${called.number} ${answeredAt === null ? 'unanswered ' : ''}${cause}`).toSorted()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const phone of [this.a, this.b, this.c]) await phone[Symbol.asyncDispose]()
  }
}

async function account(product: RunningProduct, number: string): Promise<Account> {
  const { items } = (await product.get('/extensions?limit=1')) as { readonly items: readonly { readonly tenantId: string }[] }
  const made = await product.request('POST', '/extensions', { tenantId: items[0]?.tenantId, number, name: `Matrix ${number}` })
  const answer = (await made.json()) as Readonly<Record<string, string>>
  const { id, sipUsername, sipPassword } = answer
  assert.equal(made.status, 201, `${number}: ${JSON.stringify(answer)}`)
  assert.equal((await product.request('PATCH', `/extensions/${id}/call-settings`, { ringSeconds: RING_SECONDS })).status, 200)
  return { number, username: sipUsername ?? '', password: sipPassword ?? '' }
}

function softphone(product: RunningProduct, { username, password }: Account, tone: ExpectedTone): Promise<Baresip> {
  return Baresip.start({ username, password, tone, domain: product.demo.sip.domain, server: product.sip() })
}

async function webPhone(product: RunningProduct, { username, password }: Account): Promise<WebPhone> {
  const { domain, ws } = product.demo.sip
  const echo = await RtpEcho.start()
  const host = await WebSocketHost.connect(ws, echo.port)
  const sip = new ScriptedPhone(host, systemClock(), systemRandom(), { username, password, domain, server: host.server })
  await eventually(`registration of ${username}`, async () => (await sip.register()) === 200)
  const dispose = async (): Promise<void> => {
    sip.close()
    await host[Symbol.asyncDispose]()
    await echo[Symbol.asyncDispose]()
  }
  return { sip, echo, [Symbol.asyncDispose]: dispose }
}
