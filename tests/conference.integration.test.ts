/** Three phones that are not ours meet in a conference room; what each hears is measured. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHearsMixture, type Baresip, eventually, missingPeers, RunningProduct } from '@klinke/testbed'
import { dialled, noLiveCalls, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const CARL = { frequencyHz: 1700, levelDbm0: -13 } as const
const [ANNA, BEA] = [TONES.anna, TONES.bea]
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

interface Member {
  readonly id: string
  readonly muted: boolean
  readonly waiting: boolean
}

test('CONF-02: three phones dial in with a PIN and hear both others, never themselves; who mutes itself by key is not heard', {
  skip,
}, async () => {
  const { room, number } = await newRoom()
  await using anna = await phone(product, '10', { tone: ANNA })
  await using bea = await phone(product, '11', { tone: BEA })
  await using carl = await phone(product, '12', { tone: CARL })
  for (const who of [anna, bea, carl]) await enter(who, number)
  const all = await members(room, (list) => list.length === 3 && list.every(({ waiting }) => !waiting))
  assert.deepEqual(
    all.map(({ id }) => id),
    ['1', '2', '3'],
  )
  await eventuallyHears(anna, [BEA, CARL], [ANNA])
  await eventuallyHears(bea, [ANNA, CARL], [BEA])
  await eventuallyHears(carl, [ANNA, BEA], [CARL])
  await bea.press('*')
  await bea.press('6')
  await members(room, (list) => list[1]?.muted === true)
  await eventuallyHears(anna, [CARL], [ANNA, BEA])
  await eventuallyHears(bea, [ANNA, CARL], [BEA])
  assert.equal((await product.request('DELETE', `/conference-rooms/${room}/conference/members/1`)).status, 204)
  await anna.ended()
  await eventuallyHears(bea, [CARL], [ANNA, BEA])
  await Promise.all([bea.hangUp(), carl.hangUp()])
  await noLiveCalls(product)
  assert.equal((await product.request('GET', `/conference-rooms/${room}/conference`)).status, 404)
})

async function newRoom(): Promise<{ readonly room: string; readonly number: string }> {
  const number = '700'
  const { items } = (await product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  const tenantId = items[0]?.tenantId
  const made = await product.request('POST', '/conference-rooms', { tenantId, name: 'Runde', number, participantPin: '4711' })
  const body = (await made.json()) as { readonly id: string }
  assert.equal(made.status, 201, JSON.stringify(body))
  return { room: body.id, number }
}

async function enter(who: Baresip, number: string): Promise<void> {
  await who.dial(dialled(product, number))
  await who.established()
  for (const key of '4711#') await who.press(key)
}

const DEADLINE_MS = 10_000

async function members(room: string, wanted: (members: readonly Member[]) => boolean): Promise<readonly Member[]> {
  const all = async (): Promise<readonly Member[]> => {
    const answer = await product.request('GET', `/conference-rooms/${room}/conference`)
    return ((await answer.json()) as { readonly members?: readonly Member[] }).members ?? []
  }
  const ask = async (): Promise<readonly Member[] | undefined> => {
    const list = await all()
    return wanted(list) ? list : undefined
  }
  return eventually('the members of the conference', ask, { shown: all })
}

/** Tones that announce a member pass. */
async function eventuallyHears(
  who: Baresip,
  tones: readonly { frequencyHz: number }[],
  absent: readonly { frequencyHz: number }[],
): Promise<void> {
  const untilMs = performance.now() + DEADLINE_MS
  for (;;) {
    const sound = await who.listen(400)
    try {
      return assertHearsMixture(who.name, sound, tones, absent)
    } catch (error) {
      if (performance.now() > untilMs) throw error
    }
  }
}
