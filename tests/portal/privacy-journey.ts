/** Data protection in the browser: part of operation.integration.test.ts, which brings product and browser. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, type PortalWorld } from './support.ts'

interface Lane {
  readonly skip: boolean | string
  /** Asked in each test: it is started before the first one. */
  readonly world: () => PortalWorld
}

/** Registers the tests. */
export function privacyJourney({ skip, world }: Lane): void {
  test(
    'PRI-02: a customer accepts the processing agreement, notes and withdraws a consent, and reads how long data is kept',
    { skip },
    () => agreesAndConsents(world()),
  )
  test(
    'PRI-02: a user gets the own data as a file, which nobody else gets, and asks for a rectification; the administrator extends and answers',
    {
      skip,
    },
    () => asksAndIsAnswered(world()),
  )
  test(
    'Art. 17 GDPR: before a deletion the portal shows what goes and what stays; it is done with the name, and stands in the log',
    { skip },
    () => looksBeforeDeleting(world()),
  )
  test('Art. 28 (2) GDPR: the operator announces a subprocessor, the customer reads it', { skip }, () => announces(world()))
}

async function agreesAndConsents(world: PortalWorld): Promise<void> {
  const page = await world.signedIn('tenant')
  const faults = faultsOf(page)
  await page.goto(world.url('/privacy'))
  const agreement = page.getByRole('region', { name: 'Vertrag zur Auftragsverarbeitung' })
  await agreement.getByRole('button', { name: 'Vertrag annehmen' }).click()
  assert.equal(await agreement.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid'), 'true')
  await agreement.getByRole('textbox', { name: 'Name' }).fill('Anna Muster')
  await agreement.getByRole('textbox', { name: 'Funktion' }).fill('Geschäftsführerin')
  await agreement.getByRole('button', { name: 'Vertrag annehmen' }).click()
  const accepted = agreement.getByRole('link', { name: /angenommen von Anna Muster \(Geschäftsführerin\)/ })
  await accepted.waitFor()
  const loading = page.waitForEvent('download')
  await accepted.click()
  await loading

  const consents = page.getByRole('region', { name: 'Einwilligungen in Werbung und Verzeichnisse' })
  await consents.getByRole('textbox', { name: 'Wer einwilligt' }).fill('Anna Muster')
  await consents.getByRole('textbox', { name: 'Wortlaut' }).first().fill('Ja, ich möchte den Newsletter bekommen.')
  await consents.getByRole('textbox', { name: 'Fassung des Wortlauts' }).fill('2026-01')
  await consents.getByRole('button', { name: 'Einwilligung eintragen' }).click()
  await consents.getByRole('button', { name: 'Widerrufen: Newsletter, Anna Muster' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Widerrufen' }).click()
  await consents
    .getByRole('listitem')
    .filter({ hasText: /^widerrufen am/ })
    .waitFor()
  await consents
    .getByRole('listitem')
    .filter({ hasText: /^erteilt am/ })
    .waitFor()

  await page.getByRole('cell', { name: 'Verbindungsdaten' }).waitFor()
  await page.getByRole('cell', { name: /Stammdaten des Kunden/ }).waitFor()
  await page.getByRole('cell', { name: /§ 14b UStG/ }).waitFor()
  assert.deepEqual(faults, [])
  await page.context().close()
}

async function asksAndIsAnswered(world: PortalWorld): Promise<void> {
  const user = await world.signedIn('user')
  const faults = faultsOf(user)
  await user.goto(world.url('/own-data'))
  await user.getByRole('button', { name: 'Meine Daten anfordern' }).click()
  const link = user.getByRole('link', { name: /^Herunterladen \(bis/ })
  await link.waitFor()
  const loading = user.waitForEvent('download')
  await link.click()
  const file = await readFile(await (await loading).path())
  assert.equal(file.subarray(0, 2).toString(), 'PK')
  const path = (await link.getAttribute('href')) ?? ''
  const others = await world.signedIn('tenant')
  assert.equal((await others.request.get(world.url(path))).status(), 404, 'nobody else gets it')

  await user.getByRole('textbox', { name: 'Worum geht es?' }).fill('Mein Name ist falsch geschrieben')
  await user.getByRole('button', { name: 'Abschicken' }).click()
  await user.getByText(/^Berichtigung vom .*: offen, Antwort bis/).waitFor()
  await answers(world, others)
  await user.reload()
  await user.getByText(/^Berichtigung vom .*: erledigt: Der Name ist berichtigt\.$/).waitFor()
  assert.deepEqual(faults, [])
  await user.context().close()
}

async function answers(world: PortalWorld, page: Page): Promise<void> {
  const faults = faultsOf(page)
  await page.goto(world.url('/privacy'))
  await page.getByRole('link', { name: /^Berichtigung, verlangt von/ }).click()
  const extend = page.getByRole('region', { name: 'Frist verlängern' })
  await extend.getByRole('combobox', { name: 'Um' }).selectOption('2')
  await extend.getByRole('textbox', { name: 'Grund der Verlängerung' }).fill('Wir fragen in der Personalabteilung nach.')
  await extend.getByRole('button', { name: 'Frist verlängern' }).click()
  await extend.waitFor({ state: 'detached' })
  const answer = page.getByRole('region', { name: 'Beantworten' })
  await answer.getByRole('textbox', { name: 'Antwort' }).fill('Der Name ist berichtigt.')
  await answer.getByRole('button', { name: 'Antworten' }).click()
  await answer.waitFor({ state: 'detached' })
  await page.getByRole('cell', { name: 'Der Name ist berichtigt.' }).waitFor()
  assert.equal(await page.getByRole('listitem').filter({ hasText: 'wartet auf den Mailserver' }).count(), 2, 'both are to be mailed')
  assert.deepEqual(faults, [])
  await page.context().close()
}

async function looksBeforeDeleting(world: PortalWorld): Promise<void> {
  const { items } = (await world.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  const leaving = { email: 'weg@muster.example', name: 'Willi Weg', kind: 'tenant', tenantId: items[0]?.tenantId, initialPassword: true }
  const made = await world.product.request('POST', '/logins', leaving)
  assert.equal(made.status, 201, await made.text())
  const page = await world.signedIn('tenant')
  const faults = faultsOf(page)
  await page.goto(world.url('/privacy'))
  const requests = page.getByRole('region', { name: 'Anfragen' })
  await requests.getByRole('combobox', { name: 'Was wird verlangt?' }).selectOption('deletion')
  await requests.getByRole('textbox', { name: 'E-Mail-Adresse der Person' }).fill(leaving.email)
  await requests.getByRole('button', { name: 'Anfrage anlegen' }).click()
  await requests
    .getByRole('link', { name: /^Löschung, verlangt von/ })
    .first()
    .click()
  await page
    .getByRole('region', { name: 'Was eine Löschung nähme' })
    .getByRole('row', { name: /^Zugänge 1 0 –/ })
    .waitFor()
  const answer = page.getByRole('region', { name: 'Beantworten' })
  await answer.getByRole('textbox', { name: 'Antwort' }).fill('Ihr Zugang ist gelöscht.')
  const name = answer.getByRole('textbox', { name: 'Name zur Bestätigung' })
  await name.fill('jemand')
  await answer.getByRole('button', { name: 'Endgültig löschen und antworten' }).click()
  assert.equal(await name.getAttribute('aria-invalid'), 'true')
  await name.fill('Willi Weg')
  await answer.getByRole('button', { name: 'Endgültig löschen und antworten' }).click()
  await page
    .getByRole('region', { name: 'Was gelöscht wurde' })
    .getByRole('row', { name: /^Zugänge 1 0 –/ })
    .waitFor()
  await page.goto(world.url('/privacy'))
  await page
    .getByRole('region', { name: 'Gelöscht' })
    .getByText(/: Zugänge, 1 Einträge$/)
    .waitFor()
  assert.deepEqual(faults, [])
  await page.context().close()
}

async function announces(world: PortalWorld): Promise<void> {
  const page = await world.signedIn('operator')
  const faults = faultsOf(page)
  await page.goto(world.url('/privacy'))
  const section = page.getByRole('region', { name: 'Unterauftragnehmer' })
  await section.getByRole('textbox', { name: 'Firma' }).fill('Rechenzentrum GmbH')
  await section.getByRole('textbox', { name: 'Zweck' }).fill('Betrieb der Server')
  await section.getByRole('textbox', { name: 'Ort' }).fill('Falkenstein')
  const since = section.getByLabel('Erster Tag')
  await since.fill(inDays(1))
  await section.getByRole('button', { name: 'Unterauftragnehmer hinzufügen' }).click()
  await page
    .getByText(/vier Wochen vorher\. Wählen Sie/)
    .first()
    .waitFor()
  await since.fill(inDays(40))
  await section.getByRole('button', { name: 'Unterauftragnehmer hinzufügen' }).click()
  await section.getByRole('row', { name: /Rechenzentrum GmbH Betrieb der Server Falkenstein, DE seit .* \(angekündigt am/ }).waitFor()
  assert.deepEqual(faults, [])
  await page.context().close()
  const customer = await world.signedIn('tenant')
  await customer.goto(world.url('/privacy'))
  await customer.getByRole('cell', { name: 'Falkenstein, DE' }).waitFor()
  await customer.context().close()
}

function inDays(days: number): string {
  return Temporal.Now.plainDateISO().add({ days }).toString()
}
