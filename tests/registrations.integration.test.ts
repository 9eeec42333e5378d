/** Phones stay reachable over a restart, although they register again only within the hour. */
import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { eventually, hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { CARL } from './call-settings-support.ts'
import { firstAccount, pbxPhone, sellTrunk } from './customer-trunks-desk.ts'
import { dialled, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')
const PBX_NUMBER = '+492214710300'

interface Registrations {
  readonly items: readonly { readonly addressOfRecord: string; readonly registeredAt: string; readonly refreshedAt: string }[]
}

async function registrationOf(product: RunningProduct, extension: string): Promise<Registrations['items'][number] | undefined> {
  const { items } = (await product.get('/registrations')) as Registrations
  return items.find(({ addressOfRecord }) => addressOfRecord.startsWith(`${extension}@`))
}

/** What a crash may cost is the last quarter of a second. */
async function kept(product: RunningProduct): Promise<void> {
  for (const name of ['registrations', 'trunk-registrations']) {
    const folder = join(product.dataDirectory, name)
    await eventually('a registration on disk', () => readdirSync(folder).some((file) => statSync(join(folder, file)).size > 0))
  }
}

test("a phone, and a customer's PBX, that registered before a crash is called after it, without registering again", { skip }, async () => {
  await using product = await RunningProduct.start({ root })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  const trunk = await sellTrunk(product, PBX_NUMBER, { product: 'basic' }, 1)
  await using pbx = await pbxPhone(product, firstAccount(trunk), CARL)
  const before = await registrationOf(product, '11')
  assert.ok(before)
  await kept(product)
  await product.kill()
  await product.restart()
  assert.deepEqual(await registrationOf(product, '11'), before)
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await hearsTone('the caller', anna, TONES.bea, 600)
  await hearsTone('the phone of before', bea, TONES.anna, 600)
  assert.equal((await registrationOf(product, '11'))?.refreshedAt, before.refreshedAt)
  await anna.hangUp()
  await bea.ended()
  await anna.dial(dialled(product, PBX_NUMBER))
  await pbx.rings()
  await pbx.accept()
  await pbx.established()
  await hearsTone('the PBX of before', pbx, TONES.anna, 600)
})
