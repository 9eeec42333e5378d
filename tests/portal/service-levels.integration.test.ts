/** Maintenance, incidents and availability in a browser: the operator announces, everybody and the customer read. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Chromium, eventually } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { complaints } from './axe.ts'
import { faultsOf, PortalWorld, settled } from './support.ts'
import { onPage } from './things.ts'

const skip = Chromium.missing
let world: PortalWorld

before(async () => {
  if (skip) return
  world = await PortalWorld.start({}, { KLINKE_PROBE_SECONDS: '1' })
  const { items } = (await world.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  const serviceLevel = { availability: [{ side: 'all', percent: 99.9 }], maintenance: [{ notice: { days: 7 } }] }
  const answer = await world.product.request('PATCH', `/tenants/${items[0]?.tenantId}`, { profile: { serviceLevel } })
  assert.equal(answer.status, 200, await answer.text())
})
after(() => world?.[Symbol.asyncDispose]())

/** As a field of the browser has it: at noon, so many days from now. */
function noon(days: number, hour = '12:00'): string {
  return `${Temporal.Now.plainDateISO('Europe/Berlin').add({ days }).toString()}T${hour}`
}

async function asOperator(work: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.signedIn('operator')
  const faults = faultsOf(page)
  await page.goto(world.url('/service-state'))
  await work(page)
  assert.deepEqual(faults, [])
  await page.context().close()
}

test(
  'SLA-03: maintenance with too short notice is refused with the earliest time; announced later it stands on the status page',
  { skip },
  () =>
    asOperator(async (page) => {
      await page.getByRole('button', { name: 'Wartung ankündigen' }).click()
      await page.getByRole('textbox', { name: 'Titel auf Deutsch' }).fill('Neue Software')
      await page.getByRole('textbox', { name: 'Titel auf Englisch' }).fill('New software')
      await page.getByLabel('Beginn').fill(noon(2))
      await page.getByLabel('Ende').fill(noon(2, '14:00'))
      await page.getByRole('checkbox', { name: 'Gespräche' }).check()
      await page.getByRole('button', { name: 'Wartung ankündigen' }).click()
      await page.getByText(/erlaubt eine Wartung dieser Länge frühestens ab/).waitFor()
      await page.getByLabel('Beginn').fill(noon(20))
      await page.getByLabel('Ende').fill(noon(20, '14:00'))
      await page.getByRole('button', { name: 'Wartung ankündigen' }).click()
      await page.getByText('Die Wartung ist angekündigt.').waitFor()
      await page.getByRole('button', { name: 'Absagen' }).waitFor()
      await page.getByRole('button', { name: 'Störung melden' }).click()
      await page.getByRole('textbox', { name: 'Titel auf Deutsch' }).fill('Rauschen')
      await page.getByRole('textbox', { name: 'Titel auf Englisch' }).fill('Noise')
      await page.getByRole('checkbox', { name: 'Sprachqualität' }).check()
      await page.getByRole('textbox', { name: 'Text auf Deutsch' }).fill('Wir suchen die Ursache.')
      await page.getByRole('textbox', { name: 'Text auf Englisch' }).fill('We are looking for the cause.')
      await page.getByRole('button', { name: 'Störung melden' }).click()
      await page.getByText('Wir suchen die Ursache.').waitFor()
      await settled(page)
      assert.equal(await complaints(page), '')
    }),
)

test('everybody reads the status page without signing in, in both languages, and it is accessible', { skip }, async () => {
  for (const [locale, colorScheme, title, saying] of [
    ['de-DE', 'light', 'Zustand der Telefonanlage', 'Wir suchen die Ursache.'],
    ['en-GB', 'dark', 'State of the exchange', 'We are looking for the cause.'],
  ] as const) {
    const page = await world.visitor({ locale, colorScheme })
    const faults = faultsOf(page)
    await eventually('what was written is read', async () => {
      await page.goto(world.url('/status'))
      return (await page.getByText(saying).count()) === 1
    })
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), title)
    assert.equal(await page.getByRole('img').count(), 5, 'a picture for each component')
    assert.equal(await page.getByText(locale === 'de-DE' ? 'Neue Software' : 'New software').count(), 1)
    assert.equal(await complaints(page), '')
    assert.deepEqual(faults, [])
    await page.context().close()
  }
})

test('SLA-01: the customer sees what was promised, what it was, and the maintenance to come', { skip }, () =>
  onPage(world, '/availability', async (page) => {
    await page.getByText('100 %, zugesagt 99,9 %').waitFor()
    await page.getByText('In diesem Jahr gab es keinen Ausfall.').waitFor()
    await page.getByText('Neue Software').waitFor()
    assert.equal(await page.getByRole('progressbar').count(), 1)
    await settled(page)
    assert.equal(await complaints(page), '')
  }),
)
