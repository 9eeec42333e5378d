import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { faultsOf, type PortalWorld } from './support.ts'

/** A page of the customer's administrator; whatever went wrong in it fails the test. */
export async function onPage(world: PortalWorld, path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.signedIn('tenant')
  const faults = faultsOf(page)
  await page.goto(world.url(path))
  await work(page)
  assert.deepEqual(faults, [])
  await page.context().close()
}

/** Chooses in a select that is found by its label. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).click()
}

/** Deletes what the page shows, and waits for the list. */
export async function deleteHere(page: Page, consequence: string, list: string): Promise<void> {
  await page.getByRole('button', { name: 'Löschen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(consequence).waitFor()
  await dialog.getByRole('button', { name: 'Löschen' }).click()
  await page.getByRole('heading', { name: list, level: 1 }).waitFor()
}

/** The entry of that name in a list of the API; undefined when there is none. */
export async function named<Found extends { readonly name: string }>(
  world: PortalWorld,
  list: string,
  name: string,
): Promise<Found | undefined> {
  const { items } = (await world.product.get(list)) as { readonly items: readonly Found[] }
  return items.find((item) => item.name === name)
}
