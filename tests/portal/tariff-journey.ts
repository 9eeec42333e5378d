/** Tariffs in the browser: part of operation.integration.test.ts, which brings product and browser. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, type PortalWorld } from './support.ts'
import { choose, confirm } from './things.ts'

interface Lane {
  readonly skip: boolean | string
  /** Asked in each test: it is started before the first one. */
  readonly world: () => PortalWorld
}

/** Registers the test. */
export function tariffJourney({ skip, world }: Lane): void {
  test(
    'issue 6: the operator drafts new prices of calls, tries, mends and compares them, publishes them and takes them back',
    { skip },
    () => journey(world()),
  )
}

/** A profile of this name with prices of calls. */
async function loadProfile(world: PortalWorld, id: string, title: string): Promise<void> {
  const yaml = (await readFile(join(import.meta.dirname, '../../profiles/channels.yaml'), 'utf8'))
    .replace('profile: channels', `profile: ${id}`)
    .replace('de: Telefonanlage nach Sprachkanälen', `de: ${title}`)
  const loaded = await world.product.request('POST', '/product-profiles', { yaml })
  assert.equal(loaded.status, 201, await loaded.text())
}

const BUNDLE = { id: 'minutes', name: { de: 'Minuten', en: 'Minutes' }, seconds: 600, of: 'customer', origins: ['own'], media: ['voice'] }

/** A profile with a draft that has a fault: for the pages that axe looks at. */
export async function furnishTariffs(world: PortalWorld): Promise<void> {
  await loadProfile(world, 'tariff-pages', 'Anlage')
  const made = await world.product.request('POST', '/product-profiles/tariff-pages/tariff-drafts', {})
  const { id, revision } = (await made.json()) as { readonly id: string; readonly revision: number }
  const changes = [
    { kind: 'raise', percent: '5' },
    { kind: 'set-price', zone: 'de-fixed', row: 0, price: { perMinute: '-1' } },
    { kind: 'add-public-holidays', year: 2026 },
    { kind: 'set-period', period: { name: 'Nacht', days: ['mon'], from: '20:00', until: '08:00' } },
    { kind: 'set-bundle', bundle: { ...BUNDLE, zones: ['de-fixed'] } },
  ]
  const changed = await world.product.request('PATCH', `/tariff-drafts/${id}`, { revision, changes })
  assert.equal(changed.status, 200, await changed.text())
}

async function journey(world: PortalWorld): Promise<void> {
  await loadProfile(world, 'tariff-journey', 'Anlage mit Tarif')
  const page = await world.signedIn('operator')
  const faults = faultsOf(page)
  await page.goto(world.url('/tariffs'))
  await page.getByRole('img', { name: 'Welche Fassung von Anlage mit Tarif wann gilt' }).waitFor()
  await page.getByRole('button', { name: 'Neue Fassung entwerfen: Anlage mit Tarif' }).click()
  await page.getByRole('searchbox', { name: 'Suchen' }).fill('0176 12345678')
  await page.getByRole('cell', { name: '+4917', exact: true }).waitFor()
  await makesPriceWrong(page)
  await readsTable(page)
  await changesRules(page)
  await triesAndCompares(page)
  await page.getByRole('tab', { name: 'Veröffentlichen' }).click()
  await page.getByText('Noch zahlt niemand nach diesem Tarif.').waitFor()
  await page.getByRole('button', { name: 'Jetzt veröffentlichen' }).click()
  await confirm(page, 'Veröffentlichen', 'Fassung veröffentlichen?')
  const versions = page.getByRole('table', { name: 'Fassungen von Anlage mit Tarif' })
  await versions.getByRole('row', { name: /geplant/ }).waitFor()
  await versions.getByRole('button', { name: 'Zurücknehmen' }).click()
  await confirm(page, 'Zurücknehmen', 'zurücknehmen?')
  await versions.getByRole('row', { name: /zurückgenommen/ }).waitFor()
  assert.deepEqual(faults, [])
  await page.context().close()
}

/** A negative price is told at its field and in the check, and does not go further. */
async function makesPriceWrong(page: Page): Promise<void> {
  await page.locator('tbody a').first().click()
  const price = page.getByRole('textbox', { name: 'Je Minute, in Euro' })
  await price.fill('-0,2')
  await saves(page)
  await page.getByText('-0.2: Preise sind nicht negativ.').waitFor()
  await page.goBack()
  await page.getByRole('tab', { name: 'Veröffentlichen' }).click()
  await page.getByText('Der Entwurf hat Fehler; die Prüfung nennt sie.').waitFor()
  await page.getByRole('tab', { name: 'Prüfung' }).click()
  await page.getByRole('link', { name: /Preis 1/ }).click()
  await page.getByRole('textbox', { name: 'Je Minute, in Euro' }).fill('0,2')
  await saves(page)
  await page.goBack()
}

/** Saves the price of the page, and waits until the draft is read anew: what comes next is a change of that. */
async function saves(page: Page): Promise<void> {
  let status: number | undefined
  const readAgain = page.waitForResponse((answer) => {
    const isOfDraft = /\/tariff-drafts\/[^/]+$/.test(answer.url())
    if (isOfDraft && answer.request().method() === 'PATCH') status = answer.status()
    return isOfDraft && answer.request().method() === 'GET' && status !== undefined
  })
  await page.getByRole('button', { name: 'Speichern' }).click()
  await readAgain
  assert.equal(status, 200)
}

/** A table with a fault is not taken; mended it is, and the zone that it brings is there. */
async function readsTable(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Tabelle' }).click()
  const table = (row: string) => ({ name: 'preise.csv', mimeType: 'text/csv', buffer: Buffer.from(`${TITLES}\n${row}\n`) })
  const file = page.locator('main input[type=file]').first()
  await file.setInputFiles(table('mars;Mars;;special;9,5'))
  await page.getByRole('row', { name: /^2 mars Die Zone ist neu/ }).waitFor()
  await file.setInputFiles(table('mars;Mars;Mars;special;9,5'))
  await page.getByText('Eingelesen: 1 Zeilen.').waitFor()
  const loading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Preise als CSV' }).click()
  const path = await (await loading).path()
  assert.match(await readFile(path, 'utf8'), /mars;Mars;Mars;special;;;9,5;/)
}

const TITLES = 'Zone;Name deutsch;Name englisch;Art;Je Minute'

/** A time of the week for holidays, the holidays of a year, rounding, and a bundle, each with what is wrong said first; a trial tells what applied. */
async function changesRules(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Regeln' }).click()
  const period = page.getByRole('region', { name: 'Neuer Zeitraum' })
  await period.getByRole('textbox', { name: 'Name' }).fill('Festtage')
  await chooseAlso(page, 'Tage', 'Feiertag')
  await period.getByRole('textbox', { name: 'Von' }).fill('8 Uhr')
  await period.getByRole('textbox', { name: 'Bis' }).fill('24:00')
  await period.getByRole('button', { name: 'Zeitraum hinzufügen' }).click()
  await period.getByText('Bitte eine Uhrzeit wie 08:00').waitFor()
  await period.getByRole('textbox', { name: 'Von' }).fill('00:00')
  await period.getByRole('button', { name: 'Zeitraum hinzufügen' }).click()
  await page.getByRole('region', { name: 'Zeitraum Festtage' }).waitFor()
  await page.getByRole('textbox', { name: 'Jahr' }).fill('2026')
  await page.getByRole('button', { name: 'Bundesweite Feiertage hinzufügen' }).click()
  await page.getByRole('button', { name: 'Feiertag 25.12.2026 entfernen' }).waitFor()
  await choose(page, 'Auf ganze Cent gerundet wird', 'jedes Gespräch')
  await page.getByRole('button', { name: 'Takt und Rundung speichern' }).click()
  await page.getByRole('link', { name: 'Neues Paket' }).click()
  await page.getByRole('textbox', { name: 'Kennung' }).fill('test-minutes')
  await page.getByRole('textbox', { name: 'Name, deutsch' }).fill('Testminuten')
  await page.getByRole('textbox', { name: 'Name, englisch' }).fill('Test minutes')
  await page.getByRole('textbox', { name: 'Minuten im Monat' }).fill('100')
  await page.getByRole('button', { name: 'Paket anlegen' }).click()
  await page.getByText('Bitte Zonen oder Arten von Zonen').waitFor()
  await chooseAlso(page, 'In diesen Zonen', 'de-fixed')
  await page.getByRole('button', { name: 'Paket anlegen' }).click()
  await page.getByRole('heading', { name: 'Testminuten', level: 1 }).waitFor()
  await page.goBack()
  await page.goBack()
  await page.getByRole('tab', { name: 'Ausprobieren' }).click()
  await page.getByRole('textbox', { name: 'Zielrufnummer' }).fill('030 12345678')
  await page.getByLabel('Tag').fill('2026-12-25')
  await chooseAlso(page, 'Gebuchte Pakete', 'Testminuten')
  await page.getByRole('button', { name: 'Was kostet das?' }).click()
  await page.getByText(/^Der Tag ist ein Feiertag des Tarifs/).waitFor()
  await page.getByText(/\(Festtage\), davon 60 s aus „Testminuten“/).waitFor()
  await page.getByText('Auf ganze Cent gerundet wird bei jedem Gespräch.').waitFor()
}

/** Chooses in a list of which several may be chosen, and closes it. */
async function chooseAlso(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true }).or(page.getByRole('textbox', { name: label, exact: true }))
  await field.focus()
  await page.keyboard.press('ArrowDown')
  const chosen = page.getByRole('option', { name: option, exact: true })
  await chosen.waitFor()
  // A notice may lie over it for a while.
  await chosen.dispatchEvent('click')
  await page.keyboard.press('Escape')
  await chosen.waitFor({ state: 'hidden' })
}

/** What a call costs on Saturday at 14:00, and what gets dearer and cheaper. */
async function triesAndCompares(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Preise' }).click()
  await page.getByRole('searchbox', { name: 'Suchen' }).fill('Festnetz')
  await page.getByRole('row', { name: /Mobilfunk/ }).waitFor({ state: 'detached' })
  await page
    .getByRole('row', { name: /Deutschland Festnetz/ })
    .getByRole('checkbox')
    .check()
  await page.getByRole('textbox', { name: 'Um Prozent' }).fill('-10')
  await page.getByRole('button', { name: 'Preise ändern' }).click()
  await page.getByText(/^Preise geändert in/).waitFor()
  await page.getByRole('tab', { name: 'Ausprobieren' }).click()
  await page.getByRole('textbox', { name: 'Zielrufnummer' }).fill('0176 12345678')
  await page.getByLabel('Tag').fill('2026-11-28')
  await choose(page, 'Was übertragen wird', 'Sprache')
  await page.getByRole('button', { name: 'Was kostet das?' }).click()
  await page.getByText(/^Das Gespräch kostet 0,20/).waitFor()
  await page.getByText(/Vorwahl \+4917/).waitFor()
  await page.getByRole('tab', { name: 'Unterschiede' }).click()
  await page.getByText(/^Preise teurer: 1, billiger: [1-9]/).waitFor()
}
