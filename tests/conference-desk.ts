/** What the tests of conferences have in common: rooms, who is in them, how one comes in, and what is heard there. */
import assert from 'node:assert/strict'
import { assertHearsMixture, Baresip, dominantTone, type ExpectedTone, eventually, type RunningProduct, type Sound } from '@klinke/testbed'
import { type CallRecord, dialled, isAsked } from './support.ts'

export const CARL = { frequencyHz: 1700, levelDbm0: -13 } as const

export interface Member {
  readonly id: string
  readonly party: { readonly number: string }
  readonly role: string
  readonly held: boolean
  readonly muted: boolean
  readonly waiting: boolean
}

/** The rooms of the demo customer of a running product. */
export class ConferenceDesk {
  readonly product: RunningProduct
  readonly #accounts = new Map<string, { readonly username: string; readonly password: string }>()

  constructor(product: RunningProduct) {
    this.product = product
  }

  async newRoom(number: string, settings: object): Promise<{ readonly room: string; readonly number: string }> {
    const { id } = await this.#create('/conference-rooms', { name: `Runde ${number}`, number, ...settings })
    return { room: id ?? '', number }
  }

  /** An extension beside those of the demo customer. */
  async newExtension(number: string): Promise<void> {
    const { sipUsername = '', sipPassword = '' } = await this.#create('/extensions', { number, name: `Nebenstelle ${number}` })
    this.#accounts.set(number, { username: sipUsername, password: sipPassword })
  }

  /** The phone of such an extension. */
  phone(number: string, tone: ExpectedTone): Promise<Baresip> {
    const account = this.#accounts.get(number)
    assert.ok(account, `extension ${number}`)
    return Baresip.start({ ...account, tone, domain: this.product.demo.sip.domain, server: this.product.sip() })
  }

  /** Dials the room and types its PIN. */
  async enter(who: Baresip, number: string, pin = '4711'): Promise<void> {
    await who.dial(dialled(this.product, number))
    await who.established()
    await isAsked(who)
    for (const key of `${pin}#`) await who.press(key)
  }

  /** Those in the conference, once they are as wanted. */
  members(room: string, wanted: (members: readonly Member[]) => boolean): Promise<readonly Member[]> {
    const all = async (): Promise<readonly Member[]> => {
      const answer = await this.product.request('GET', `/conference-rooms/${room}/conference`)
      return ((await answer.json()) as { readonly members?: readonly Member[] }).members ?? []
    }
    const ask = async (): Promise<readonly Member[] | undefined> => {
      const list = await all()
      return wanted(list) ? list : undefined
    }
    return eventually('the members of the conference', ask, { shown: all })
  }

  /** Waits until so many are in the conference, and all of them talk. */
  together(room: string, count: number): Promise<readonly Member[]> {
    return this.members(room, (list) => list.length === count && list.every(({ waiting }) => !waiting))
  }

  /** Waits until the exchange has understood this key of somebody who is in a conference. */
  async understood(number: string, action: string): Promise<void> {
    const steps = async () => {
      const { items } = (await this.product.get('/live-calls')) as { readonly items: readonly Pick<CallRecord, 'route'>[] }
      return items.flatMap(({ route }) => route)
    }
    const detail = `${number}: ${action}`
    const ask = async (): Promise<boolean> => (await steps()).some((each) => each.step === 'conference-key' && each.detail === detail)
    await eventually(`the key for ${detail}`, ask, { shown: steps })
  }

  async #create(path: string, body: object): Promise<Readonly<Record<string, string>>> {
    const { items } = (await this.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
    const made = await this.product.request('POST', path, { tenantId: items[0]?.tenantId, ...body })
    const text = await made.text()
    assert.equal(made.status, 201, text)
    return JSON.parse(text) as Readonly<Record<string, string>>
  }
}

export function memberAt(list: readonly Member[], number: string): Member | undefined {
  return list.find(({ party }) => party.number === number)
}

const DEADLINE_MS = 20_000

/** Tones that announce a member pass. Throws all that was heard instead. */
export async function eventuallyHears(
  who: Baresip,
  tones: readonly { frequencyHz: number }[],
  absent: readonly { frequencyHz: number }[],
): Promise<void> {
  const untilMs = performance.now() + DEADLINE_MS
  const heard: string[] = []
  for (;;) {
    const sound = await who.listen(400)
    heard.push(inWords(sound))
    try {
      return assertHearsMixture(who.name, sound, tones, absent)
    } catch (error) {
      if (performance.now() > untilMs) throw new Error(`${who.name} heard one after the other: ${heard.join('; ')}`, { cause: error })
    }
  }
}

function inWords(sound: Sound): string {
  const tone = dominantTone(sound)
  return tone === undefined ? `${sound.samples.length} samples` : `${tone.frequencyHz} Hz at ${tone.levelDbm0.toFixed(0)} dBm0`
}
