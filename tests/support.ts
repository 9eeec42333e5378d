import assert from 'node:assert/strict'
import { join } from 'node:path'
import { systemClock, systemRandom } from '@klinke/platform'
import {
  Baresip,
  type ExpectedTone,
  eventually,
  levelOfSignal,
  PeerProcess,
  type PhoneScript,
  RtpEcho,
  type RunningProduct,
  register,
  type ScriptedCall,
  ScriptedPhone,
  Sipp,
  type SippOptions,
  WebSocketHost,
} from '@klinke/testbed'

export const root = join(import.meta.dirname, '..')

/** What each phone of these tests says. */
export const TONES = {
  anna: { frequencyHz: 440, levelDbm0: -10 },
  bea: { frequencyHz: 1000, levelDbm0: -16 },
} as const satisfies Readonly<Record<string, ExpectedTone>>

export interface PhoneOptions {
  readonly tone: ExpectedTone
  readonly transport?: 'UDP' | 'TCP' | 'TLS'
  readonly srtp?: boolean
  readonly answersAtOnce?: boolean
  readonly messageLamp?: boolean
  /** Speaks G.722 only. */
  readonly wideband?: boolean
  /** All SIP messages are printed and can be read (`Baresip.received`). */
  readonly keepsMessages?: boolean
  /** Of the product's, which it talks to. */
  readonly address?: '127.0.0.1' | '::1'
}

/** A baresip registered as one of the demo customer's extensions. */
export function phone(product: RunningProduct, extension: string, options: PhoneOptions): Promise<Baresip> {
  const { username, password } = product.extension(extension)
  return Baresip.start({
    ...options,
    username,
    password,
    domain: product.demo.sip.domain,
    server: product.sip(options.transport, options.address),
  })
}

/** A phone over WebSocket, as in a browser, that says back what it hears. */
export interface WebPhone extends AsyncDisposable {
  readonly sip: ScriptedPhone
  readonly echo: RtpEcho
}

/** One that is registered as one of the demo customer's extensions. */
export async function webPhone(product: RunningProduct, extension: string, script: PhoneScript = { kind: 'ring' }): Promise<WebPhone> {
  const { username, password } = product.extension(extension)
  const { domain, ws } = product.demo.sip
  const echo = await RtpEcho.start()
  const host = await WebSocketHost.connect(ws, echo.port)
  const sip = new ScriptedPhone(host, systemClock(), systemRandom(), { username, password, domain, server: host.server }, script)
  assert.equal(await sip.register(), 200)
  const dispose = async (): Promise<void> => {
    sip.close()
    await host[Symbol.asyncDispose]()
    await echo[Symbol.asyncDispose]()
  }
  return { sip, echo, [Symbol.asyncDispose]: dispose }
}

/** What to dial to reach `number`, an extension or a telephone number. */
export function dialled(product: RunningProduct, number: string): string {
  return `sip:${number}@${product.demo.sip.domain}`
}

export interface SippParty extends Omit<SippOptions, 'remote' | 'variables'> {
  readonly extension: string
  /** Whom it calls; any number that can be dialled. */
  readonly peer?: string
  /** Request-URI that its digest signs; default that of a call to `peer`. */
  readonly signedUri?: string
}

/** A sipp as an extension that sends to Klinke. */
export function sippCaller(product: RunningProduct, party: SippParty): Promise<Sipp> {
  const { extension, peer = extension, ...options } = party
  const { username, password } = product.extension(extension)
  const { domain } = product.demo.sip
  const credentials = ['-au', username, '-ap', password, '-auth_uri', party.signedUri ?? `${peer}@${domain}`]
  return Sipp.start({
    ...options,
    remote: product.sip(options.transport === 'TCP' ? 'TCP' : 'UDP'),
    variables: { user: username, peer, domain },
    arguments: [...(options.arguments ?? []), ...credentials],
  })
}

/** A sipp that is registered as an extension, waits for calls, and is registered no longer when it is disposed: it rings in no later test. */
export async function sippCalled(product: RunningProduct, party: SippParty): Promise<Sipp> {
  const { domain } = product.demo.sip
  const registering = async (expiresSeconds: number, at: { readonly localPort?: number } = {}): Promise<number> => {
    await using registration = await sippCaller(product, {
      ...{ ...party, ...at },
      ...{ scenario: register(expiresSeconds), calls: 1, signedUri: domain },
    })
    await registration.succeeded(20_000)
    return registration.port
  }
  const localPort = await registering(600)
  const { extension, ...options } = party
  const variables = { user: product.extension(extension).username, peer: 'unused', domain }
  const afterwards = async (): Promise<void> => void (await registering(0, { localPort }))
  return Sipp.start({ ...options, localPort, variables, afterwards })
}

/** Starts a command of the CLI as a user does. */
export function startCli(product: RunningProduct, ...args: readonly string[]): PeerProcess {
  const script = join(root, 'apps/server/src/cli/klinke.ts')
  const options = { cwd: root, env: product.environment }
  return new PeerProcess(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], options)
}

/** A call record as the REST API gives it, as far as these tests read it. */
export interface CallRecord {
  readonly id: string
  readonly direction: string
  readonly caller: { readonly number: string }
  readonly called: { readonly number: string }
  readonly startedAt: string
  readonly answeredAt: string | null
  readonly endedAt: string | null
  readonly cause: string | null
  readonly emergency: boolean
  readonly route: readonly { readonly step: string; readonly detail: string | null }[]
  readonly media: { readonly caller: RecordedMedia | null; readonly called: RecordedMedia | null }
}

export interface RecordedMedia {
  readonly packetsReceived: number
  readonly bytesReceived: number
  readonly packetsSent: number
  readonly bytesSent: number
  readonly packetsLost: number
  readonly jitterMs: number
  readonly mos: number | null
  readonly codec: string | null
}

/** Waits until the call is answered on this side. */
export async function talking(call: ScriptedCall): Promise<void> {
  await eventually('an answered call', () => call.state.kind === 'talking', { shown: () => call.state })
}

/** The newest record that meets `condition`. */
export function callRecord(product: RunningProduct, what: string, condition: (record: CallRecord) => boolean): Promise<CallRecord> {
  const all = () => callRecords(product)
  return eventually(`the record of ${what}`, async () => (await all()).find(condition), { shown: all })
}

/** The newest hundred records, newest first. */
export async function callRecords(product: RunningProduct): Promise<readonly CallRecord[]> {
  const page = (await product.get('/call-records?limit=100')) as { readonly items: readonly CallRecord[] }
  return page.items
}

/** The records that meet `condition`, once there are `count` and all have ended. */
export function endedRecords(
  product: RunningProduct,
  count: number,
  condition: (record: CallRecord) => boolean,
): Promise<readonly CallRecord[]> {
  const all = () => callRecords(product)
  const ask = async (): Promise<readonly CallRecord[] | undefined> => {
    const records = (await all()).filter(condition)
    return records.length >= count && records.every(({ endedAt }) => endedAt !== null) ? records : undefined
  }
  return eventually(`the end of ${count} records`, ask, { shown: all })
}

/** Waits until no call is live. */
export async function noLiveCalls(product: RunningProduct): Promise<void> {
  const live = async () => (await product.get('/live-calls')) as { readonly items: readonly unknown[] }
  await eventually('the end of all calls', async () => (await live()).items.length === 0, { shown: live })
}

/** Waits until the transports of an extension's registrations are these. */
export async function registeredOver(product: RunningProduct, extension: string, ...transports: readonly string[]): Promise<void> {
  const { username } = product.extension(extension)
  const all = async () => (await product.get('/registrations')) as { readonly items: readonly { contact: string; transport: string }[] }
  const own = async () => (await all()).items.filter(({ contact }) => contact.includes(username)).map(({ transport }) => transport)
  await eventually(
    `registrations of ${extension} over ${transports.join(', ') || 'nothing'}`,
    async () => (await own()).join() === transports.join(),
    { shown: all },
  )
}

/** Louder than that somebody speaks. */
const SPEECH_DBM0 = -40

/** Waits until something is said to `who`, who heard nothing before: keys count once one is asked for them. */
export async function isAsked(who: Baresip): Promise<void> {
  await eventually('a question', async () => levelOfSignal((await who.listen(100)).samples) > SPEECH_DBM0)
}
