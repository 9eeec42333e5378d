import type { Page } from 'playwright-core'

/** A page that axe looks at, in both languages and colour schemes. */
export interface CheckedPage {
  readonly name: string
  readonly path: string
  /** Brings it into the state worth looking at: a tab, a dialogue, an error at a field. Finds things by role and place, since the language changes. */
  readonly open?: (page: Page) => Promise<void>
}

/** Pages of the customer's administrator. Each area adds its own; `{extension}` is the id of extension 10. */
export const ADMINISTRATOR_PAGES: readonly CheckedPage[] = [
  { name: 'overview', path: '/' },
  { name: 'extensions', path: '/extensions' },
  { name: 'extensions, some chosen', path: '/extensions', open: (page) => page.locator('tbody input[type=checkbox]').first().check() },
  { name: 'new extension, with errors', path: '/extensions/new', open: (page) => page.locator('main button[type=submit]').click() },
  { name: 'extension', path: '/extensions/{extension}' },
  { name: 'extension: calls', path: '/extensions/{extension}', open: openCalls },
  { name: 'extension: devices', path: '/extensions/{extension}', open: (page) => page.getByRole('tab').last().click() },
  { name: 'deletion of an extension', path: '/extensions/{extension}', open: (page) => page.locator('main button').first().click() },
  { name: 'call records', path: '/call-records' },
  { name: 'no such page', path: '/nowhere' },
]

/** Pages that the operator sees otherwise, or alone. */
export const OPERATOR_PAGES: readonly CheckedPage[] = [
  { name: 'overview', path: '/' },
  { name: 'extensions before a customer is chosen', path: '/extensions' },
]

/** Pages of a user: the own extension. */
export const USER_PAGES: readonly CheckedPage[] = [
  { name: 'own calls', path: '/' },
  { name: 'what happens to calls', path: '/', open: openCalls },
  { name: 'own phones', path: '/', open: (page) => page.getByRole('tab').last().click() },
]

/** With one of each: a forwarding, somebody who rings too, and the errors of what is not filled in. */
async function openCalls(page: Page): Promise<void> {
  await page.getByRole('tab').nth(1).click()
  const add = page.locator('main button[type=button]:has-text("hinzufügen"), main button[type=button]:has-text("Add")')
  for (const index of [0, 1, 2]) await add.nth(index).click()
  await page.locator('main button[type=submit]').click()
}
