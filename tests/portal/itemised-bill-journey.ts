/** How a customer asks for itemised bills (BIL-06, § 11 TDDDG): part of operation.integration.test.ts. */
import assert from 'node:assert/strict'
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
