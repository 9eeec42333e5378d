/** Customers who pay before they call, from telephones to the carrier: part of carrier-side.integration.test.ts, which brings product and carrier. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Baresip, eventually, hearsRecording, type RunningProduct } from '@klinke/testbed'
import { changed, created, extensionOf, prompt } from './call-settings-support.ts'
import { callRecord, dialled, phone, TONES } from './support.ts'

interface Lane {
  readonly skip: string | false
  /** Asked in each test: they are started before the first one. */
  readonly product: () => RunningProduct
  /** The telephone that is a carrier, the first to be asked. */
  readonly carrier: () => Baresip
  readonly number: { readonly number: string }
}

/** Of announcements, which take about five seconds after the tone of the network. */
const HEARD_MS = 1_500
/** One unit of the currency a second, by the second. */
const TARIFF = {
  ...{ validFrom: '2026-01-01', priceAt: 'start', rounding: { where: 'line', mode: 'half-up' }, free: ['on-net', 'enum'] },
  increment: { firstSeconds: 1, thenSeconds: 1 },
  zones: [{ id: 'berlin', name: { de: 'Berlin', en: 'Berlin' }, kind: 'geographic', country: 'DE', prices: [{ perMinute: '60' }] }],
  prefixes: [{ prefix: '+4930', zone: 'berlin' }],
}
/** Twelve seconds with 19 % VAT. */
const TWELVE_SECONDS = '14.28'

interface Account {
  readonly balance: { readonly amount: string }
  readonly held: { readonly amount: string }
  readonly movements: readonly { readonly kind: string; readonly amount: { readonly amount: string } }[]
}

/** Registers the test. */
export function prepaidCalls(lane: Lane): void {
  const { skip } = lane
  test(
    'BIL-09: without credit a call is refused in words and 112 is not; with credit it ends when that does, to the cent, and a call beside it finds none',
    { skip },
    () => calls(lane),
  )
}

async function calls(lane: Lane): Promise<void> {
  const [product, outside] = [lane.product(), lane.carrier()]
  const { tenantId } = await extensionOf(product, '10')
  const tariffId = await created(product, '/tariffs', { name: 'By the second' })
  await created(product, `/tariffs/${tariffId}/versions`, TARIFF)
  await changed(product, `/customer-tariffs?tenantId=${tenantId}`, { validFrom: '2026-02-01', tariffId, extensions: 1, bundles: [] })
  assert.equal((await product.request('PUT', `/prepaid-account?tenantId=${tenantId}`)).status, 200)
  const account = async (): Promise<Account> => (await product.get(`/prepaid-account?tenantId=${tenantId}`)) as Account
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await anna.dial(dialled(product, lane.number.number))
  await hearsRefusal(anna)
  await anna.dial(dialled(product, '112'))
  await anna.established()
  await anna.hangUp()
  await anna.ended()
  await callsForHelpWhileLocked(product, anna, { tenantId, number: lane.number.number })
  const paid = { tenantId, amount: { amount: TWELVE_SECONDS, currency: 'EUR' }, note: 'Lane' }
  assert.equal((await product.request('POST', '/prepaid-account/payments', paid)).status, 200)
  await anna.dial(dialled(product, lane.number.number))
  await outside.rings()
  assert.equal((await account()).held.amount, TWELVE_SECONDS)
  await outside.accept()
  await anna.established()
  await bea.dial(dialled(product, lane.number.number))
  await hearsRefusal(bea)
  await Promise.all([anna.ended(), outside.ended()])
  const { id } = await callRecord(product, 'the ended call', ({ cause }) => cause === 'credit-used-up')
  const rated = await eventually('the price of the call', async () => {
    const { items } = (await product.get(`/rated-calls?tenantId=${tenantId}&outcome=rated`)) as {
      readonly items: readonly { readonly id: string; readonly price: { readonly amount: string } | null }[]
    }
    return items.find((call) => call.id === id)
  })
  assert.equal(rated.price?.amount, '12.00')
  const { balance, held, movements } = await account()
  assert.deepEqual([balance.amount, held.amount], ['0.00', '0.00'])
  assert.deepEqual(
    movements.map(({ kind, amount }) => [kind, amount.amount]),
    [
      ['call', TWELVE_SECONDS],
      ['top-up', TWELVE_SECONDS],
    ],
  )
  const ended = { tenantId, endsOn: Temporal.Now.plainDateISO('Europe/Berlin').toString() }
  assert.equal((await product.request('POST', '/prepaid-account/end', ended)).status, 200)
}

/** FRD-03: the lock of a negative balance, here without notice, refuses all calls out, and 112 is not asked about it. */
async function callsForHelpWhileLocked(
  product: RunningProduct,
  anna: Baresip,
  { tenantId, number }: { readonly tenantId: string; readonly number: string },
) {
  await changed(product, `/tenants/${tenantId}`, { profile: { guard: { lockNoticeHours: 0 } } })
  const lock = { tenantId, cause: 'negative-balance', services: 'all', reason: 'Guthaben' }
  const id = await created(product, '/cost-guard/locks', lock)
  await anna.dial(dialled(product, number))
  assert.match(await anna.ended(), /403/)
  await anna.dial(dialled(product, '112'))
  await anna.established()
  await anna.hangUp()
  await anna.ended()
  assert.equal((await product.request('POST', `/cost-guard/locks/${id}/lift`)).status, 200)
}

async function hearsRefusal(caller: Baresip): Promise<void> {
  await hearsRecording('the caller', caller, prompt('credit-used-up'), HEARD_MS)
  assert.match(await caller.ended(), /403/)
}
