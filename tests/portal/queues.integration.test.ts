/** Queues, set up and watched; webhooks, settings and single sign-on of a customer. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { Chromium, eventually, missingPeers } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { dialled, phone, TONES } from '../support.ts'
import { faultsOf, PortalWorld } from './support.ts'
import { answer, choose, confirm, deleteHere, named, onPage } from './things.ts'
import { webhookReceiver } from './webhook-receiver.ts'

const skip = Chromium.missing
let world: PortalWorld

before(async () => {
  if (!skip) world = await PortalWorld.start({}, { KLINKE_LOOKUPS: 'everywhere' })
})
after(() => world?.[Symbol.asyncDispose]())

interface Queue {
  readonly id: string
  readonly name: string
  readonly settings: { readonly maxCallers: number }
}

const queue = (): Promise<Queue | undefined> => named<Queue>(world, '/queues', 'Bestellungen')

test('a queue is created in four steps; a destination that is wanted must be chosen', { skip }, () =>
  onPage(world, '/queues/new', async (page) => {
    await page.getByRole('textbox', { name: 'Name' }).fill('Bestellungen')
    await page.getByRole('textbox', { name: 'Interne Nummer' }).fill('580')
    await choose(page, 'Nebenstelle hinzufügen', '11 B')
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('switch', { name: 'Platz in der Reihe ansagen' }).check({ force: true })
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('textbox', { name: 'Höchstens so viele warten' }).fill('5')
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('switch', { name: 'Zu viele warten: weiterleiten' }).check({ force: true })
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByText('Bitte ausfüllen').waitFor()
    await choose(page, 'Zu viele warten', 'Auflegen')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByRole('heading', { name: '580 Bestellungen' }).waitFor()
    assert.partialDeepStrictEqual(await queue(), {
      settings: { maxCallers: 5, whenFull: { kind: 'hang-up' }, announcements: { position: { everySeconds: 60 } } },
    })
  }),
)

test('the wallboard shows who waits, and the agent in the call; settings are changed and taken back', {
  skip: skip || missingPeers('baresip'),
}, async () => {
  await using anna = await phone(world.product, '10', { tone: TONES.anna })
  await onPage(world, `/queues/${(await queue())?.id}`, async (page) => {
    await page.getByText('Niemand wartet.').waitFor()
    await anna.dial(dialled(world.product, '580'))
    await page.getByRole('group', { name: 'Es warten' }).getByText('1', { exact: true }).waitFor()
    await page.getByRole('table', { name: 'Es warten' }).getByText('Anna').waitFor()
    await using bea = await phone(world.product, '11', { tone: TONES.bea })
    await bea.rings()
    await bea.accept()
    await page.getByRole('table', { name: 'Wer annimmt' }).getByText('im Gespräch').waitFor()
    await anna.hangUp()
    await page.getByRole('tab', { name: 'Einstellungen' }).click()
    await page.getByRole('button', { name: 'Wie viele, wie lange' }).click()
    await page.getByRole('textbox', { name: 'Höchstens so viele warten' }).fill('7')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await eventually('the change', async () => (await queue())?.settings.maxCallers === 7)
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await eventually('it is taken back', async () => (await queue())?.settings.maxCallers === 5)
    // Deleted is what the page shows: until it has read that again, the server would say that it was changed.
    await eventually(
      'the page shows it',
      async () => (await page.getByRole('textbox', { name: 'Höchstens so viele warten' }).inputValue()) === '5',
    )
    await deleteHere(page, 'versprochene Rückrufe entfallen', 'Warteschlangen')
  })
  assert.equal(await queue(), undefined)
})

test('reports count the call of the queue, by extension, queue and hour, give it as a file, and close when the management revokes its consent', {
  skip: skip || missingPeers('baresip'),
}, async () => {
  await onPage(world, '/reports', async (page) => {
    const row = (name: string | RegExp) => page.getByRole('row', { name })
    // Number and name; made, of those answered, answered, missed, for queues.
    await row(/^11 Bernd Vertrieb 0 0 0 0 1 0:0\d$/).waitFor()
    await page.getByRole('img', { name: /^Anrufe je Nebenstelle: am meisten 1/ }).waitFor()
    await choose(page, 'Auswertung', 'Anrufe je Warteschlange')
    // Anna has hung up while Bernd heard who calls, or later: she was lost, or answered.
    await row(/^gelöscht 1 (1 0|0 1) 0 0:/).waitFor()
    await choose(page, 'Auswertung', 'Verlorene Anrufe und Wartezeit')
    await page.getByRole('img', { name: /^Wartezeit im Mittel: am meisten 0:\d\d/ }).waitFor()
    // Only the rows in view are drawn, and the hour of now may be below.
    let share = 0
    await eventually('the hour of the call', async () => {
      share = 1 - share
      await page.evaluate(
        `for (let at = document.querySelector('main table'); at; at = at.parentElement) at.scrollTop = ${share} * at.scrollHeight`,
      )
      return (await row(/^\d\d:00 1 (1 0|0 1) 0 0:/).count()) === 1
    })
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Als Excel-Datei' }).click()])
    assert.match(file.suggestedFilename(), /^verlorene-anrufe-und-wartezeit-[\d-]+\.xlsx$/)
    assert.equal((await readFile(await file.path())).subarray(0, 2).toString(), 'PK')
    await page.getByRole('textbox', { name: 'Von' }).fill('2020-01-01')
    await page.getByText('Höchstens 366 Tage.').waitFor()

    await page.goto(world.url('/consents'))
    await page.getByRole('region', { name: 'Auswertungen und Anruflisten' }).getByRole('button', { name: 'Widerrufen' }).click()
    await confirm(page, 'Widerrufen', 'sofort nicht mehr')
    await page.goto(world.url('/reports'))
    await page.getByRole('heading', { name: 'Die Geschäftsführung hat nicht eingewilligt' }).waitFor()
    await page.getByRole('link', { name: 'Zu den Einwilligungen' }).waitFor()
  })
  const tenantId = (
    await named<{ readonly id: string; readonly name: string; readonly sipDomain: string }>(world, '/tenants', 'Muster GmbH')
  )?.id
  await world.product.request('POST', '/management-consents', {
    tenantId,
    scope: 'reports',
    grantedBy: 'Eva Leitung',
    grantedOn: '2026-01-05',
  })
})

test('a webhook is told of a test, its log shows what arrived, and it is sent again; a new secret is shown once', { skip }, async () => {
  await using receiver = await webhookReceiver()
  await onPage(world, '/webhooks/new', async (page) => {
    await page.getByRole('textbox', { name: 'Adresse' }).fill(receiver.url)
    await page.getByRole('textbox', { name: 'Wofür' }).fill('Kundenverwaltung')
    await page.getByRole('checkbox', { name: 'Geänderte Einstellungen' }).check()
    await page.getByRole('button', { name: 'Anlegen' }).click()
    const secret = await page.getByRole('textbox', { name: 'Schlüssel zum Signieren' }).inputValue()
    assert.match(secret, /^whsec_/)
    await page.getByRole('link', { name: 'Bearbeiten' }).click()
    await page.getByRole('button', { name: 'Probe senden' }).click()
    await page.getByText('Angekommen: Ihr Server antwortet 204.').waitFor()
    receiver.answer(500)
    await page.getByRole('button', { name: 'Probe senden' }).click()
    await page.getByText('Nicht angekommen:').waitFor()
    receiver.answer(204)
    await world.product.request('PATCH', `/extensions/${await extensionId('13')}`, { name: 'Carla' })
    await page.getByText('configuration.changed').first().waitFor()
    const before = receiver.received.length
    await page.getByRole('button', { name: 'Nochmals senden' }).first().click()
    await eventually('it is sent again', async () => receiver.received.length > before)
    await page.getByRole('button', { name: 'Neuen Schlüssel zum Signieren' }).click()
    await page.getByRole('dialog').getByText('mit dem alten und dem neuen signiert').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Neuen Schlüssel' }).click()
    assert.notEqual(await page.getByRole('textbox', { name: 'Schlüssel zum Signieren' }).inputValue(), secret)
    await page.getByRole('button', { name: 'Abschalten' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Abschalten' }).click()
    await page.getByText('Abgeschaltet, weil').waitFor()
    await deleteHere(page, 'das Protokoll des Gesendeten ist weg', 'Webhooks')
  })
})

test('what applies to the whole customer is changed and taken back: traces of calls, keeping, forwarding', { skip }, () =>
  onPage(world, '/settings', async (page) => {
    const traces = async () => ((await tenantSettings(page)) as { readonly callTraces: string }).callTraces
    await choose(page, 'Aufzeichnung des Verbindungsaufbaus, um Anrufe zu erklären', 'von allen Anrufen')
    await page.getByRole('textbox', { name: 'Löschen nach (Tagen)', exact: true }).fill('7')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert').waitFor()
    assert.partialDeepStrictEqual(await tenantSettings(page), { callTraces: 'always', callTraceDays: 7 })
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await eventually('the change is taken back', async () => (await traces()) === 'problems')
    await page.getByRole('tab', { name: 'Weiterleitungen' }).click()
    await page.getByRole('radio', { name: 'Nur zu Nebenstellen, die zustimmen' }).check()
    await page.getByRole('button', { name: 'Speichern' }).click()
    await eventually(
      'the policy',
      async () => ((await answer(page, '/call-policy')) as { readonly forwarding: string }).forwarding === 'agreed',
    )
    await page.getByRole('radio', { name: 'Überallhin' }).check()
    await page.getByRole('button', { name: 'Speichern' }).click()
  }),
)

test('the operator position is set up, switched to night and deleted; a boss gets a secretary', { skip }, () =>
  onPage(world, '/operator-position', async (page) => {
    const position = page.getByRole('region', { name: 'Vermittlung' })
    await position.getByRole('button', { name: 'Vermittlung einrichten' }).click()
    await position.getByRole('button', { name: 'Speichern' }).click()
    await position.getByText('Bitte ausfüllen').waitFor()
    await choose(page, 'Am Tag', 'Nebenstelle')
    await position.getByRole('combobox').nth(2).click()
    await page.getByRole('option', { name: /^10 / }).click()
    await position.getByRole('button', { name: 'Speichern' }).click()
    await position.getByText('Jetzt gilt: Tag').waitFor()
    await choose(page, 'Umschaltung', 'Nacht')
    await position.getByRole('button', { name: 'Speichern' }).click()
    await position.getByText('Jetzt gilt: Nacht').waitFor()
    assert.partialDeepStrictEqual(await answer(page, '/operator-position'), { mode: 'night', day: { kind: 'extension' } })
    await position.getByRole('button', { name: 'Löschen' }).click()
    await page.getByRole('dialog').getByText('erreicht niemanden mehr').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click()
    await position.getByRole('button', { name: 'Vermittlung einrichten' }).waitFor()
    const secretaries = page.getByRole('region', { name: 'Chef und Sekretariat' })
    await secretaries.getByRole('button', { name: 'Sekretariat einrichten' }).click()
    await choose(page, 'Chef', '10 ')
    await choose(page, 'Nebenstelle hinzufügen', '11 ')
    await secretaries.getByRole('button', { name: 'Speichern' }).click()
    await secretaries.getByText(/^10 .*Filter an \(an\)$/).waitFor()
    await secretaries.getByRole('button', { name: 'Löschen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click()
    await secretaries.getByText('Noch keines.').waitFor()
  }),
)

test('single sign-on is set up, its test says what is wrong, and the sign-in page says why nobody gets in by it', { skip }, async () => {
  await onPage(world, '/settings', async (page) => {
    await page.getByRole('tab', { name: 'Anmeldung' }).click()
    await page.getByRole('button', { name: 'Single Sign-on einrichten' }).click()
    assert.match(await page.getByRole('textbox', { name: 'Diese Umleitungsadresse' }).inputValue(), /\/sign-in\/single-sign-on\/callback$/)
    await page.getByRole('textbox', { name: 'Aussteller' }).fill('http://127.0.0.1:1')
    await page.getByRole('textbox', { name: 'Client-ID' }).fill('klinke')
    await page.getByLabel('Geheimer Clientschlüssel').fill('ein Geheimnis')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByRole('button', { name: 'Verbindung prüfen' }).click()
    await page.getByText('Unter dem Aussteller antwortet kein OpenID-Anbieter').waitFor()
    await page.getByText('Bitten Sie den Anbieter der Telefonanlage').waitFor()
  })
  const { items } = (await world.product.get('/single-sign-on')) as { readonly items: readonly { readonly id: string }[] }
  await world.product.request('PATCH', `/single-sign-on/${items[0]?.id}`, { domains: ['firma.example'] })
  const visitor = await world.visitor()
  const faults = faultsOf(visitor)
  await visitor.goto(world.url('/?sign-in-problem=single-sign-on-refused'))
  await visitor.getByText('Die Anmeldung über Ihr Firmenkonto hat nicht geklappt').waitFor()
  assert.equal(new URL(visitor.url()).search, '', 'said once')
  await visitor.getByRole('button', { name: 'Mit dem Firmenkonto anmelden' }).click()
  await visitor.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill('anna@anderswo.example')
  await visitor.getByRole('button', { name: 'Weiter' }).click()
  await visitor.getByText('Für diese Adresse ist keine Anmeldung').waitFor()
  await visitor.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill('anna@firma.example')
  await visitor.getByRole('button', { name: 'Weiter' }).click()
  await visitor.getByText('Der Identitätsanbieter ist nicht erreichbar', { exact: true }).waitFor()
  assert.deepEqual(faults, [])
  await visitor.context().close()
  await onPage(world, '/settings', async (page) => {
    await page.getByRole('tab', { name: 'Anmeldung' }).click()
    await page.getByRole('region', { name: 'Single Sign-on' }).getByRole('button', { name: 'Löschen' }).click()
    await page.getByRole('dialog').getByText('Wer kein Kennwort hat, braucht eine Einladung').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click()
    await page.getByRole('button', { name: 'Single Sign-on einrichten' }).waitFor()
  })
})

async function extensionId(number: string): Promise<string | undefined> {
  const { items } = (await world.product.get('/extensions')) as {
    readonly items: readonly { readonly id: string; readonly number: string }[]
  }
  return items.find((item) => item.number === number)?.id
}

function tenantSettings(page: Page): Promise<unknown> {
  return answer(page, '/tenant-settings')
}
