/** What the tests of ring groups and queues have in common: teams, phones of extensions of their own, who rings, what was heard. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Baresip, type ExpectedTone, eventually, likenessOf, RunningProduct, readWav, type Sound, writeTone } from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root } from './support.ts'

const PROMPTS = join(root, 'packages/pbx/src/prompts/audio')

export function prompt(id: string): string {
  return join(PROMPTS, 'de', `${id}.wav`)
}

export const HOLD_MUSIC = join(PROMPTS, 'hold-music.wav')

interface ExtensionOfTenant {
  readonly id: string
  readonly tenantId: string
  readonly number: string
}

/** A running product with teams of the demo customer. */
export class TeamLane implements AsyncDisposable {
  readonly product: RunningProduct
  readonly #extensions = new Map<string, ExtensionOfTenant>()
  readonly #accounts = new Map<string, { readonly username: string; readonly password: string }>()

  private constructor(product: RunningProduct) {
    this.product = product
  }

  /** `more`: extensions beside those of the demo customer. */
  static async start(more: readonly string[] = []): Promise<TeamLane> {
    const lane = new TeamLane(await RunningProduct.start({ root }))
    await lane.#read()
    for (const number of more) {
      const made = await lane.ask('POST', '/extensions', { tenantId: lane.tenantId, number, name: `Nebenstelle ${number}` })
      lane.#accounts.set(number, { username: String(made.sipUsername), password: String(made.sipPassword) })
    }
    await lane.#read()
    return lane
  }

  get tenantId(): string {
    return this.extension('10').tenantId
  }

  extension(number: string): ExtensionOfTenant {
    const found = this.#extensions.get(number)
    assert.ok(found, `extension ${number}`)
    return found
  }

  async ask(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const response = await this.product.request(method, path, body)
    const text = await response.text()
    assert.ok(response.ok, `${method} ${path}: ${text}`)
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  }

  group(number: string, settings: object, members: readonly string[]): Promise<string> {
    return this.#team('/ring-groups', number, settings, members)
  }

  queue(number: string, settings: object, members: readonly string[]): Promise<string> {
    return this.#team('/queues', number, { greeting: false, announceToAgent: false, ...settings }, members)
  }

  /** Id of an announcement in which that tone is heard. */
  async announcement({ frequencyHz, levelDbm0 }: ExpectedTone): Promise<string> {
    const { id } = await this.ask('POST', '/announcements', { tenantId: this.tenantId, name: `${frequencyHz} Hz` })
    const file = join(this.product.dataDirectory, `announcement-${String(id)}.wav`)
    writeTone(file, frequencyHz, levelDbm0, 6)
    const { url, key } = this.product.demo.api
    const response = await fetch(`${url.replace(/\/$/, '').replace(/\/api\/v1$/, '')}/api/v1/announcements/${String(id)}/sounds/de`, {
      ...{ method: 'POST', body: new Uint8Array(readFileSync(file)) },
      headers: { authorization: `Bearer ${key}`, 'content-type': 'audio/wav' },
    })
    assert.equal(response.status, 201, await response.text())
    return String(id)
  }

  /** Where calls can be led. */
  to(extension: string): { readonly kind: 'extension'; readonly targetId: string } {
    return { kind: 'extension', targetId: this.extension(extension).id }
  }

  /** The phone of an extension, of the demo customer or one of this lane. */
  phone(number: string, tone: ExpectedTone, answersAtOnce = false): Promise<Baresip> {
    const account = this.#accounts.get(number)
    if (account === undefined) return phone(this.product, number, { tone, answersAtOnce })
    return Baresip.start({ ...account, tone, answersAtOnce, domain: this.product.demo.sip.domain, server: this.product.sip() })
  }

  dial(caller: Baresip, number: string): Promise<void> {
    return caller.dial(dialled(this.product, number))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.product[Symbol.asyncDispose]()
  }

  async #read(): Promise<void> {
    const { items } = (await this.product.get('/extensions?limit=100')) as { readonly items: readonly ExtensionOfTenant[] }
    for (const each of items) this.#extensions.set(each.number, each)
  }

  async #team(path: string, number: string, settings: object, numbers: readonly string[]): Promise<string> {
    const members = numbers.map((each) => ({ extensionId: this.extension(each).id }))
    const made = await this.ask('POST', path, { tenantId: this.tenantId, name: `Team ${number}`, number, settings, members })
    return String(made.id)
  }
}

/** Whether it has begun to ring since it was last asked. */
export function rang(phone: Baresip): Promise<boolean> {
  return has(phone, 'CALL_INCOMING')
}

/** Nothing is going on, and what the phones have told is forgotten. */
export async function quiet(product: RunningProduct, phones: readonly Baresip[]): Promise<void> {
  await noLiveCalls(product)
  for (const phone of phones) {
    for (const event of ['CALL_INCOMING', 'CALL_ESTABLISHED', 'CALL_CLOSED']) while (await has(phone, event));
  }
}

async function has(phone: Baresip, event: string): Promise<boolean> {
  try {
    await phone.event(event, 0)
    return true
  } catch {
    return false
  }
}

/** The first of these phones that begins to ring. */
export function firstToRing(phones: readonly Baresip[]): Promise<Baresip> {
  return eventually('a phone that rings', async () => {
    for (const phone of phones) if (await rang(phone)) return phone
    return undefined
  })
}

/** Two recordings of different sentences reach 0.6. */
const LEAST_LIKENESS = 0.85

/** Asserts that `who` hears these prompts, one right after the other. */
export function assertHearsWords(who: string, heard: Sound, prompts: readonly string[]): void {
  const likeness = likenessOfWords(heard, prompts)
  assert.ok(
    likeness >= LEAST_LIKENESS,
    `${who} should hear ${prompts.join(' ')} but hears something else (likeness ${likeness.toFixed(2)}).`,
  )
}

/** How well these prompts, one right after the other, fit what is heard; 1: perfectly. */
export function likenessOfWords(heard: Sound, prompts: readonly string[]): number {
  return likenessOf(heard, together(prompts.map(prompt)))
}

/** How long the agent is told that its caller has waited. */
export function secondsSaid(heard: Sound): number {
  const seconds = Array.from({ length: 58 }, (_, index) => index + 2)
  const likeness = seconds.map((each) => likenessOfWords(heard, ['agent-caller-waited', `number-${each}`, 'seconds']))
  return seconds[likeness.indexOf(Math.max(...likeness))] ?? 0
}

function together(paths: readonly string[]): Sound {
  const sounds = paths.map(readWav)
  const sampleRateHz = sounds[0]?.sampleRateHz ?? 0
  assert.ok(sounds.every((sound) => sound.sampleRateHz === sampleRateHz))
  return { sampleRateHz, samples: Float32Array.from(sounds.flatMap(({ samples }) => [...samples])) }
}
