/** A fault from the report to the end: in the portal of the customer and of the operator, and by mail over servers that really send and deliver. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { readMail } from '@klinke/platform'
import { testMailServer } from '@klinke/platform/test-support'
import { Chromium, TemporaryFolder } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { faultsOf, PortalWorld } from './support.ts'

const skip = Chromium.missing
let world: PortalWorld
let folder: TemporaryFolder
let server: Awaited<ReturnType<typeof testMailServer>>

before(async () => {
  if (skip) return
  folder = new TemporaryFolder('ticket-mail')
  mkdirSync(folder.file('new'))
  server = await testMailServer()
  world = await PortalWorld.start(
    {},
    {
      ...{ KLINKE_SMTP_URL: server.url, KLINKE_MAIL_FROM: 'klinke@provider.example' },
      ...{ KLINKE_TICKET_MAIL_URL: pathToFileURL(folder.path).href, KLINKE_TICKET_MAIL_ADDRESS: 'stoerung@provider.example' },
    },
  )
})
after(async () => {
  await world?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
  folder?.[Symbol.dispose]()
})

async function on(role: 'tenant' | 'operator', path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await world.signedIn(role)
  const faults = faultsOf(page)
  await page.goto(world.url(path))
  await work(page)
  assert.deepEqual(faults, [])
  await page.context().close()
}

/** The next mail to somebody that says this; others, such as alerts for the operator, are left aside. */
async function mailTo(address: string, saying: RegExp) {
  for (;;) {
    const raw = await server.next()
    const mail = await readMail(Buffer.from(raw))
    if (raw.includes(`To: ${address}`) && mail !== undefined && saying.test(mail.text)) return mail
  }
}

test('SLA-02, SLA-04: a customer reports a fault, the operator asks, the customer answers by mail, it is resolved; the time to repair is shown', {
  skip,
}, async () => {
  const { items } = (await world.product.get('/extensions')) as { readonly items: readonly { readonly tenantId: string }[] }
  const repaired = await world.product.request('PATCH', `/tenants/${items[0]?.tenantId}`, { profile: { repair: { hours: 8 } } })
  assert.equal(repaired.status, 200, await repaired.text())
  const { email } = world.login('tenant')
  const path = await reports(email)
  await attaches(path)
  await sendsTheRest(path)
  const asked = await asks(email, path)
  const answer = [
    `From: ${email}`,
    `Subject: Re: ${asked.subject}`,
    `In-Reply-To: ${asked.messageId ?? ''}`,
    'Message-ID: <1@customer.example>',
  ]
  writeFileSync(folder.file('new/1'), `${answer.join('\r\n')}\r\n\r\nDie Firmware ist 7.2.\r\n\r\n${asked.text}`)
  await on('tenant', path, async (page) => {
    await page.getByText('Die Firmware ist 7.2.', { exact: true }).waitFor({ timeout: 90_000 })
    await page.getByText('fortgesetzt').waitFor()
  })
  await on('operator', path, async (page) => {
    await page.getByRole('textbox', { name: 'Text' }).fill('Karte getauscht.')
    await page.getByRole('button', { name: 'Als erledigt melden' }).click()
    await page.getByText(/^eingehalten: 0:\d\d Std\.$/).waitFor()
  })
  assert.match((await mailTo(email, /Karte getauscht/)).text, /ist erledigt/)
  await on('tenant', '/tickets', async (page) => {
    await page.getByRole('link', { name: /^K-/ }).first().click()
    await page.getByRole('button', { name: 'Schließen' }).click()
    await page.getByText('geschlossen').first().waitFor()
    assert.equal(await page.getByText('Kunde wirkt verärgert').count(), 0)
  })
})

async function reports(email: string): Promise<string> {
  let path = ''
  await on('tenant', '/tickets', async (page) => {
    await page.getByRole('link', { name: 'Neu melden' }).first().click()
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByText('Bitte ausfüllen').first().waitFor()
    await page.getByRole('textbox', { name: 'Betreff' }).fill('Keine Gespräche nach außen')
    await page.getByRole('textbox', { name: 'Text' }).fill('Seit heute früh kommt nur Besetztton.')
    await page.getByRole('textbox', { name: 'Was ist betroffen?' }).fill('alle Nebenstellen')
    await page.getByLabel('Seit wann?').fill('2026-11-20T08:00')
    await page.getByRole('checkbox', { name: 'Internet' }).check()
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByRole('heading', { name: /^K-\d{4}-\d{6} Keine Gespräche nach außen$/ }).waitFor()
    await page.getByText(/^noch 8:00 Std\./).waitFor()
    assert.equal(await page.getByRole('button', { name: 'Fragen und warten' }).count(), 0)
    path = new URL(page.url()).pathname
  })
  assert.match((await mailTo(email, /eingegangen/)).subject, /^\[K-\d{4}-\d{6}\] Keine Gespräche nach außen$/)
  return path
}

/** A file goes along with what the customer says, and the operator downloads it and confirms how bad it is. */
async function attaches(path: string): Promise<void> {
  await on('tenant', path, async (page) => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'router.log', mimeType: 'text/html', buffer: Buffer.from('<b>Protokoll</b>') })
    await page.getByText('Werden mitgesendet: router.log').waitFor()
    await page.getByRole('textbox', { name: 'Text' }).fill('Das Protokoll liegt bei.')
    await page.getByRole('button', { name: 'Antwort senden' }).click()
    await page.getByRole('link', { name: /^router\.log \(/ }).waitFor()
  })
  await on('operator', path, async (page) => {
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: /^router\.log \(/ }).click()
    const file = await coming
    assert.equal(file.suggestedFilename(), 'router.log')
    assert.equal(readFileSync(await file.path(), 'utf8'), '<b>Protokoll</b>')
    await page.getByText('Schwere nicht bestätigt').waitFor()
    await page.getByRole('checkbox', { name: 'Schwere geprüft und bestätigt' }).check()
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Schwere nicht bestätigt').waitFor({ state: 'detached' })
  })
}

/** A file fails after the answer was taken: sent again goes the file alone, and nothing is said twice. */
async function sendsTheRest(path: string): Promise<void> {
  const page = await world.signedIn('tenant')
  await page.goto(world.url(path))
  const named = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })
  await page.route('**/attachments?name=zwei.txt', (route) => route.abort(), { times: 1 })
  await page.locator('input[type=file]').setInputFiles([named('eins.txt'), named('zwei.txt')])
  await page.getByRole('textbox', { name: 'Text' }).fill('Zwei Dateien anbei.')
  await page.getByRole('button', { name: 'Antwort senden' }).click()
  await page.getByText('Werden mitgesendet: zwei.txt').waitFor()
  await page.getByRole('button', { name: 'Antwort senden' }).click()
  for (const name of ['eins', 'zwei']) await page.getByRole('link', { name: new RegExp(`^${name}\\.txt \\(`) }).waitFor()
  assert.equal(await page.getByText('Zwei Dateien anbei.', { exact: true }).count(), 1)
  assert.equal(await page.getByRole('link', { name: /^(eins|zwei)\.txt \(/ }).count(), 2)
  await page.context().close()
}

async function asks(email: string, path: string) {
  await on('operator', '/tickets', async (page) => {
    const queue = page.getByRole('table', { name: 'Was zuerst fällig wird' })
    await queue.getByText(/^noch 8:00 Std\./).waitFor()
    await queue.getByRole('link', { name: /Keine Gespräche/ }).click()
    await page.getByRole('checkbox', { name: 'Interne Notiz' }).check()
    await page.getByRole('textbox', { name: 'Text' }).fill('Kunde wirkt verärgert')
    await page.getByRole('button', { name: 'Notiz ablegen' }).click()
    await page.getByText('Die Notiz ist abgelegt.').waitFor()
    await page.getByRole('textbox', { name: 'Text' }).fill('Welche Firmware hat der Router?')
    await page.getByRole('button', { name: 'Fragen und warten' }).click()
    await page.getByText('ruht: Kunde ist gefragt').waitFor()
    assert.equal(new URL(page.url()).pathname, path)
  })
  return mailTo(email, /Welche Firmware/)
}
