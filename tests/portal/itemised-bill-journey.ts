/** How a customer asks for itemised bills (BIL-06, § 11 TDDDG): part of operation.integration.test.ts. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { readPdf } from '@klinke/platform/test-support'
import type { Page } from 'playwright-core'
import type { PortalWorld } from './support.ts'
import { confirm, onPage } from './things.ts'

interface Settings {
  readonly choices: readonly { readonly choice: string; readonly withFlat: boolean }[]
  readonly declarations: readonly { readonly declaredBy: string; readonly revokedAt: string | null }[]
}

/** Whole numbers are refused without the declaration; it is given, whole numbers are chosen, and it is revoked. */
export async function asksForItemisedBills(world: PortalWorld, tenantId: string): Promise<void> {
  await onPage(world, '/itemised-bills', async (page) => {
    await page.getByRole('heading', { name: 'Einzelverbindungsnachweise' }).waitFor()
    await page.getByRole('link', { name: 'Art und Erklärung' }).click()
    await page.getByText('In diesem Monat: Kein Nachweis.').waitFor()
    await page.getByRole('radio', { name: 'Ungekürzte Rufnummern' }).check()
    await page.getByRole('button', { name: 'Wählen' }).click()
    await page.getByText('Dazu braucht es die Erklärung').first().waitFor()
    await page.getByRole('button', { name: 'Erklärung abgeben' }).click()
    await page.getByText('Ohne das gilt die Erklärung nicht.').waitFor()
    await page.getByRole('textbox', { name: 'Name der Person' }).fill('Erika Muster')
    await page.getByRole('checkbox', { name: 'Alle Beschäftigten sind informiert' }).check()
    await page.getByRole('radio', { name: 'wurde nach den gesetzlichen Vorschriften beteiligt' }).check()
    await page.getByRole('button', { name: 'Erklärung abgeben' }).click()
    await page.getByText('Erklärt von Erika Muster').waitFor()
    await page.getByRole('checkbox', { name: 'Auch Verbindungen, die nichts extra kosten' }).check()
    await page.getByRole('button', { name: 'Wählen' }).click()
    await page.getByText('Gewählt. Das gilt').first().waitFor()
    await page.getByRole('button', { name: 'Widerrufen' }).click()
    await confirm(page, 'Widerrufen', 'auch keiner von vergangenen Monaten')
    await page.getByText('Nicht abgegeben').waitFor()
  })
  const { choices, declarations } = (await world.product.get(`/itemised-bill-settings?tenantId=${tenantId}`)) as Settings
  assert.deepEqual(
    choices.map(({ choice, withFlat }) => [choice, withFlat]),
    [['full', true]],
  )
  assert.partialDeepStrictEqual(declarations, [{ declaredBy: 'Erika Muster' }])
  assert.notEqual(declarations[0]?.revokedAt, null)
}

/** From the page of an invoice: the itemised bill of it, as a table and as a PDF, with numbers cut as they are shown, and no line for people in need. */
export async function loadsItemisedBill(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: 'Einzelverbindungen', exact: true }).click()
  await page.getByRole('link', { name: number }).click()
  const files = page.getByRole('region', { name: 'Herunterladen' })
  const load = async (name: string): Promise<Buffer> => {
    const [download] = await Promise.all([page.waitForEvent('download'), files.getByRole('link', { name }).click()])
    return readFile(await download.path())
  }
  const table = (await load('Tabelle (CSV)')).toString()
  assert.match(table, /;004915112345xxx;Mobilfunk;/)
  assert.match(table, /;00493012345xxx;Festnetz;/)
  assert.match(table, /Nicht einzeln aufgeführte/)
  const pdf = (await readPdf(await load('PDF'))).pages.join('\n')
  assert.match(pdf, /\+49 151 123 45 xxx/)
  for (const text of [table, pdf]) assert.equal(/116016|12345678|87654321/.test(text.replaceAll(' ', '')), false)
}
