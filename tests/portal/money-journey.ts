/** From the line of an invoice to the rule that priced a call, objections, and a month that is billed once more: part of operation.integration.test.ts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { inDatabaseOf } from '../product-database.ts'
import { type BilledCalls, billCalls } from './billed-calls.ts'
import { loadsItemisedBill } from './itemised-bill-journey.ts'
import { faultsOf, type PortalWorld } from './support.ts'
import { choose, confirm, onPage } from './things.ts'

interface Lane {
  readonly skip: boolean | string
  /** Asked in each test: it is started before the first one. */
  readonly world: () => PortalWorld
}

/** Registers the tests. */
export function moneyJourney({ skip, world }: Lane): void {
  let billed: BilledCalls | undefined
  const invoice = async (): Promise<BilledCalls> => (billed ??= await billCalls(world()))
  test(
    'BIL-06, BIL-08: a customer reads which debit an invoice announces, objects, and then sees calls behind a line and the rule of each',
    {
      skip,
    },
    async () => customerObjects(world(), await invoice()),
  )
  test(
    'BIL-07: the operator finds the objection, looks at the calls, decides, takes the invoice back and releases its month',
    {
      skip,
    },
    async () => operatorDecides(world(), await invoice()),
  )
  test('BIL-06: the operator adds a line for people in need, takes that back, and lets one end', { skip }, () => keepsLines(world()))
  test('a month is rated anew by a run: compared, looked at and kept, or cancelled', { skip }, async () =>
    ratesAnew(world(), await invoice()),
  )
}

async function asOperator(world: PortalWorld, path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.signedIn('operator')
  const faults = faultsOf(page)
  await page.goto(world.url(path))
  await work(page)
  assert.deepEqual(faults, [])
  await page.context().close()
}

async function customerObjects(world: PortalWorld, { number }: BilledCalls): Promise<void> {
  await onPage(world, '/invoices', async (page) => {
    await page.getByRole('link', { name: number }).click()
    const debit = page.getByRole('region', { name: 'Bankeinzug' })
    await debit.getByText('AT02 … 3600').waitFor()
    await debit.getByText('DE98ZZZ09999999999').waitFor()
    await page.getByRole('link', { name: '2 Verbindungen Mobilfunk, 3:00 min' }).click()
    await page.getByRole('heading', { name: '2 Verbindungen Mobilfunk', level: 1 }).waitFor()
    await page.getByText('Vor diesem Monat hatte niemand einen Nachweis verlangt.').waitFor()
    await page.getByRole('link', { name: 'Rechnung öffnen' }).click()
    await page.getByRole('textbox', { name: 'Was stimmt nicht?' }).fill('Diese Verbindungen kenne ich nicht.')
    await page.getByRole('button', { name: 'Einwendung erheben' }).click()
    await page.getByText('noch nicht entschieden').waitFor()
    await page.getByRole('link', { name: '2 Verbindungen Mobilfunk, 3:00 min' }).click()
    const dear = page.getByRole('row', { name: /\+4915112345xxx/ })
    await dear.getByText('0,2504').waitFor()
    await page.getByRole('row', { name: /\+4915187654xxx/ }).waitFor()
    await dear.getByRole('link').click()
    const rule = page.getByRole('region', { name: 'Nach welcher Regel' })
    await rule.getByRole('row', { name: /^Tarif Minutentarif, Fassung vom 01\.01\.2026/ }).waitFor()
    await rule.getByRole('row', { name: 'Zone Mobilfunk' }).waitFor()
    await rule.getByRole('row', { name: 'Vorwahl +49151' }).waitFor()
    await rule.getByRole('row', { name: 'Takt 60/60: je angefangene Minute' }).waitFor()
    await page.getByRole('link', { name: 'Alle Verbindungen dieser Zeile' }).click()
    await page.getByRole('link', { name: 'Rechnung öffnen' }).click()
    await page.getByRole('link', { name: /Festnetz/ }).click()
    await page.getByText('Anschlüssen für Menschen in Not stehen nicht dabei').waitFor()
    const fixed = page.getByRole('row', { name: /\+493012345xxx/ })
    await fixed.getByRole('link').click()
    await page.getByRole('row', { name: 'Aus Paketen Freiminuten: 10:00' }).waitFor()
    assert.equal(await page.getByText('116016').count(), 0)
    await loadsItemisedBill(page, number)
    await page.getByRole('link', { name: 'Einwendungen', exact: true }).click()
    const own = page.getByRole('row', { name: new RegExp(`^${number} `) })
    await own.getByText('Diese Verbindungen kenne ich nicht.').waitFor()
    await own.getByText('offen').waitFor()
    assert.equal(await page.getByRole('columnheader', { name: 'Kunde' }).count(), 0)
  })
}

async function operatorDecides(world: PortalWorld, billed: BilledCalls): Promise<void> {
  const { number } = billed
  await asOperator(world, '/objections', async (page) => {
    const row = page.getByRole('row', { name: new RegExp(`^${number} Muster GmbH`) })
    await row.getByRole('link', { name: number }).click()
    await page.getByRole('link', { name: '2 Verbindungen Mobilfunk, 3:00 min' }).click()
    await page
      .getByRole('row', { name: /\+4915112345678/ })
      .getByRole('link')
      .click()
    await page.getByRole('row', { name: 'Vorwahl +49151' }).waitFor()
    await page.getByRole('link', { name: 'Alle Gespräche dieser Zeile' }).click()
    await page.getByRole('row', { name: /\+4915187654321/ }).waitFor()
    await page.getByRole('link', { name: 'Rechnung öffnen' }).click()
    assert.equal(await page.getByRole('button', { name: 'Zur neuen Abrechnung freigeben' }).count(), 0, 'nothing is taken back yet')
    await page.getByRole('textbox', { name: 'Antwort an den Kunden' }).fill('Wir rechnen neu ab.')
    await page.getByRole('button', { name: 'Entscheiden' }).click()
    await page.getByText('anerkannt').waitFor()
    await takesBack(page, number)
    await releases(world, page, billed)
    await page.getByRole('link', { name: 'Einwendungen', exact: true }).click()
    await choose(page, 'Stand', 'Entschieden')
    await page.getByRole('row', { name: new RegExp(`^${number} .*Wir rechnen neu ab`) }).waitFor()
  })
}

async function takesBack(page: Page, number: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Grund' }).fill('Fremde Verbindungen')
  await page.getByRole('button', { name: 'Zurücknehmen' }).click()
  await confirm(page, 'Zurücknehmen', 'Die ganze Rechnung wird gutgeschrieben')
  await page.getByText(`Korrigiert die Rechnung ${number}.`).waitFor()
  await page.getByRole('link', { name: 'Rechnungen', exact: true }).click()
  await page.getByRole('link', { name: number }).click()
}

/** Refused in words while a call is missing, as if retention had deleted it; with it the month is released. */
async function releases(world: PortalWorld, page: Page, { tenantId }: BilledCalls): Promise<void> {
  const release = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Zur neuen Abrechnung freigeben' }).click()
    await confirm(page, 'Zur neuen Abrechnung freigeben', 'rechnet Muster GmbH noch einmal ab')
  }
  const call = await inDatabaseOf(world.product, async (client) => {
    const { rows } = await client.query<{ readonly call: object }>(
      'DELETE FROM klinke.rated_call WHERE usage_id = $1 AND tenant_id = $2 RETURNING to_jsonb(rated_call) AS call',
      ['billed/1', tenantId],
    )
    return JSON.stringify(rows[0]?.call)
  })
  await release()
  await page.getByRole('alert').getByText('sind nach Ablauf ihrer Frist gelöscht').waitFor()
  await inDatabaseOf(world.product, (client) =>
    client.query('INSERT INTO klinke.rated_call SELECT * FROM jsonb_populate_record(NULL::klinke.rated_call, $1)', [call]),
  )
  await release()
  await page.getByText(/^Freigegeben am/).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Zur neuen Abrechnung freigeben' }).count(), 0)
}

interface Lines {
  readonly loadedBy: string | null
  readonly entries: readonly { readonly number: string; readonly name: string; readonly until?: string }[]
}

async function keepsLines(world: PortalWorld): Promise<void> {
  const lines = async (): Promise<Lines> => (await world.product.get('/counselling-lines')) as Lines
  const has = async (number: string): Promise<boolean> => (await lines()).entries.some((entry) => entry.number === number)
  await asOperator(world, '/counselling-lines', async (page) => {
    await page.getByText('Es gilt die Liste, die Klinke mitbringt').waitFor()
    const add = page.getByRole('region', { name: 'Anschluss hinzufügen' })
    await add.getByRole('textbox', { name: 'Rufnummer' }).fill('0800')
    await add.getByRole('textbox', { name: 'Name' }).fill('Beratung Nord')
    await add.getByRole('button', { name: 'Anschluss hinzufügen' }).click()
    await add.getByText('Kürzere würden ganze Netze verbergen').waitFor()
    await add.getByRole('textbox', { name: 'Rufnummer' }).fill('0800 555 0123')
    await add.getByRole('button', { name: 'Anschluss hinzufügen' }).click()
    await page.getByRole('row', { name: /^\+498005550123 Beratung Nord/ }).waitFor()
    assert.ok(await has('+498005550123'))
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await page.getByRole('row', { name: /^\+498005550123/ }).waitFor({ state: 'detached' })
    assert.equal(await has('+498005550123'), false)
    await page.getByRole('button', { name: 'Ändern: +498001110550' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ändern: +498001110550' })
    await dialog.getByLabel('Erster Tag').fill('2026-02-01')
    await dialog.getByLabel('Letzter Tag').fill('2026-01-31')
    await dialog.getByRole('button', { name: 'Speichern' }).click()
    await dialog.getByText('Der letzte Tag liegt vor dem ersten.').waitFor()
    await dialog.getByLabel('Erster Tag').fill('')
    await dialog.getByRole('button', { name: 'Speichern' }).click()
    await page.getByRole('row', { name: /^\+498001110550.*31\.01\.2026/ }).waitFor()
  })
  const kept = await lines()
  assert.equal(kept.entries.find(({ number }) => number === '+498001110550')?.until, '2026-01-31')
  const customer = await world.signedIn('tenant')
  assert.equal(await customer.getByRole('link', { name: 'Anschlüsse für Menschen in Not' }).count(), 0)
  const status = await customer.evaluate<number>(`fetch('/api/v1/counselling-lines').then((answer) => answer.status)`)
  assert.equal(status, 403)
  await customer.context().close()
}

/** A run compares, a person looks at the customer's calls, and it is kept; another one is cancelled. */
async function ratesAnew(world: PortalWorld, { month, tenantId }: BilledCalls): Promise<void> {
  await inDatabaseOf(world.product, (client) =>
    client.query(
      `INSERT INTO klinke.rated_call (usage_id, tenant_id, call_id, month, answered_at, ended_at, called, billed_number, origin, way, medium, outcome, reason)
       VALUES ('unseen', $1, 'unseen', $2, $3::timestamptz, $3::timestamptz + interval '30 s', '+4915112345678', '+4922155500', 'own', 'carrier', 'voice', 'put-aside', 'no-tariff')`,
      [tenantId, `${month}-01`, `${month}-20T10:00:00Z`],
    ),
  )
  const name = await nameOf(world, tenantId)
  await asOperator(world, '/call-costs/anew', async (page) => {
    await page.getByRole('combobox', { name: 'Kunde' }).click()
    await page.getByRole('option').first().waitFor()
    await page.getByRole('option', { name }).click()
    await page.getByRole('textbox', { name: 'Monat' }).fill('November')
    await page.getByRole('button', { name: 'Vergleichen' }).click()
    await page.getByText('Bitte einen Monat wie 2026-11').waitFor()
    await page.getByRole('textbox', { name: 'Monat' }).fill(month)
    await page.getByRole('button', { name: 'Vergleichen' }).click()
    await page.getByText('Verglichen; noch ist nichts übernommen').waitFor()
    await page.getByText('100 %').waitFor()
    await page.getByRole('region', { name: 'Kunden' }).getByRole('link', { name }).click()
    await page.getByRole('row', { name: /nicht bewertbar.*0,1252/ }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Neue Preise übernehmen' }).click()
    await confirm(page, 'Neue Preise übernehmen', 'Die nächsten Rechnungen nennen sie.')
    await page.getByText('1 übernommen').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Lauf abbrechen' }).count(), 0)
    await page.goto(world.url('/call-costs/anew'))
    await page.getByRole('textbox', { name: 'Monat' }).fill(month)
    await page.getByRole('button', { name: 'Vergleichen' }).click()
    await page.getByText('ohne Unterschied').first().waitFor()
    await page.getByRole('button', { name: 'Lauf abbrechen' }).click()
    await confirm(page, 'Lauf abbrechen', 'Was er schon übernommen hat, bleibt')
    await page.getByText('Abgebrochen').waitFor()
  })
  const call = (await world.product.get('/rated-calls/unseen')) as { readonly outcome: string }
  assert.equal(call.outcome, 'rated')
}

async function nameOf(world: PortalWorld, tenantId: string): Promise<string> {
  return ((await world.product.get(`/tenants/${tenantId}`)) as { readonly name: string }).name
}
