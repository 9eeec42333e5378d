import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { faultsOf, type PortalWorld, settled } from './support.ts'

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
  await page.locator(CONTENT).getByRole('button', { name: 'Löschen', exact: true }).click()
  await confirm(page, 'Löschen', consequence)
  await page.getByRole('heading', { name: list, level: 1 }).waitFor()
}

/** What the page itself shows, without dialogues: one that was closed is still there while it fades. */
export const CONTENT = '#content'

/** Presses a button of the dialogue that says `saying`, and waits until the dialogue is gone. */
export async function confirm(page: Page, button: string, saying: string | RegExp): Promise<void> {
  const dialog = page.getByRole('dialog').filter({ hasText: saying })
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
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

/** What the API answers to who is signed in on the page. */
export function answer(page: Page, path: string): Promise<unknown> {
  return page.evaluate<unknown>(`fetch('/api/v1${path}').then((answer) => answer.json())`)
}

/** A page of the user of extension 10. */
export async function asUser(world: PortalWorld, path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.signedIn('user')
  const faults = faultsOf(page)
  await page.goto(world.url(path))
  await settled(page)
  await work(page)
  assert.deepEqual(faults, [])
  await page.context().close()
}

/** A number as the portal shows it: in E.164 with spaces at places that only the portal knows. */
export function shownNumber(e164: string): RegExp {
  return new RegExp([...e164].map((digit) => (digit === '+' ? '\\+' : digit)).join(' ?'))
}
