/** How what was ordered becomes an invoice: the product goes on weeks later, the month is billed and issued, and the invoice opened. Part of operation.integration.test.ts. */
import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventually } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import type { PortalWorld } from './support.ts'
import { choose, confirm } from './things.ts'

const TIME_ZONE = 'Europe/Berlin'
/** 3 extensions of 8.50 each month; 199 for the set-up of the PBX and 29.90 for a block of ten numbers once (profile "flat"). */
const MONTHLY_CENTS = 2550
const ONCE_CENTS = 19900 + 2990
const VAT_PERCENT = 19
/** PDF, XML and the invoice in both, on a busy machine, by a product that has just started. */
const DOCUMENTS_WITHIN_MS = 120_000

/** The clock of a product, as its environment says it (ahead-of-time.ts). */
export class ProductTime implements Disposable {
  readonly #file = join(tmpdir(), `klinke-ahead-${process.pid}-${Date.now()}`)
  readonly environment = {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${join(import.meta.dirname, 'ahead-of-time.ts')}`.trim(),
    AHEAD_OF_TIME_FILE: this.#file,
  }

  /** Stops the product as its operator would, and starts it again at another time. */
  async goOnAt({ product }: PortalWorld, epochMs: number): Promise<void> {
    writeFileSync(this.#file, String(epochMs - Date.now()))
    product.drain()
    await product.ended()
    await product.restart()
  }

  [Symbol.dispose](): void {
    rmSync(this.#file, { force: true })
  }
}

interface Ordered {
  readonly id: string
  readonly customer: string | null
  readonly wishDate: string
}

/** `onPage`: opens a page of the operator. */
export async function billsOrder(
  world: PortalWorld,
  time: ProductTime,
  onPage: (path: string, work: (page: Page) => Promise<void>) => Promise<void>,
): Promise<void> {
  const { items: orders } = (await world.product.get('/orders?kind=new')) as { readonly items: readonly Ordered[] }
  const order = orders.find(({ customer }) => customer === 'Südwind GmbH')
  assert.ok(order, 'the order of the journey before')
  const begins = Temporal.PlainDate.from(order.wishDate)
  const month = begins.toString().slice(0, 7)
  const later = begins.with({ day: 1 }).add({ months: 1, days: 2 }).toZonedDateTime({ timeZone: TIME_ZONE, plainTime: '12:00' })
  await time.goOnAt(world, later.epochMilliseconds)

  await onPage(`/orders/${order.id}`, async (page) => {
    await page.getByText(/^aktiv · /).waitFor()
  })
  await onPage('/invoice-runs', async (page) => {
    await page.getByRole('link', { name: 'Lauf beginnen' }).first().click()
    await page.getByRole('textbox', { name: 'Monat' }).fill(month)
    await page.getByRole('textbox', { name: 'Produktprofil' }).fill('flat')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByText('Vorschau fertig').waitFor()
    await page
      .getByRole('row', { name: /Südwind GmbH/ })
      .getByText(shown(grossCents(begins)))
      .waitFor()
    await page.getByRole('button', { name: 'Rechnungen ausstellen' }).click()
    await confirm(page, 'Rechnungen ausstellen', 'Sie bekommen ihre Nummern')
    await page.getByText('Ausgestellt', { exact: true }).waitFor()
  })
  const { items: invoices } = (await world.product.get('/invoices?state=issued')) as {
    readonly items: readonly { readonly id: string; readonly customer: string; readonly number: string }[]
  }
  const issued = invoices.find(({ customer }) => customer === 'Südwind GmbH')
  assert.ok(issued, 'it is issued')
  const { number } = issued
  await onPage('/invoices', async (page) => {
    await choose(page, 'Kunde', 'Südwind GmbH')
    await page.getByRole('link', { name: number }).click()
    await page.getByRole('heading', { name: `Rechnung ${number}` }).waitFor()
    for (const [line, cents] of linesOf(begins)) await page.getByRole('row', { name: line }).getByText(shown(cents)).waitFor()
    for (const [sum, cents] of [
      ['Summe netto', netCents(begins)],
      ['Rechnungsbetrag', grossCents(begins)],
    ] as const)
      await page.getByRole('row', { name: sum }).getByText(shown(cents)).waitFor()
    const { id } = issued
    const documents = async (): Promise<string> =>
      ((await world.product.get(`/invoices/${id}`)) as { readonly documents: string }).documents
    await eventually('its files are made', async () => (await documents()) === 'ready', { deadlineMs: DOCUMENTS_WITHIN_MS })
    await page.reload()
    await page.getByRole('link', { name: 'PDF', exact: true }).waitFor()
  })
}

/** The first month counts from the day of the order on: whole cents, half ones up. */
function firstMonthCents(begins: Temporal.PlainDate): number {
  const days = begins.daysInMonth
  return Math.floor((2 * MONTHLY_CENTS * (days - begins.day + 1) + days) / (2 * days))
}

function linesOf(begins: Temporal.PlainDate): readonly (readonly [line: RegExp, cents: number])[] {
  return [
    [/^Nebenstelle/, firstMonthCents(begins)],
    [/^Anlage mit 10 Sprachkanälen/, 19900],
    [/^Neuer Block von 10 Rufnummern/, 2990],
  ]
}

function netCents(begins: Temporal.PlainDate): number {
  return ONCE_CENTS + firstMonthCents(begins)
}

function grossCents(begins: Temporal.PlainDate): number {
  const net = netCents(begins)
  return net + Math.floor((2 * net * VAT_PERCENT + 100) / 200)
}

/** `1.234,56 €` as the portal writes it in German. */
function shown(cents: number): string {
  return new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(cents / 100)
}
