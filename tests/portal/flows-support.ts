import type { Page } from 'playwright-core'
import type { PortalWorld } from './support.ts'

/** A flow as far as the tests look at it. */
export interface StoredFlow {
  readonly id: string
  readonly name: string
  readonly version: number | null
  readonly revision: number
  readonly draft: { readonly start: string; readonly blocks: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[] }
  readonly layout: Readonly<Record<string, { readonly x: number; readonly y: number }>>
  readonly examples: readonly { readonly name: string }[]
}

/** The flow of that name, as the server has it. */
export async function storedFlow(world: PortalWorld, name: string): Promise<StoredFlow | undefined> {
  const { items } = (await world.product.get('/flows')) as { readonly items: readonly StoredFlow[] }
  return items.find((flow) => flow.name === name)
}

/** Creates an empty flow through the page, and leaves its editor open. */
export async function emptyFlow(world: PortalWorld, page: Page, name: string, number: string): Promise<void> {
  await page.goto(world.url('/flows/new'))
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Interne Nummer' }).fill(number)
  await page.getByRole('radio', { name: 'Leer' }).check()
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

/** A block on the canvas. */
export function blockOf(page: Page, id: string) {
  return page.locator(`.react-flow__node[data-id="${id}"]`)
}

/** Draws a connection with the mouse, from an exit to a block. */
export async function draw(page: Page, from: string, exit: string, to: string): Promise<void> {
  const source = page.locator(`.react-flow__handle.source[data-nodeid="${from}"][data-handleid="${exit}"]`)
  const target = page.locator(`.react-flow__handle.target[data-nodeid="${to}"]`)
  const [a, b] = [await source.boundingBox(), await target.boundingBox()]
  if (a === null || b === null) throw new Error(`${from} ${exit} or ${to} is not to be seen`)
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2)
  await page.mouse.down()
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 8 })
  await page.mouse.up()
}

/** Drags a block from the palette to a place of the canvas, in parts of its width and height. */
export async function drag(page: Page, kind: string, x: number, y: number): Promise<void> {
  const pane = page.locator('.react-flow__pane')
  const box = await pane.boundingBox()
  if (box === null) throw new Error('there is no canvas')
  await page.locator(`button[data-kind="${kind}"]`).dragTo(pane, { targetPosition: { x: box.width * x, y: box.height * y } })
}

/** Publishes what is drawn, with a note. */
export async function publish(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Veröffentlichen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Entwurf veröffentlichen' })
  await dialog.getByRole('textbox', { name: 'Was ist anders?' }).fill(note)
  await dialog.getByRole('button', { name: 'Veröffentlichen' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
