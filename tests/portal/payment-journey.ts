/** From a mandate to the money and back: part of operation.integration.test.ts, which brings product and browser. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { faultsOf, type PortalWorld } from './support.ts'
import { choose, confirm } from './things.ts'

interface Lane {
  readonly skip: boolean | string
  /** Asked in each test: it is started before the first one. */
  readonly world: () => PortalWorld
}

/** Registers the test. */
export function paymentJourney({ skip, world }: Lane): void {
  test(
    'BIL-08: a customer gives a mandate; the operator collects by it, reads what the bank returns, and assigns a transfer',
    { skip },
    () => journey(world()),
  )
}

async function journey(world: PortalWorld): Promise<void> {
  await setCreditor(world)
  await owe(world)
  await customerGives(world)
  await operatorReads(world, await operatorCollects(world))
}

async function asOperator(world: PortalWorld, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.signedIn('operator')
  const faults = faultsOf(page)
  await page.goto(world.url('/payments'))
  await work(page)
  assert.deepEqual(faults, [])
  await page.context().close()
}

async function owe(world: PortalWorld): Promise<void> {
  const day = (days: number): string => Temporal.Now.plainDateISO('Europe/Berlin').add({ days }).toString()
  const { items } = (await world.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  const owed = { tenantId: items[0]?.tenantId, number: 'RE-JOURNEY-1', amount: { amount: '59.50', currency: 'EUR' }, announced: true }
  const answer = await world.product.request('POST', '/open-items', { ...owed, issuedOn: day(-10), dueOn: day(0) })
  assert.equal(answer.status, 201, await answer.text())
}

const OUR_IBAN = 'DE02 1203 0000 0000 2020 51'

/** A statement with the return of a debit and a transfer that names nothing. */
function statementWith(endToEndId: string): Buffer {
  const entry = (amount: string, direction: string, details: string): string =>
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-30</Dt></BookgDt><AcctSvcrRef>B-${amount}</AcctSvcrRef><NtryDtls><TxDtls>${details}</TxDtls></NtryDtls></Ntry>`
  const returned = `<Refs><EndToEndId>${endToEndId}</EndToEndId></Refs><RtrInf><Rsn><Cd>MS02</Cd></Rsn></RtrInf>`
  const paid = '<RltdPties><Dbtr><Pty><Nm>Klara Kunde</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>Vielen Dank</Ustrd></RmtInf>'
  const entries = entry('59.50', 'DBIT', returned) + entry('12.00', 'CRDT', paid)
  return Buffer.from(
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>Journey-1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>${OUR_IBAN.replaceAll(' ', '')}</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`,
  )
}

async function setCreditor(world: PortalWorld): Promise<void> {
  await asOperator(world, async (page) => {
    const creditor = page.getByRole('region', { name: 'Gläubiger' })
    await creditor.getByRole('textbox', { name: 'Name' }).fill('Nordwind Telefonie GmbH')
    await creditor.getByRole('textbox', { name: 'Gläubiger-ID' }).fill('DE97ZZZ09999999999')
    await creditor.getByRole('textbox', { name: 'IBAN' }).fill(OUR_IBAN)
    await creditor.getByRole('button', { name: 'Speichern' }).click()
    await creditor.getByText('Prüfziffern').waitFor()
    await creditor.getByRole('textbox', { name: 'Gläubiger-ID' }).fill('DE98ZZZ09999999999')
    await creditor.getByRole('button', { name: 'Speichern' }).click()
    await eventually('the creditor is kept', async () => {
      const { creditor: kept } = (await world.product.get('/sepa-creditor')) as { readonly creditor: object | null }
      return kept !== null
    })
  })
}

async function customerGives(world: PortalWorld): Promise<void> {
  const page = await world.signedIn('tenant')
  const faults = faultsOf(page)
  await page.goto(world.url('/direct-debit'))
  await page.getByText('Gläubiger: Nordwind Telefonie GmbH').waitFor()
  await page.getByRole('textbox', { name: 'Kontoinhaber' }).fill('Müller & Söhne')
  await page.getByRole('textbox', { name: 'IBAN' }).fill('AT02 2050 3021 0102 3601')
  await page.getByRole('button', { name: 'Mandat erteilen' }).click()
  await page.getByText('Ohne Ihre Zustimmung').waitFor()
  await page.getByRole('checkbox', { name: 'Ich stimme zu' }).check()
  await page.getByRole('button', { name: 'Mandat erteilen' }).click()
  await page.getByText('Die IBAN stimmt nicht').first().waitFor()
  await page.getByRole('textbox', { name: 'IBAN' }).fill('AT02 2050 3021 0102 3600')
  await page.getByRole('button', { name: 'Mandat erteilen' }).click()
  await page.getByText('Müller & Söhne, AT02 2050 3021 0102 3600').waitFor()
  await page.getByText('binnen acht Wochen').waitFor()
  assert.deepEqual(faults, [])
  await page.context().close()
}

async function operatorCollects(world: PortalWorld): Promise<string> {
  await asOperator(world, async (page) => {
    await page.getByRole('button', { name: 'Jetzt ankündigen' }).click()
    await page.getByText('Eine Lastschrift ist angekündigt: 59,50').waitFor()
    await page.getByRole('button', { name: 'Datei erstellen' }).click()
    assert.equal(await page.getByRole('link', { name: /^Herunterladen: KLINKE/ }).count(), 0, 'only what is given out can be loaded')
    await page.getByRole('button', { name: /^Ausgeben und herunterladen: KLINKE/ }).click()
    const loading = page.waitForEvent('download')
    await confirm(page, 'Ausgeben und herunterladen', 'gelten dann als bezahlt')
    assert.match((await loading).suggestedFilename(), /^KLINKE.*\.xml$/)
    await page.getByText(/^Ausgegeben am/).waitFor()
    await page.getByRole('link', { name: /^Herunterladen: KLINKE/ }).waitFor()
    assert.equal(await page.getByRole('button', { name: /^Verwerfen/ }).count(), 0)
  })
  const { items } = (await world.product.get('/direct-debits')) as { readonly items: readonly { readonly endToEndId: string }[] }
  return items[0]?.endToEndId ?? ''
}

async function operatorReads(world: PortalWorld, endToEndId: string): Promise<void> {
  await asOperator(world, async (page) => {
    const file = { name: 'auszug.xml', mimeType: 'text/xml', buffer: statementWith(endToEndId) }
    await page.locator('main input[type=file]').setInputFiles({ ...file, buffer: file.buffer.subarray(0, 500) })
    await page.getByText('bricht mittendrin ab').waitFor()
    await page.locator('main input[type=file]').setInputFiles(file)
    await page.getByText(/RE-JOURNEY-1: 59,50.* Grund MS02/).waitFor()
    await page.getByText('Vielen Dank', { exact: true }).waitFor()
    await choose(page, 'Bezahlt: Vielen Dank', 'RE-JOURNEY-1-RL1')
    await page.getByRole('button', { name: 'Zuordnen', exact: true }).click()
    await page.getByText('Alles ist zugeordnet').waitFor()
    await page.getByRole('button', { name: /^Zurücknehmen: Vielen Dank/ }).waitFor()
  })
}

/** Something to look at on the pages of payments: who collects, something owed, and a transfer that nobody understands. */
export async function furnishPayments(world: PortalWorld): Promise<void> {
  const creditor = { name: 'Nordwind Telefonie GmbH', creditorId: 'DE98ZZZ09999999999', iban: OUR_IBAN }
  await world.product.request('PUT', '/sepa-creditor', creditor)
  await owe(world)
  const taken = await fetch(`${world.product.demo.api.url}/bank-files?name=auszug.xml`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.product.demo.api.key}`, 'content-type': 'application/xml' },
    body: new Uint8Array(statementWith('NONE')),
  })
  assert.equal(taken.status, 200, await taken.text())
}
