/** Announcements of the tenant are heard by phones that are not ours: dialled, in a flow, as the greeting of a group, and recorded by phone. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { assertHearsTone, type Baresip, type ExpectedTone, missingPeers, RunningProduct, writeTone } from '@klinke/testbed'
import { dialled, isAsked, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const PIN = '4711'
/** What the uploaded announcement says; evened out to the loudness of all prompts. */
const UPLOADED = { frequencyHz: 700, levelDbm0: -18 } as const satisfies ExpectedTone
const WITHIN_MS = 20_000
let product: RunningProduct
let tenantId: string
let announcementId: string

before(async () => {
  product = await RunningProduct.start({ root })
  const { items } = (await product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  tenantId = items[0]?.tenantId ?? ''
  announcementId = String((await ask('POST', '/announcements', { tenantId, name: 'Willkommen', number: '800' })).id)
  await upload()
})
after(() => product?.[Symbol.asyncDispose]())

async function ask(method: string, path: string, body: object): Promise<Record<string, unknown>> {
  const response = await product.request(method, path, body)
  const text = await response.text()
  assert.ok(response.ok, `${path}: ${text}`)
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

async function upload(): Promise<void> {
  const file = join(product.dataDirectory, 'welcome.wav')
  writeTone(file, UPLOADED.frequencyHz, -10, 6)
  const { url, key } = product.demo.api
  const base = url.replace(/\/$/, '').replace(/\/api\/v1$/, '')
  const response = await fetch(`${base}/api/v1/announcements/${announcementId}/sounds/de`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'audio/wav' },
    body: new Uint8Array(readFileSync(file)),
  })
  assert.equal(response.status, 201, await response.text())
}

/** Listens until that is heard. */
async function hears(listener: Baresip, tone: ExpectedTone): Promise<void> {
  const untilMs = performance.now() + WITHIN_MS
  for (;;) {
    try {
      return assertHearsTone('the caller', await listener.listen(500), tone)
    } catch (error) {
      if (performance.now() > untilMs) throw error
    }
  }
}

test('an announcement is heard by dialling its number, and hangs up after it', { skip }, async () => {
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '800'))
  await anna.established()
  await hears(anna, UPLOADED)
  await anna.ended()
})

test('a flow says it, and goes on', { skip }, async () => {
  const blocks = [
    { id: 'say', kind: 'announcement', prompt: announcementId, next: 'menu' },
    { id: 'menu', kind: 'menu', prompt: announcementId, keys: { 1: 'end' } },
    { id: 'end', kind: 'hang-up' },
  ]
  const { id } = await ask('POST', '/flows', { tenantId, name: 'Ansage', number: '70', draft: { start: 'say', blocks } })
  await ask('POST', `/flows/${String(id)}/publish`, {})
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '70'))
  await anna.established()
  await hears(anna, UPLOADED)
  await anna.listen(5_000)
  await hears(anna, UPLOADED)
  await anna.press('1')
  await anna.ended()
})

test('a group says it as its greeting', { skip }, async () => {
  const { items } = (await product.get('/extensions')) as { readonly items: readonly { readonly id: string; readonly number: string }[] }
  const member = items.find(({ number }) => number === '11')?.id
  const settings = { greeting: 'answered', greetingAnnouncement: { kind: 'announcement', targetId: announcementId } }
  await ask('POST', '/ring-groups', { tenantId, name: 'Vertrieb', number: '60', settings, members: [{ extensionId: member }] })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '60'))
  await anna.established()
  await hears(anna, UPLOADED)
})

test('*57 and the PIN record it by phone: what was said is what is heard then', { skip }, async () => {
  await ask('PATCH', `/announcement-settings?tenantId=${tenantId}`, { recordingPin: PIN })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '*57800'))
  await anna.established()
  await isAsked(anna)
  for (const digit of `${PIN}#`) await anna.press(digit)
  await anna.listen(6_000)
  await anna.press('#')
  await anna.listen(1_000)
  await anna.press('1')
  await anna.ended()
  await using bea = await phone(product, '11', { tone: TONES.bea })
  await bea.dial(dialled(product, '800'))
  await bea.established()
  await hears(bea, { ...TONES.anna, levelDbm0: -18 })
})
