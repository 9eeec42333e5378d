/** What the customer sets for an outage of its PBX: part of operation.integration.test.ts, which has sold a trunk. */
import assert from 'node:assert/strict'
import { eventually } from '@klinke/testbed'
import type { PortalWorld } from './support.ts'
import { onPage } from './things.ts'

interface Continuity {
  readonly mode: string
  readonly destination: { readonly kind: string }
}

/** By the id of a trunk whose PBX has never registered; `own`: a number of this exchange. */
export async function setsForOutage(world: PortalWorld, trunkId: string, own: string): Promise<void> {
  const { tenantId } = (await world.product.get(`/customer-trunks/${trunkId}`)) as { readonly tenantId: string }
  const set = async (): Promise<Continuity> => (await world.product.get(`/trunk-continuity/${trunkId}?tenantId=${tenantId}`)) as Continuity
  await onPage(world, `/trunks/${trunkId}`, async (page) => {
    await page.getByRole('link', { name: 'Ausfall der Anlage' }).click()
    const away = page.getByRole('region', { name: 'Anlage nicht erreichbar' })
    await away.getByText('so ist es jetzt').waitFor()
    await away.getByText('Der Anruf scheitert').waitFor()
    await page.getByText('Bisher ist kein Ausfall bekannt').waitFor()
    const number = page.getByRole('textbox', { name: 'Rufnummer' })
    await number.fill(own)
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Diese Rufnummer gehört zu dieser Anlage').waitFor()
    await number.fill('0171 2345678')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await away.getByText('An eine andere Rufnummer weiterleiten').waitFor()
    assert.partialDeepStrictEqual(await set(), { mode: 'automatic', destination: { kind: 'external', number: '+491712345678' } })

    await page.getByRole('button', { name: 'Jetzt umschalten' }).click()
    const switched = page.getByRole('region', { name: 'Umgeschaltet', exact: true })
    await switched.getByText('so ist es jetzt').waitFor()
    await page.getByText(`Zuletzt geändert von ${world.login('tenant').name}`).waitFor()
    assert.equal((await set()).mode, 'always')
    await page.getByRole('button', { name: 'Wieder zur Anlage' }).click()
    await away.getByText('so ist es jetzt').waitFor()

    await page.getByRole('radio', { name: 'Eine Ansage spielen' }).check()
    await page.getByRole('textbox', { name: 'Was gesagt wird' }).fill('Hier ist die Firma Muster. Unsere Anlage ist gestört.')
    await page.getByRole('button', { name: 'Ansage daraus machen' }).click()
    await page.getByText('Die Ansage ist fertig und ausgewählt').waitFor()
    await page.getByRole('button', { name: 'Speichern' }).click()
    await away.getByText('Ausfall Anlage Rhein').waitFor()
    await eventually('the announcement is set', async () => (await set()).destination.kind === 'announcement')
  })
}
