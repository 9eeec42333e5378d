/** Calls as the portal shows them: explained to an administrator, with messages and recordings to their users. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { testMailServer } from '@klinke/platform/test-support'
import { Chromium, eventually, missingPeers } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { ExplainDesk } from '../explain-desk.ts'
import { readable } from '../mails.ts'
import { dialled, phone, TONES, talking } from '../support.ts'
import { complaints } from './axe.ts'
import { faultsOf, PortalWorld, settled } from './support.ts'
import { asUser } from './things.ts'

const skip = Chromium.missing
const skipTalks = skip || missingPeers('baresip')
/** Two intervals in which sound is measured. */
const TWO_SAMPLES_MS = 11_000
let world: PortalWorld
let mail: Awaited<ReturnType<typeof testMailServer>>
let desk: ExplainDesk

before(async () => {
  if (skip) return
  mail = await testMailServer()
  world = await PortalWorld.start({}, { KLINKE_SMTP_URL: mail.url })
  desk = await ExplainDesk.on(world.product)
})
after(async () => {
  await desk?.leave()
  await world?.[Symbol.asyncDispose]()
  await mail?.[Symbol.asyncDispose]()
})

test('a failed call is opened in the list: one sentence says why and what to do, the messages are drawn', { skip }, async () => {
  const anna = await desk.registered('10')
  await anna.sip.call('14').over
  await desk.explained('14')
  const page = await world.signedIn('tenant', { reducedMotion: 'reduce', bypassCSP: true })
  const faults = faultsOf(page)
  await page.goto(world.url('/call-records'))
  await settled(page)
  await page.locator('main tbody a').first().click()
  await page.getByText('Für 14 war kein Telefon angemeldet – prüfen Sie Strom, Netzwerk und Anmeldung des Telefons.').waitFor()
  const ladder = page.getByRole('img', { name: /Leiterdiagramm mit \d+ SIP-Nachrichten/ })
  assert.deepEqual(
    [await ladder.getByText('INVITE').count(), await ladder.getByText('480').count()].map((count) => count > 0),
    [true, true],
  )
  assert.equal(await page.getByRole('cell', { name: 'Für 14 war kein Telefon angemeldet.' }).count(), 1)
  assert.equal(await checked(page), '')
  assert.deepEqual(faults, [])
  await page.context().close()
})

/** What somebody outside may call himself. All are one row of a list each. */
const CLAIMED_NAMES: readonly (readonly [sent: string, shown: string])[] = [
  ['<script>window.hurt = true</script>', '<script>window.hurt = true</script>'],
  ['<img src=x onerror="window.hurt = true">', '<img src=x onerror="window.hurt = true">'],
  ['=HYPERLINK("http://evil.example")', '=HYPERLINK("http://evil.example")'],
  ['\u202Emoc.live\u2066 Bank', 'moc.live Bank'],
]

test('whatever a caller outside calls himself is text: in calls now, in call records, explained, and no formula in the table', {
  skip,
}, async () => {
  const claimed = { name: '' }
  const asked = /^(?:INVITE|ACK|CANCEL|BYE) /
  const from = () => `From: "${claimed.name.replaceAll('"', '\\"')}" <sip:+4930999888@127.0.0.1>;tag=`
  const rewrite = (message: string) => (asked.test(message) ? message.replace(/^From: .*?;tag=/m, from) : message)
  const [own = ''] = world.product.demo.numbers
  const called = await desk.registered('10')
  const outside = await desk.asCarrier({ rewrite })
  // Nothing executes even where the content security policy does not keep it from it.
  const page = await world.signedIn('tenant', { bypassCSP: true })
  const faults = faultsOf(page)
  for (const [sent, shown] of CLAIMED_NAMES) {
    claimed.name = sent
    const call = outside.sip.call(own)
    await eventually('it rings', () => called.sip.calls.at(-1)?.state.kind === 'ringing', { shown: () => JSON.stringify(call.state) })
    await page.goto(world.url('/calls'))
    await page.locator('main tbody tr').getByText(shown).first().waitFor()
    call.hangUp()
    await call.over
    await page.goto(world.url('/call-records'))
    await settled(page)
    const row = page.locator('main tbody tr').first()
    await row.getByText(shown).first().waitFor()
    await row.getByRole('link').first().click()
    await page.getByText(shown).first().waitFor()
  }
  assert.equal(await page.evaluate("'hurt' in window"), false)
  assert.deepEqual(faults, [])
  await page.goto(world.url('/call-records'))
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Als Tabelle' }).click()])
  const table = await readFile(await download.path(), 'utf8')
  const cells = CLAIMED_NAMES.map(([, shown]) => (shown.startsWith('=') ? `"'${shown.replaceAll('"', '""')}"` : shown))
  for (const cell of cells)
    assert.ok(table.includes(cell.includes('"') && !cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell), cell)
  assert.doesNotMatch(table, /;"?=|[\u202A-\u202E\u2066-\u2069]/)
  await page.context().close()
})

test('a call that goes on is found among the calls now; its curve grows while it is looked at, in English and dark as well', {
  skip,
}, async () => {
  const bernd = await desk.registered('11', { kind: 'answer', afterMs: 0 })
  const anna = await desk.phone('10')
  const call = anna.sip.call('11')
  await talking(call)
  const [taken] = bernd.sip.calls
  assert.ok(taken)
  await talking(taken)
  anna.talk(call)
  bernd.talk(taken)
  const talked = pause(TWO_SAMPLES_MS)
  const look = {
    locale: 'en-GB',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    bypassCSP: true,
    viewport: { width: 390, height: 844 },
  } as const
  const page = await world.signedIn('tenant', look)
  await page.goto(world.url('/calls'))
  await settled(page)
  await page.locator('main tbody a').first().click()
  await page.getByText('The call is going on.').waitFor()
  await talked
  call.hangUp()
  await page.getByText('The call was answered and ended normally.').waitFor()
  assert.equal(await page.getByRole('img', { name: /Quality of speech \(MOS\) in \d+ intervals, at worst 4/ }).count(), 2)
  assert.equal(await checked(page), '')
  assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'the page is wider than the screen')
  await page.context().close()
})

test('a device with a wrong password is in the list of what was refused, with the reason', { skip }, async () => {
  const stranger = await desk.phone('12', { kind: 'ring' }, { password: 'guessed' })
  await stranger.sip.register()
  await desk.refused(desk.product.extension('12').username, 'REGISTER', 'wrong-password')
  const page = await world.signedIn('tenant')
  await page.goto(world.url('/calls/refused'))
  await page.getByText(/mit falschem Kennwort gemeldet – tragen Sie im Gerät das SIP-Kennwort/).waitFor()
  await page.context().close()
})

test('a user has missed calls sent by mail: two make one, with the way to call back', { skip }, async () => {
  const { id: own } = await ownExtension()
  await asUser(world, '/notifications', async (page) => {
    const missed = page.getByRole('region', { name: 'Verpasste Anrufe' })
    await missed.getByRole('switch', { name: 'Bei verpassten Anrufen eine E-Mail senden' }).click({ force: true })
    assert.equal(await missed.getByRole('textbox', { name: 'E-Mail-Adresse' }).inputValue(), world.login('user').email)
    await missed.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert').waitFor()
    await page.getByRole('region', { name: 'Nachrichten auf der Mailbox' }).getByText('Sie haben noch keine Mailbox').waitFor()
  })
  await change(`/extensions/${own}/call-settings`, { doNotDisturb: true })
  const bea = await desk.registered('11')
  await bea.sip.call('10').over
  await bea.sip.call('10').over
  await change(`/extensions/${own}/call-settings`, { doNotDisturb: false })
  await eventually('the mail', () => mail.taken.length > 0)
  const text = readable(mail.taken.join())
  assert.match(text, new RegExp(`^To: ${world.login('user').email}\\r$`, 'm'))
  assert.match(text, /^Subject: 2 verpasste Anrufe\r$/m)
  assert.equal(text.match(/: Bernd .*\(11\)/g)?.length, 2)
  const [, query = ''] = /\/phone(\?dial=11)/.exec(text) ?? []
  await asUser(world, `/phone${query}`, async (page) => {
    await page.getByRole('heading', { name: 'Telefon', level: 1 }).waitFor()
  })
  await change(`/extensions/${own}/notifications`, { missedCallMail: false })
})

test('VM-03, VM-04: a message is heard, marked, deleted and put back; a greeting is recorded here and used; who called is called back', {
  skip: skipTalks,
}, async () => {
  const { id: own } = await ownExtension()
  const box = await change(`/extensions/${own}/mailbox`, { language: 'de' })
  await change(`/extensions/${own}/call-settings`, { forwardings: [{ when: 'always', to: { kind: 'voicemail', targetId: box.id } }] })
  await using bea = await phone(world.product, '11', { tone: TONES.bea })
  await bea.dial(dialled(world.product, '10'))
  await bea.established()
  await bea.press('#')
  await bea.listen(2_000)
  await bea.press('#')
  await bea.ended()
  await asUser(world, '/', async (page) => {
    await page.getByText('Eine neue Nachricht').waitFor()
    await page.getByRole('link', { name: 'Zur Mailbox' }).click()
    const message = page.getByRole('listitem', { name: /^Nachricht von/ })
    await message.getByText('neu', { exact: true }).waitFor()
    await page.evaluate("(() => { const player = document.querySelector('main audio'); player.currentTime = 1; return player.play() })()")
    await message.getByText('neu', { exact: true }).waitFor({ state: 'detached' })
    await message.getByRole('button', { name: /^Löschen/ }).click()
    await page.getByText('Keine Nachrichten').waitFor()
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await message.waitFor()
    await page.getByRole('tab', { name: 'Begrüßungen' }).click()
    await page.getByText('Anrufer hören die Begrüßung der Anlage').waitFor()
    const greeting = page.getByRole('region', { name: 'Vorübergehend (Urlaub)' })
    await greeting.getByRole('button', { name: /Hier aufnehmen/ }).click()
    await greeting.getByRole('button', { name: /Aufnahme beenden \(0:01\)/ }).click()
    const heard = greeting.getByLabel('Die neue Aufnahme', { exact: true })
    await heard.evaluate((audio) => (audio as { play?: () => Promise<void> }).play?.())
    await greeting.getByRole('button', { name: 'Neu aufnehmen' }).click()
    await greeting.getByRole('button', { name: /Aufnahme beenden \(0:01\)/ }).click()
    assert.deepEqual(((await world.product.get(`/extensions/${own}/mailbox`)) as { greetings: unknown }).greetings, [])
    await greeting.getByRole('button', { name: 'Behalten' }).click()
    await greeting.getByRole('button', { name: 'Behalten' }).waitFor({ state: 'detached' })
    await greeting.locator('audio').waitFor()
    await greeting.getByRole('button', { name: /Diese verwenden/ }).click()
    await greeting.getByText('gilt jetzt').waitFor()
    await page.getByRole('tab', { name: 'Einstellungen und PIN' }).click()
    await page.getByRole('textbox', { name: 'Neue PIN' }).fill('2846')
    await page.getByRole('button', { name: 'PIN ändern' }).click()
    await page.getByText('Eine PIN ist gesetzt.').waitFor()
    await page.getByRole('tab', { name: 'Nachrichten' }).click()
    await page.getByRole('link', { name: /^Zurückrufen/ }).click()
    await page.getByRole('heading', { name: 'Telefon', level: 1 }).waitFor()
  })
  assert.partialDeepStrictEqual(await world.product.get(`/extensions/${own}/mailbox`), {
    ...{ hasPin: true, savedMessages: 1, greetings: ['temporary'] },
    greeting: { kind: 'always', greeting: 'temporary' },
  })
})

test('CALL-06, REC-01: the cockpit shows the call, its recording is heard by the user, and the administrator sees who has listened', {
  skip: skipTalks,
}, async () => {
  const { id: own, tenantId } = await ownExtension()
  await change(`/extensions/${own}/call-settings`, { forwardings: [] })
  await change(`/recording-policy?tenantId=${tenantId}`, { onDemand: true })
  await using anna = await phone(world.product, '10', { tone: TONES.anna })
  await using bea = await phone(world.product, '11', { tone: TONES.bea, answersAtOnce: true })
  await anna.dial(dialled(world.product, '11'))
  await Promise.all([anna.established(), bea.established()])
  await asUser(world, '/own-phones', async (page) => {
    await page.getByRole('button', { name: /^Abmelden: baresip/i }).waitFor()
    await page.getByRole('link', { name: 'Start' }).click()
    await page.getByRole('region', { name: 'Anrufe jetzt' }).getByText('im Gespräch').waitFor()
    const live = (await world.product.get('/live-calls')) as { readonly items: readonly { readonly id: string }[] }
    const recording = `/live-calls/${live.items[0]?.id}/recording`
    assert.equal((await world.product.request('POST', recording, {})).status < 300, true)
    await eventually(
      'it is recorded',
      async () => ((await world.product.get(recording)) as { readonly state: string }).state === 'recording',
    )
    await anna.listen(2_000)
    await anna.hangUp()
    await page
      .getByRole('region', { name: 'Letzte Anrufe' })
      .getByRole('link', { name: /^Zurückrufen/ })
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Aufnahmen' }).click()
    await page.locator('main tbody a').first().click({ timeout: 30_000 })
    await page.getByRole('heading', { name: 'Wer Bescheid wusste' }).waitFor()
    await page.evaluate("document.querySelector('main audio').play()")
  })
  const page = await world.signedIn('tenant')
  await page.goto(world.url('/recordings'))
  await page.locator('main tbody a').first().click()
  await page.getByText(new RegExp(`^${world.login('user').name} angehört`)).waitFor()
  await page.context().close()
})

/** A tone in the public network, which answers at once. */
const TONE_OUTSIDE = '+493023125102'

test('TRK-06: the gauges follow a call outside, a mail warns, and the administrator sets a limit for an extension', {
  skip: skipTalks,
}, async () => {
  const { tenantId } = await ownExtension()
  await change(`/tenants/${tenantId}`, { profile: { admission: { channels: { both: 1 } } } })
  await using anna = await phone(world.product, '10', { tone: TONES.anna })
  const page = await world.signedIn('tenant', { reducedMotion: 'reduce', bypassCSP: true })
  const faults = faultsOf(page)
  await page.goto(world.url('/use-of-lines'))
  await page.getByText('0 von 1 belegt', { exact: true }).waitFor()
  await page.getByText('Gerade telefoniert niemand nach draußen.').waitFor()
  await anna.dial(dialled(world.product, TONE_OUTSIDE))
  await anna.established()
  await page.getByRole('progressbar', { name: 'Kanäle: 1 von 1 belegt' }).waitFor()
  await page.getByText('1 von 1 Kanälen sind belegt (Vertrag „Muster GmbH“).').waitFor()
  const places = page.getByRole('region', { name: 'Trunks, Standorte und Nebenstellen mit Anrufen' })
  await places.getByText('Nebenstelle 10').waitFor()
  const warning = await eventually('the warning by mail', () => mail.taken.find((text) => readable(text).includes('1 von 1 Kanälen')))
  assert.match(warning, new RegExp(`To: ${world.login('tenant').email}`))
  assert.equal(await complaints(page), '')
  await anna.hangUp()
  await anna.ended()
  await page.getByText('0 von 1 belegt', { exact: true }).waitFor()
  await page.getByRole('combobox', { name: 'Grenze einer Nebenstelle' }).click()
  await page.getByRole('option', { name: /^10/ }).click()
  await page.getByRole('heading', { name: 'Grenze: Nebenstelle 10' }).waitFor()
  await page.getByRole('textbox', { name: 'Abgehend' }).fill('2')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Gespeichert').first().waitFor()
  await page.goto(world.url('/use-of-lines'))
  await page.getByRole('region', { name: 'Grenzen' }).getByRole('link', { name: 'Nebenstelle 10' }).waitFor()
  const { items } = (await world.product.get(`/channel-limits?tenantId=${tenantId}`)) as { readonly items: readonly object[] }
  assert.partialDeepStrictEqual(items, [{ scope: 'device', name: '10', both: null, in: null, out: 2 }])
  assert.deepEqual(faults, [])
  await page.context().close()
  await change(`/tenants/${tenantId}`, { profile: { admission: {} } })
})

/** Changes something by the API, as the operator. */
async function change(path: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  const response = await world.product.request('PATCH', path, body)
  assert.equal(response.status, 200, await response.clone().text())
  return (await response.json()) as Readonly<Record<string, unknown>>
}

/** Id of extension 10, and of its tenant. */
async function ownExtension(): Promise<{ readonly id: string; readonly tenantId: string }> {
  const { items } = (await world.product.get('/extensions')) as {
    readonly items: readonly { readonly id: string; readonly number: string; readonly tenantId: string }[]
  }
  const found = items.find(({ number }) => number === '10')
  assert.ok(found)
  return found
}

/** With the table of the messages open, too. */
async function checked(page: Page): Promise<string> {
  await page.locator('main summary').click()
  return complaints(page)
}
