/** A message is left by a phone that is not ours, the owner's lamp goes on, and the owner hears what was said. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertHearsTone, type Baresip, missingPeers, RunningProduct } from '@klinke/testbed'
import { dialled, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
/** Longer than greeting and beep. */
const GREETING_MS = 12_000
const MESSAGE_MS = 4_000
let product: RunningProduct

before(async () => {
  product = await RunningProduct.start({ root })
})
after(() => product?.[Symbol.asyncDispose]())

async function change(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await product.request('PATCH', path, body)
  const answer = (await response.json()) as Record<string, unknown>
  assert.equal(response.status, 200, JSON.stringify(answer))
  return answer
}

/** Extension 10 gets a mailbox, and forwards all calls there. */
async function giveMailbox(): Promise<string> {
  const { items } = (await product.get('/extensions')) as { readonly items: readonly { readonly id: string; readonly number: string }[] }
  const id = items.find(({ number }) => number === '10')?.id ?? ''
  const box = await change(`/extensions/${id}/mailbox`, { language: 'en' })
  const to = { kind: 'voicemail', targetId: box.id }
  await change(`/extensions/${id}/call-settings`, { forwardings: [{ when: 'always', to }] })
  return `/extensions/${id}/mailbox`
}

/** Listens until the lamp says that. */
async function lamp(owner: Baresip, summary: RegExp): Promise<void> {
  for (;;) {
    const { param } = await owner.event('MWI_NOTIFY')
    if (summary.test(param)) return
  }
}

test('VM-01, VM-04: a message is left, the lamp goes on, the owner hears it, calls back, and deletes it', { skip }, async () => {
  const mailbox = await giveMailbox()
  await using owner = await phone(product, '10', { tone: TONES.anna, messageLamp: true })
  await lamp(owner, /Messages-Waiting: no/)
  await using caller = await phone(product, '11', { tone: TONES.bea })
  await caller.dial(dialled(product, '10'))
  await caller.established()
  await caller.press('#')
  await caller.listen(MESSAGE_MS)
  await caller.press('#')
  await lamp(owner, /Messages-Waiting: yes[\s\S]*Voice-Message: 1\/0/)
  await caller.ended(GREETING_MS)

  const { items } = (await product.get(`${mailbox}/messages`)) as { readonly items: readonly Record<string, unknown>[] }
  assert.partialDeepStrictEqual(items, [{ state: 'new', callerNumber: '11' }])
  await change(mailbox, { announceCaller: false })
  await owner.dial(dialled(product, '*55'))
  await owner.established()
  await hears(owner)
  await owner.press('5')
  assert.match(await caller.rings(), /10@/)
  await caller.accept()
  await caller.established()
  assertHearsTone('who left the message', await caller.listen(600), TONES.anna)
  assertHearsTone('the owner', await owner.listen(600), TONES.bea)
  await lamp(owner, /Messages-Waiting: no[\s\S]*Voice-Message: 0\/1/)
  await caller.hangUp()
  await owner.ended()
  await owner.dial(dialled(product, '*55'))
  await owner.established()
  await owner.press('2')
  await hears(owner)
  await owner.press('3')
  await lamp(owner, /Voice-Message: 0\/0/)
  await owner.hangUp()
  await owner.ended()
})

/** Waits for the message among all that is said. */
async function hears(owner: Baresip): Promise<void> {
  const untilMs = performance.now() + GREETING_MS
  for (;;) {
    try {
      assertHearsTone('the owner', await owner.listen(500), TONES.bea)
      return
    } catch (error) {
      if (performance.now() > untilMs) throw error
    }
  }
}
