/** What the operator does at carriers, and at traced calls: part of operation.integration.test.ts, which brings product and browser. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { faultsOf, type PortalWorld } from './support.ts'
import { CONTENT, choose, confirm } from './things.ts'

interface Lane {
  readonly skip: boolean | string
  /** Asked in each test: it is started before the first one. */
  readonly world: () => PortalWorld
}

/** Registers the tests. */
export function carrierJourneys({ skip, world }: Lane): void {
  test(
    'TRK-09: a price list is tried and taken over, a price changed and refused at its field, and the way of a number says why',
    {
      skip,
    },
    () => prices(world()),
  )
  test('TRK-07: what a carrier does otherwise than its profile is set point by point, and taken back', { skip }, () => profile(world()))
  test('CLI-06: a call tracing is ordered, its report released by a second person and read; the customer sees who and why', { skip }, () =>
    traced(world()),
  )
}

async function created(world: PortalWorld, path: string, what: object): Promise<string> {
  const answer = await world.product.request('POST', path, what)
  const body = (await answer.json()) as { readonly id: string }
  assert.equal(answer.status, 201, JSON.stringify(body))
  return body.id
}

async function asOperator(world: PortalWorld, path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.signedIn('operator')
  const faults = faultsOf(page)
  await page.goto(world.url(path))
  await work(page)
  assert.deepEqual(faults, [])
  await page.context().close()
}

const SILENT = { host: '127.0.0.9', port: 9, authentication: { kind: 'fixed-ip', addresses: ['127.0.0.9'] }, priority: 940 }
/** Nobody else of the tests calls there. */
const NUMBER = '+88161234567'

async function prices(world: PortalWorld): Promise<void> {
  const id = await created(world, '/carriers', { ...SILENT, name: 'Netz Teuer' })
  await asOperator(world, `/carriers/${id}`, async (page) => {
    await page.getByRole('link', { name: 'Preise' }).click()
    await page.getByText('Noch keine Preise').waitFor()
    await page.getByRole('link', { name: 'Preisliste einlesen' }).click()
    const table = Buffer.from('Vorwahl;Preis je Minute\n+8816;5,25\nSatellit;1\n')
    await page.locator('input[type=file]').setInputFiles({ name: 'Preise.csv', mimeType: 'text/csv', buffer: table })
    await page.getByText('1 neu, 0 geändert, 0 gleich, 0 entfallen, 1 mit Fehlern').waitFor()
    await page.getByRole('row', { name: '3 Satellit Kein Nummernanfang' }).waitFor()
    await page.getByRole('button', { name: 'Preisliste übernehmen' }).click()
    await page.getByText('Eingelesen: 1 neu').waitFor()
    await page.goto(world.url(`/carriers/${id}/prices`))
    await page.getByRole('link', { name: '+881', exact: false }).click()
    const price = page.getByRole('textbox', { name: 'Preis je Minute' })
    await price.fill('4,5')
    await page.getByRole('button', { name: 'Nächsten Preis hinzufügen' }).click()
    await price.last().fill('4')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Da gilt noch ein anderer Preis').first().waitFor()
    await page.getByRole('button', { name: 'Preis 2 entfernen' }).click()
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert').first().waitFor()
    assert.deepEqual(await world.product.get(`/carriers/${id}/prices/%2B8816`), {
      prefix: '+8816',
      rates: [{ microsPerMinute: 4_500_000, validFrom: null, validUntil: null }],
    })
    await page.goto(world.url('/carriers'))
    await page.getByRole('link', { name: 'Leitwege' }).click()
    await ruled(page, world)
  })
  assert.equal((await world.product.request('DELETE', `/carriers/${id}`)).status, 204)
}

/** A rule puts the dear carrier first, although it is dearer; the look-up says so. */
async function ruled(page: Page, world: PortalWorld): Promise<void> {
  await page.getByRole('link', { name: 'Regel anlegen' }).click()
  await page.getByRole('textbox', { name: 'Nummernanfang' }).fill('Mond')
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.getByText('Bitte den Anfang einer Nummer').waitFor()
  await page.getByRole('textbox', { name: 'Nummernanfang' }).fill('00 881 6')
  await choose(page, 'Welche Carrier', 'nur')
  await page.getByRole('combobox', { name: 'Carrier', exact: true }).click()
  await page.getByRole('option', { name: 'Netz Teuer' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.getByText('Die Regel gilt ab sofort').waitFor()
  await page.getByRole('textbox', { name: 'Rufnummer' }).fill(NUMBER)
  await page.getByRole('button', { name: 'Weg zeigen' }).click()
  const way = page.getByRole('status').filter({ hasText: 'geht jetzt über' })
  await way.getByText('Es gilt die Regel für +8816: nur.').waitFor()
  await way.getByText('durch die Regel zuerst · Rang 940 · 4,5000').waitFor()
  await page.getByRole('link', { name: '+8816' }).click()
  await page.locator(CONTENT).getByRole('button', { name: 'Löschen', exact: true }).click()
  await confirm(page, 'Löschen', 'kürzeren Nummernanfang')
  await eventually('the rule is gone', async () => {
    const { items } = (await world.product.get('/carrier-rules')) as { readonly items: readonly unknown[] }
    return items.length === 0
  })
}

async function profile(world: PortalWorld): Promise<void> {
  const id = await created(world, '/carriers', { ...SILENT, name: 'Netz Eigen', profile: '1tr118' })
  const changes = async (): Promise<unknown> =>
    ((await world.product.get(`/carriers/${id}`)) as { readonly profileChanges: unknown }).profileChanges
  await asOperator(world, `/carriers/${id}`, async (page) => {
    const section = page.getByRole('region', { name: 'Was bei diesem Carrier anders ist' })
    await section.getByText('Nichts: Alles ist wie im Profil.').waitFor()
    await section.getByRole('button', { name: 'Abweichungen zeigen' }).click()
    await choose(page, 'P-Asserted-Identity', 'die Nummer, die zahlt')
    const answers = section.getByRole('combobox', { name: 'Nach diesen Antworten kommt der nächste Carrier' })
    await answers.fill('200')
    await page.keyboard.press('Enter')
    await section.getByRole('button', { name: 'Speichern' }).click()
    await section.getByText('Nur Antworten von 300 bis 699').waitFor()
    await answers.press('Backspace')
    await answers.fill('404')
    await page.keyboard.press('Enter')
    await section.getByRole('button', { name: 'Speichern' }).click()
    await section.getByText('2 Abweichungen').waitFor()
    assert.deepEqual(await changes(), { identity: { asserted: 'own' }, goesOnAfter: [404] })
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await section.getByText('Nichts: Alles ist wie im Profil.').waitFor()
    assert.deepEqual(await changes(), {})
  })
  assert.equal((await world.product.request('DELETE', `/carriers/${id}`)).status, 204)
}

async function traced(world: PortalWorld): Promise<void> {
  const { items } = (await world.product.get('/tenants')) as { readonly items: readonly { readonly id: string; readonly name: string }[] }
  const [customer] = items
  await created(world, '/numbers', { tenantId: customer?.id, first: '+493222999000', size: 1 }).catch(() => undefined)
  const first = await world.signedIn('operator')
  const faults = faultsOf(first)
  await first.goto(world.url('/trace-orders'))
  await first.getByRole('combobox', { name: 'Kunde' }).click()
  await first.getByRole('option', { name: customer?.name ?? '' }).click()
  await first.getByRole('link', { name: 'Auftrag anlegen' }).first().click()
  await first.getByRole('textbox', { name: 'Angerufene Rufnummer' }).fill('0221 999')
  await first.getByRole('textbox', { name: 'Grund' }).fill('Drohanrufe')
  await first.getByRole('textbox', { name: 'Antrag des Kunden' }).fill('F-17')
  await first.getByLabel('Bis').fill(localDay(20))
  await first.getByRole('button', { name: 'Anlegen' }).click()
  await first.getByText('Bitte eine ganze Rufnummer').or(first.getByText('Nur Anrufe an eigene Rufnummern')).first().waitFor()
  await first.getByRole('textbox', { name: 'Angerufene Rufnummer' }).fill('+493222999000')
  await first.getByRole('button', { name: 'Anlegen' }).click()
  await first.getByText('läuft', { exact: true }).waitFor()
  await first.getByRole('textbox', { name: 'An wen und warum' }).fill('Anzeige bei der Polizei')
  await first.getByRole('button', { name: 'Freigabe beantragen' }).click()
  await first.getByText('wartet auf Freigabe').waitFor()
  await first.getByRole('button', { name: 'Freigeben' }).click()
  await first.getByText('Wer die Freigabe beantragt hat, kann sie nicht erteilen. Eine andere Person').waitFor()
  const path = new URL(first.url()).pathname
  const second = await secondOperator(world)
  await second.goto(world.url(path))
  await second.getByRole('button', { name: 'Freigeben' }).click()
  await second.getByText('Freigegeben von Ida Zweite').waitFor()
  await first.getByRole('button', { name: 'Bericht lesen' }).click()
  await confirm(first, 'Bericht lesen', 'Änderungsprotokoll')
  await first.getByText('Bisher hat niemand angerufen').waitFor()
  assert.deepEqual(faults, [])
  await first.context().close()
  await second.context().close()
  const owner = await world.signedIn('tenant')
  await owner.goto(world.url(path))
  await owner.getByText('Anzeige bei der Polizei').waitFor()
  await owner.getByText('Freigegeben von Ida Zweite').waitFor()
  for (const name of ['Bericht lesen', 'Freigabe beantragen', 'Löschen'])
    assert.equal(await owner.getByRole('button', { name }).count(), 0, name)
  await owner.context().close()
}

/** Somebody else of the operator, with a password of her own. */
async function secondOperator(world: PortalWorld): Promise<Page> {
  const email = 'ida.zweite@betreiber.example'
  const made = await world.product.request('POST', '/logins', {
    kind: 'operator',
    email,
    name: 'Ida Zweite',
    language: 'de',
    initialPassword: true,
  })
  const { initialPassword } = (await made.json()) as { readonly initialPassword: string }
  const page = await world.visitor()
  await page.goto(world.url('/'))
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.getByRole('textbox', { name: 'Kennwort' }).fill(initialPassword)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.getByLabel('Bisheriges Kennwort').fill(initialPassword)
  await page.getByLabel('Neues Kennwort').fill('ein ganz eigener langer Satz')
  await page.locator('button[type=submit]').click()
  await page.locator('header').waitFor()
  return page
}

/** As a field for day and time has it. */
function localDay(daysLater: number): string {
  return `${new Date(Date.now() + daysLater * 86_400_000).toISOString().slice(0, 10)}T12:00`
}
