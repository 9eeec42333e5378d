import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { join } from 'node:path'
import { Baresip, type ExpectedTone, eventually, hearsTone, type RunningProduct, within } from '@klinke/testbed'
import { dialled, noLiveCalls, root, TONES } from './support.ts'

/** What the third phone says. */
export const CARL = { frequencyHz: 620, levelDbm0: -12 }
const PROMPTS = join(root, 'packages/pbx/src/prompts/audio/de')

/** The file of what the exchange says. */
export function prompt(id: string): string {
  return join(PROMPTS, `${id}.wav`)
}

interface Extension {
  readonly id: string
  readonly tenantId: string
  readonly sipUsername: string
}

/** The demo customer's extension of that number. */
export async function extensionOf(product: RunningProduct, number: string): Promise<Extension> {
  const { username } = product.extension(number)
  const { items } = (await product.get('/extensions?limit=100')) as { readonly items: readonly Extension[] }
  const found = items.find(({ sipUsername }) => sipUsername === username)
  assert.ok(found)
  return found
}

/** Where a forwarding to that extension leads. */
export async function toExtension(
  product: RunningProduct,
  number: string,
): Promise<{ readonly kind: 'extension'; readonly targetId: string }> {
  return { kind: 'extension', targetId: (await extensionOf(product, number)).id }
}

/** Changes how calls of an extension are treated. Calls see it when this settles. */
export async function callSettings(product: RunningProduct, number: string, change: object): Promise<void> {
  await changed(product, `/extensions/${(await extensionOf(product, number)).id}/call-settings`, change)
}

interface PathStep {
  readonly kind: string
  readonly by?: { readonly number: string }
  readonly why?: string
  readonly as?: string
  readonly seconds?: number
  readonly next?: number
  readonly whenUnanswered?: number
}

/** What the exchange says beforehand would become of a call that nobody answers, in words. */
export async function foretold(product: RunningProduct, number: string, from: string, words: readonly string[]): Promise<void> {
  const { id } = await extensionOf(product, number)
  const { steps } = (await product.get(`/extensions/${id}/call-path?from=${from}`)) as { readonly steps: readonly PathStep[] }
  const told: string[] = []
  for (let step = steps[0]; step !== undefined && told.length < words.length; step = steps[step.next ?? step.whenUnanswered ?? -1]) {
    const isUnanswered = step.kind === 'forwarded' && told.at(-1)?.startsWith('rings') === true
    told.push(`${isUnanswered ? 'no-answer: ' : ''}${inWords(step)}`)
  }
  assert.deepEqual(
    told.map((word, index) => (words[index]?.includes(' for ') ? word : word.replace(/ for \d+ s$/, ''))),
    words,
  )
}

function inWords({ kind, by, why, as, seconds }: PathStep): string {
  if (kind === 'rings') return `rings ${by?.number} for ${seconds} s`
  if (kind === 'busy') return `busy: ${why}`
  return kind === 'ends' ? `ends ${as}` : kind
}

/** Settings that tests change, as an extension has them that has changed nothing. */
const AT_FIRST = {
  ...{ doNotDisturb: false, ringsOnly: null, rejectedCallers: [], rejectAnonymous: false, callWaiting: true, hideNumber: false },
  ...{ numberChoices: [], ringSeconds: null, forwardings: [], alsoRing: { parties: [] }, followMe: { steps: [] } },
}

/** Takes back what tests have changed of these extensions. */
export async function asAtFirst(product: RunningProduct, ...numbers: readonly string[]): Promise<void> {
  for (const number of numbers) await callSettings(product, number, AT_FIRST)
}

export async function changed(product: RunningProduct, path: string, change: object): Promise<void> {
  const response = await product.request('PATCH', path, change)
  assert.equal(response.status, 200, await response.clone().text())
}

/** Creates something and gives its id. */
export async function created(product: RunningProduct, path: string, body: object): Promise<string> {
  const response = await product.request('POST', path, body)
  assert.equal(response.status, 201, await response.clone().text())
  return ((await response.json()) as { readonly id: string }).id
}

/** Hours without an end. */
export const ALWAYS = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '24:00' }]

/** Dials a code and listens to what is said until the end. */
export async function code(product: RunningProduct, by: Baresip, digits: string): Promise<void> {
  await by.dial(dialled(product, digits))
  await by.established()
  await by.ended()
}

/** The phone rings and answers; both hear each other, and the caller hangs up. */
export async function talk(
  product: RunningProduct,
  caller: Baresip,
  rung: Baresip,
  tone: ExpectedTone,
  callersTone: ExpectedTone = TONES.anna,
): Promise<void> {
  await rung.rings()
  await answered(product, caller, rung, tone, callersTone)
}

/** As `talk`, with a phone that has rung. */
export async function answered(
  product: RunningProduct,
  caller: Baresip,
  rung: Baresip,
  tone: ExpectedTone,
  callersTone: ExpectedTone = TONES.anna,
): Promise<void> {
  await rung.accept()
  await Promise.all([caller.established(), rung.established()])
  await hearsTone('the caller', caller, tone, 600)
  await hearsTone('who answered', rung, callersTone, 600)
  await caller.hangUp()
  await Promise.all([caller.ended(), rung.ended()])
  await noLiveCalls(product)
}

/** Parties of the calls that go on, with their states, such as `10 ringing`. */
export async function parties(product: RunningProduct): Promise<readonly string[]> {
  const { items } = (await product.get('/live-calls')) as {
    readonly items: readonly { readonly legs: readonly { readonly party: { readonly number: string }; readonly state: string }[] }[]
  }
  return items.flatMap(({ legs }) => legs.map(({ party, state }) => `${party.number} ${state}`))
}

/** Waits until a party of a live call is in that state, such as `12 ringing`. */
export async function partyIs(product: RunningProduct, party: string): Promise<void> {
  await eventually(party, async () => (await parties(product)).includes(party), { shown: () => parties(product) })
}

export interface SubscriberOptions {
  /** E.164, or `anonymous` for who hides. */
  readonly number: string
  readonly tone: ExpectedTone
  /** Of its carrier; lower goes first. The simulated network has 100. */
  readonly priority: number
}

/** A subscriber of the public network whose telephone is a carrier by itself: it sees what a carrier sees, and calls from there are a carrier's. */
export async function subscriberOutside(product: RunningProduct, { number, tone, priority }: SubscriberOptions): Promise<Baresip> {
  const domain = number === 'anonymous' ? { domain: 'anonymous.invalid' } : {}
  const telephone = await Baresip.start({ username: number, tone, keepsMessages: true, ...domain })
  await carrierAt(product, number, telephone.port, priority)
  // The line to it is looked after: from now on it is known by its port.
  await eventually('OPTIONS to the new carrier', () => telephone.received('OPTIONS').length > 0, { shown: () => telephone.output })
  return telephone
}

/** A port that calls may come from as a carrier's. */
export async function carrierPort(product: RunningProduct): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  const lookedAt = once(socket, 'message')
  await carrierAt(product, `Carrier ${port}`, port, 900)
  await within(LOOKED_AT_WITHIN_MS, 'OPTIONS to the new carrier', lookedAt)
  socket.close()
  return port
}

const LOOKED_AT_WITHIN_MS = 20_000

async function carrierAt(product: RunningProduct, name: string, port: number, priority: number): Promise<void> {
  const authentication = { kind: 'fixed-ip', addresses: ['127.0.0.1'] }
  await created(product, '/carriers', { name, host: '127.0.0.1', port, authentication, priority })
}

/** A number of the demo customer as the public network dials it. */
export function fromOutside(product: RunningProduct, number: string): string {
  return `sip:${number}@127.0.0.1:${product.sip().port}`
}
