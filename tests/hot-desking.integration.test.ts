/** An extension logs in at a shared phone by code and PIN; calls follow it there, and emergency calls stay the phone's (DEV-05). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Baresip, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { type CallRecord, callRecord, dialled, isAsked, phone, root, startCli, TONES } from './support.ts'

const skip = missingPeers('baresip')
const PIN = '4711'
const CLEO = { frequencyHz: 620, levelDbm0: -12 }
/** What the simulated control centre plays. */
const CONTROL_CENTRE = { frequencyHz: 1020, levelDbm0: -10 }
let product: RunningProduct
/** Extension 90 is the shared phone, 14 who logs in. */
let shared: { readonly id: string; readonly username: string; readonly password: string }

before(async () => {
  product = await RunningProduct.start({ root })
  const { items } = (await product.get('/extensions')) as {
    readonly items: readonly { readonly id: string; readonly number: string; readonly tenantId: string }[]
  }
  const user = items.find(({ number }) => number === '14')
  const made = await ask('POST', '/extensions', { tenantId: user?.tenantId, number: '90', name: 'Platz 1' })
  shared = { id: String(made.id), username: String(made.sipUsername), password: String(made.sipPassword) }
  await ask('POST', '/shared-phones', { extensionId: shared.id })
  await ask('PATCH', `/extensions/${user?.id}/pin`, { pin: PIN })
})
after(() => product?.[Symbol.asyncDispose]())

async function ask(method: string, path: string, body: object): Promise<Record<string, unknown>> {
  const response = await product.request(method, path, body)
  const answer = (await response.json()) as Record<string, unknown>
  assert.ok(response.ok, JSON.stringify(answer))
  return answer
}

function sharedPhone(): Promise<Baresip> {
  const { username, password } = shared
  return Baresip.start({ username, password, domain: product.demo.sip.domain, server: product.sip(), tone: TONES.anna })
}

/** Dials the code, gives the PIN, and hears that it is done. */
async function logIn(desk: Baresip): Promise<void> {
  await desk.dial(dialled(product, '*4714'))
  await desk.established()
  await isAsked(desk)
  for (const digit of `${PIN}#`) await desk.press(digit)
  await desk.ended(20_000)
  const { user } = (await product.get(`/shared-phones/${shared.id}`)) as { readonly user: unknown }
  assert.notEqual(user, null, 'nobody is logged in')
}

async function logOut(desk: Baresip): Promise<void> {
  await desk.dial(dialled(product, '*047'))
  await desk.established()
  await desk.ended(20_000)
}

/** Calls 112, hears the control centre, and gives the record of that call. */
async function callForHelp(desk: Baresip, after: number): Promise<CallRecord> {
  await desk.dial(dialled(product, '112'))
  await desk.established()
  await hearsTone('who calls for help', desk, CONTROL_CENTRE, 600)
  await desk.hangUp()
  await desk.ended()
  return callRecord(product, 'the call for help', (call) => call.emergency && call.endedAt !== null && Date.parse(call.startedAt) >= after)
}

test('DEV-05: an extension logs in at a shared phone, is called there, calls from there under its number, and logs out', {
  skip,
}, async () => {
  await using desk = await sharedPhone()
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await logIn(desk)

  await bea.dial(dialled(product, '14'))
  assert.match(await desk.rings(), /11@/)
  await desk.accept()
  await desk.established()
  await hearsTone('who calls', bea, TONES.anna, 600)
  await hearsTone('who is called at the shared phone', desk, TONES.bea, 600)
  await bea.hangUp()
  await Promise.all([bea.ended(), desk.ended()])

  await desk.dial(dialled(product, '11'))
  assert.match(await bea.rings(), /14@/)
  await bea.accept()
  await bea.established()
  await hearsTone('who is called', bea, TONES.anna, 600)
  await desk.hangUp()
  await Promise.all([bea.ended(), desk.ended()])

  await logOut(desk)
  await bea.dial(dialled(product, '14'))
  assert.match(await bea.ended(), /480|404/)
})

test('EMG-01, EMG-02: a shared phone calls 112 as itself, logged in or not, and who calls back reaches it', { skip }, async () => {
  await using desk = await sharedPhone()
  const start = Date.now() - 1000
  assert.equal((await callForHelp(desk, start)).caller.number, '90')
  await logIn(desk)
  assert.equal((await callForHelp(desk, Date.now() - 100)).caller.number, '90')
  await logOut(desk)

  await using centre = startCli(product, 'call-in', product.demo.numbers[0] ?? '', '--seconds', '5')
  await desk.rings()
  await desk.accept()
  await desk.established()
  await desk.ended(20_000)
  assert.equal(await centre.exit(20_000), 0, centre.output)
})

test('DEV-05: logged off, the phone is told to log in when it dials outside, and calls inside', { skip }, async () => {
  await using desk = await sharedPhone()
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await desk.dial(dialled(product, '030123456'))
  assert.match(await desk.ended(20_000), /403/)
  await desk.dial(dialled(product, '11'))
  assert.match(await bea.rings(), /90@/)
  await desk.hangUp()
  await bea.ended()
})

test('DEV-05: calls to who is logged in nowhere go to the operator; where the extension is forwarded, the forwarding goes on', {
  skip,
}, async () => {
  const { items } = (await product.get('/extensions')) as { readonly items: readonly Record<'id' | 'number' | 'tenantId', string>[] }
  const extension = (number: string) => items.find((item) => item.number === number)
  const to = (number: string) => ({ kind: 'extension', targetId: extension(number)?.id })
  await ask('PATCH', `/operator-position?tenantId=${extension('14')?.tenantId}`, {
    number: '91',
    mode: 'day',
    day: to('11'),
    greeting: 'none',
  })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await using cleo = await phone(product, '12', { tone: CLEO })
  for (const [answers, tone, forwardings] of [
    [bea, TONES.bea, []],
    [cleo, CLEO, [{ when: 'always', to: to('12') }]],
  ] as const) {
    await ask('PATCH', `/extensions/${extension('14')?.id}/call-settings`, { forwardings })
    await anna.dial(dialled(product, '14'))
    await answers.rings()
    await answers.accept()
    await Promise.all([anna.established(), answers.established()])
    await hearsTone('who calls', anna, tone, 600)
    await hearsTone('who answers instead', answers, TONES.anna, 600)
    await anna.hangUp()
    await Promise.all([anna.ended(), answers.ended()])
  }
})
