/** Outages of customers' PBXs, told by mail and noted: part of customer-trunks.integration.test.ts, which brings product, carrier and mail server. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerCalls, assertHears, type Baresip, type ExpectedTone, eventually, type RunningProduct } from '@klinke/testbed'
import { changed, extensionOf, fromOutside } from './call-settings-support.ts'
import { firstAccount, numberIn, pbxCalled, sellTrunk } from './customer-trunks-desk.ts'
import { attachedSound } from './mailbox-lane.ts'
import { addEnglishAdministrator, ENGLISH_ADMINISTRATOR, germanAdministrator, mailTo, type Taken } from './mails.ts'

interface Lane {
  readonly skip: string | false
  /** Asked in each test: they are started before the first one. */
  readonly product: () => RunningProduct
  readonly carrier: () => Baresip
  readonly mail: () => Taken
  /** What the carrier's telephone says. */
  readonly tone: ExpectedTone
}

const BLOCK = '+492214710290'
const MAILBOX_MAIL = 'outage@example.org'
/** Of the message that somebody outside leaves. */
const MESSAGE_MS = 2_500
const ENDS_WITHIN_MS = 30_000

/** Registers the tests. */
export function outages(lane: Lane): void {
  const { skip } = lane
  test(
    'BCP-01: when a PBX goes and when it is back, both ends are told by mail, each in its language, and it is noted for the customer',
    {
      skip,
    },
    () => told(lane),
  )
  test('BCP-01: while a PBX is away a caller hears the greeting and leaves a message, which comes by mail with its sound', { skip }, () =>
    messageByMail(lane),
  )
}

interface Outage {
  readonly beganAt: string
  readonly endedAt: string | null
}

async function told(lane: Lane): Promise<void> {
  const [product, mail] = [lane.product(), lane.mail()]
  const { tenantId } = await extensionOf(product, '10')
  const trunk = await sellTrunk(product, BLOCK, { product: 'extended', name: 'Anlage Post' })
  await addEnglishAdministrator(product, tenantId)
  const bothEnds = [germanAdministrator(product), product.demo.logins.find(({ role }) => role === 'operator')?.email ?? '']
  const noted = async (): Promise<readonly Outage[]> =>
    ((await product.get(`/customer-trunks/${trunk.id}/outages`)) as { readonly items: readonly Outage[] }).items
  const there = () => pbxCalled(product, { account: firstAccount(trunk), scenario: answerCalls() })
  await (await there())[Symbol.asyncDispose]()
  for (const to of bothEnds) await mailTo(mail, product, to, 'SIP-Trunk „Anlage Post“ ist nicht erreichbar')
  await mailTo(mail, product, ENGLISH_ADMINISTRATOR, 'the PBX at the SIP trunk “Anlage Post” is unreachable')
  const lasting = await eventually('the outage is noted', async () => ((await noted()).length === 1 ? noted() : undefined))
  assert.equal(lasting[0]?.endedAt, null)
  await using _pbx = await there()
  for (const to of bothEnds) await mailTo(mail, product, to, 'SIP-Trunk „Anlage Post“ ist wieder erreichbar')
  await mailTo(mail, product, ENGLISH_ADMINISTRATOR, 'the PBX at the SIP trunk “Anlage Post” is reachable again')
  await eventually('its end is noted', async () => (await noted())[0]?.endedAt !== null)
  assert.equal((await noted()).length, 1)
}

async function messageByMail(lane: Lane): Promise<void> {
  const [product, outside, mail] = [lane.product(), lane.carrier(), lane.mail()]
  const { id: extensionId, tenantId } = await extensionOf(product, '14')
  await changed(product, `/extensions/${extensionId}/mailbox`, { mailTo: MAILBOX_MAIL })
  const { id: targetId } = (await product.get(`/extensions/${extensionId}/mailbox`)) as { readonly id: string }
  const { items } = (await product.get(`/customer-trunks?tenantId=${tenantId}`)) as {
    readonly items: readonly { readonly id: string; readonly name: string }[]
  }
  const id = items.find(({ name }) => name === 'Anlage Post')?.id ?? ''
  const path = `/trunk-continuity/${id}?tenantId=${tenantId}`
  const wanted = { mode: 'automatic', destination: { kind: 'voicemail', targetId } }
  assert.equal((await product.request('PUT', path, wanted)).status, 200)
  await outside.dial(fromOutside(product, numberIn(BLOCK, 3)))
  await outside.established()
  await outside.press('#')
  await outside.listen(MESSAGE_MS)
  await outside.press('#')
  await outside.ended(ENDS_WITHIN_MS)
  const message = await mailTo(mail, product, MAILBOX_MAIL, '')
  assertHears('who opens the mail', attachedSound(message), lane.tone.frequencyHz)
  assert.equal((await product.request('DELETE', path)).status, 204)
}
