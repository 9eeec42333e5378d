/** Conference rooms, schedules and announcements; codes, music and recording: made in the browser, used, taken back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Chromium, eventually, missingPeers } from '@klinke/testbed'
import { dialled, phone, TONES } from '../support.ts'
import { PortalWorld } from './support.ts'
import { answer, choose, confirm, deleteHere, named, onPage } from './things.ts'

const skip = Chromium.missing
let world: PortalWorld

before(async () => {
  if (!skip) world = await PortalWorld.start()
})
after(() => world?.[Symbol.asyncDispose]())

interface Thing {
  readonly id: string
  readonly name: string
}

async function pathOf(list: string, name: string): Promise<string> {
  return `${list}/${(await named<Thing>(world, list, name))?.id}`
}

test('a conference room is created with PINs; two alike are refused at the field', { skip }, () =>
  onPage(world, '/conference-rooms/new', async (page) => {
    await page.getByRole('textbox', { name: 'Name' }).fill('Besprechung')
    await page.getByRole('textbox', { name: 'Interne Nummer' }).fill('570')
    await page.getByRole('textbox', { name: 'PIN für Teilnehmer' }).fill('1234')
    await page.getByRole('textbox', { name: 'PIN für Moderatoren' }).fill('1234')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    const moderators = page.getByRole('textbox', { name: 'PIN für Moderatoren' })
    await eventually('a word at the field', async () => (await moderators.getAttribute('aria-invalid')) === 'true')
    await page.getByRole('textbox', { name: 'PIN für Teilnehmer' }).fill('')
    await moderators.fill('4711')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByRole('heading', { name: '570 Besprechung' }).waitFor()
    await page.getByText('Wählen Sie 570, und Sie stehen hier.').waitFor()
    await page.getByRole('tab', { name: 'Einstellungen' }).click()
    await page.getByText('Es gibt eine; sie wird nie gezeigt').waitFor()
    await page.getByRole('switch', { name: 'Ton beim Kommen und Gehen' }).uncheck({ force: true })
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert').waitFor()
    assert.partialDeepStrictEqual(await world.product.get(await pathOf('/conference-rooms', 'Besprechung')), {
      hasParticipantPin: false,
      hasModeratorPin: true,
      entryTones: false,
    })
  }),
)

test('who dials in is seen, muted and removed; the room is deleted afterwards', { skip: skip || missingPeers('baresip') }, async () => {
  const path = await pathOf('/conference-rooms', 'Besprechung')
  await world.product.request('PATCH', path, { moderatorPin: null })
  await using anna = await phone(world.product, '10', { tone: TONES.anna })
  await using bea = await phone(world.product, '11', { tone: TONES.bea })
  for (const caller of [anna, bea]) {
    await caller.dial(dialled(world.product, '570'))
    await caller.established()
  }
  await onPage(world, path, async (page) => {
    await page.getByRole('button', { name: /^Stumm schalten: .*10/ }).click()
    await page.getByRole('button', { name: /^Sprechen lassen: .*10/ }).waitFor()
    await page.getByRole('switch', { name: 'Geschlossen' }).click({ force: true })
    await eventually('the room is locked', async () => {
      return ((await world.product.get(`${path}/conference`)) as { readonly locked: boolean }).locked
    })
    await page.getByRole('button', { name: /^Entfernen: .*11/ }).click()
    await confirm(page, 'Entfernen', '11')
    await bea.ended()
    await page.getByRole('button', { name: 'Konferenz beenden' }).click()
    await confirm(page, 'Konferenz beenden', 'Konferenz')
    await anna.ended()
    await page.getByRole('heading', { name: 'Niemand ist im Raum' }).waitFor()
    await deleteHere(page, 'Seine Nummer ist sofort nicht mehr zu erreichen', 'Konferenzräume')
  })
  assert.equal((await world.product.request('GET', path)).status, 404)
})

test('a schedule of a Land is closed on its holiday and on an exception, and open in the week', { skip }, () =>
  onPage(world, '/schedules/new', async (page) => {
    await page.getByRole('textbox', { name: 'Name' }).fill('Werkstatt')
    await page.getByRole('textbox', { name: 'Montag' }).fill('acht bis fünf')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByText('Bitte Zeiten wie 8-12, 13-17:30').waitFor()
    await page.getByRole('textbox', { name: 'Montag' }).fill('7-12, 13-16')
    await page.getByRole('button', { name: 'Dienstag bis Freitag wie Montag' }).click()
    await page.getByRole('img', { name: 'Freitag: 7-12, 13-16; Samstag: geschlossen' }).waitFor()
    await page.getByRole('combobox', { name: 'Bundesland' }).click()
    await page.getByRole('option', { name: 'Sachsen', exact: true }).click()
    await page.getByRole('button', { name: 'Ausnahme hinzufügen' }).click()
    await page.getByRole('textbox', { name: 'Name' }).last().fill('Betriebsferien')
    await page.getByLabel('Am oder ab').fill('2026-12-28')
    await page.getByLabel('Bis einschließlich').fill('2026-12-31')
    await page.getByRole('button', { name: 'Anlegen' }).click()
    await page.getByRole('heading', { name: 'Werkstatt' }).waitFor()
    const state = page.getByRole('region', { name: 'Ist geöffnet?' })
    for (const [at, said] of [
      ['2026-11-16T08:00', 'nach der Woche'],
      ['2026-11-18T08:00', 'wegen: Buß- und Bettag'],
      ['2026-12-29T08:00', 'wegen: Betriebsferien'],
    ] as const) {
      await state.getByLabel('Ist geöffnet?').fill(at)
      await state.getByText(said).waitFor()
      await state.getByText(said === 'nach der Woche' ? 'Geöffnet' : 'Geschlossen', { exact: true }).waitFor()
    }
    await page.getByRole('textbox', { name: 'Samstag' }).fill('9-13')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await state.getByLabel('Ist geöffnet?').fill('2026-11-21T10:00')
    await state.getByText('Geöffnet', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await state.getByText('Geschlossen', { exact: true }).waitFor()
    await deleteHere(page, 'wenn sich nichts mehr nach ihm richtet', 'Zeitpläne')
    assert.equal(await named(world, '/schedules', 'Werkstatt'), undefined)
  }),
)

interface Announcement extends Thing {
  readonly sounds: readonly { readonly language: string; readonly spoken: string | null; readonly durationMs: number }[]
}

test(
  'an announcement is recorded in the browser, then typed and spoken, played, and deleted',
  { skip: skip || missingPeers('espeak-ng') },
  () =>
    onPage(world, '/announcements/new', async (page) => {
      await page.getByRole('textbox', { name: 'Name' }).fill('Willkommen')
      await page.getByRole('button', { name: 'Anlegen' }).click()
      const german = page.getByRole('region', { name: 'Auf Deutsch' })
      const sound = async (): Promise<Announcement['sounds'][number] | undefined> =>
        (await named<Announcement>(world, '/announcements', 'Willkommen'))?.sounds.find(({ language }) => language === 'de')
      await german.getByRole('button', { name: 'Hier aufnehmen' }).click()
      await german.getByRole('button', { name: 'Aufnahme beenden (0:02)' }).click()
      await german.getByText(/^Aufnahme, /).waitFor()
      assert.equal((await sound())?.spoken, null)
      assert.ok(((await sound())?.durationMs ?? 0) > 500)
      await german.getByRole('textbox', { name: 'Text, den Klinke spricht' }).fill('Guten Tag, hier ist Klinke.')
      await german.getByRole('button', { name: 'Sprechen lassen' }).click()
      await german.getByText(/^Klinke spricht, /).waitFor()
      assert.equal((await sound())?.spoken, 'Guten Tag, hier ist Klinke.')
      await page.evaluate("document.querySelector('audio').play()")
      await eventually('it plays', async () => (await page.evaluate("document.querySelector('audio').currentTime")) !== 0)
      await german.getByRole('button', { name: 'Was sie in dieser Sprache sagt löschen' }).click()
      await confirm(page, 'Löschen', 'Sprache')
      await german.getByText('In dieser Sprache sagt sie noch nichts.').waitFor()
      await deleteHere(page, 'Alle ihre Aufnahmen sind weg', 'Ansagen')
      assert.equal(await named(world, '/announcements', 'Willkommen'), undefined)
    }),
)

test('a code of the list is changed, dialled from then on, and given back; on paper the list stands alone', { skip }, () =>
  onPage(world, '/feature-codes', async (page) => {
    const codes = async (): Promise<readonly string[] | undefined> => {
      const { items } = (await answer(page, '/feature-codes')) as {
        readonly items: readonly { readonly feature: string; readonly codes: string[] }[]
      }
      return items.find(({ codes: each }) => each.includes('*99'))?.codes
    }
    await page
      .getByRole('button', { name: /^Code für/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('form input').first().fill('*99')
    await dialog.locator('form input').first().press('Enter')
    await dialog.getByRole('button', { name: 'Speichern' }).click()
    await page.getByRole('cell', { name: '*99' }).waitFor()
    assert.equal((await codes())?.includes('*99'), true)
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.getByRole('button', { name: 'Liste drucken' }).isVisible(), false)
    assert.equal(await page.locator('header').isVisible(), false)
    assert.equal(await page.getByRole('cell', { name: '*99' }).isVisible(), true)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await page.getByRole('cell', { name: '*99' }).waitFor({ state: 'detached' })
    assert.equal(await codes(), undefined)
  }),
)

test('music on hold is uploaded, heard and deleted; a sentence is replaced by a recording and given back', { skip }, () =>
  onPage(world, '/sounds', async (page) => {
    const file = { name: 'Sommer.wav', mimeType: 'audio/wav', buffer: silence() }
    const music = page.getByRole('region', { name: 'Wartemusik' })
    await music.locator('input[type=file]').setInputFiles(file)
    const player = music.getByLabel('Anhören: Sommer')
    await player.waitFor()
    assert.equal(
      await player.evaluate(async (audio) => (await fetch((audio as { readonly src?: string }).src ?? '')).headers.get('content-type')),
      'audio/wav',
    )
    await music.locator('input[type=file]').setInputFiles({ ...file, name: 'Winter.wav' })
    await music.getByLabel('Anhören: Winter').waitFor()
    const order = (): Promise<readonly string[]> =>
      music.locator('audio').evaluateAll((players) => players.map((player) => player.getAttribute('aria-label') ?? ''))
    const isOrdered = (first: string): Promise<unknown> => eventually(`${first} is first`, async () => (await order())[0]?.endsWith(first))
    await music.getByRole('button', { name: 'Nach oben: Winter' }).focus()
    await page.keyboard.press('Enter')
    await isOrdered('Winter')
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await isOrdered('Sommer')
    await music.getByText(/^Winter \(/).dragTo(music.getByText(/^Sommer \(/))
    await isOrdered('Winter')
    await music.getByRole('button', { name: 'Löschen: Sommer' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click()
    await player.waitFor({ state: 'detached' })
    const sentences = page.getByRole('region', { name: 'Sätze der Telefonanlage' })
    await sentences.getByRole('searchbox', { name: 'Satz suchen' }).fill('Bitte warten Sie.')
    await sentences.locator('input[type=file]').first().setInputFiles(file)
    await sentences.getByText('eigene Aufnahme', { exact: true }).waitFor()
    for (const voice of ['eigene Aufnahme', 'mitgelieferte Stimme']) {
      await sentences.getByRole('button', { name: `Anhören: ${voice}, Deutsch: Bitte warten Sie.`, exact: true }).click()
      await sentences.getByRole('button', { name: `Anhalten: ${voice}, Deutsch` }).waitFor()
      await sentences.getByRole('button', { name: `Anhören: ${voice}, Deutsch: Bitte warten Sie.`, exact: true }).waitFor()
    }
    await sentences.getByRole('button', { name: /^Zurück zur mitgelieferten Stimme/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Zurück zur mitgelieferten Stimme' }).click()
    await sentences.getByText('eigene Aufnahme', { exact: true }).waitFor({ state: 'detached' })
  }),
)

test('what is always recorded is said with its purpose, and how; the storage says how full it is', { skip }, () =>
  onPage(world, '/recording', async (page) => {
    await page.getByRole('region', { name: 'Speicher' }).getByText('belegt').waitFor()
    const rules = page.getByRole('region', { name: 'Was immer aufgezeichnet wird' })
    await rules.getByRole('button', { name: 'Regel hinzufügen' }).click()
    await choose(page, 'Welche', '13 ')
    await rules.getByRole('button', { name: 'Regel hinzufügen' }).click()
    await rules.getByText('Bitte ausfüllen').waitFor()
    await rules.getByRole('textbox', { name: 'Zweck' }).fill('Nachweis von Aufträgen')
    await rules.getByRole('button', { name: 'Regel hinzufügen' }).click()
    await rules.getByText('ankommend, abgehend. Zweck: Nachweis von Aufträgen').waitFor()
    await page.getByRole('radio', { name: 'werden gefragt' }).check()
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page.getByText('Gespeichert').waitFor()
    assert.partialDeepStrictEqual(await answer(page, '/recording-policy'), { consent: 'ask' })
    await page.getByRole('button', { name: 'Rückgängig' }).click()
    await rules.getByRole('button', { name: 'Regel löschen: Nachweis von Aufträgen' }).click()
    await page.getByRole('dialog').getByText('Ab dem nächsten Gespräch').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click()
    await rules.getByText('Nichts: Aufgezeichnet wird nur').waitFor()
  }),
)

/** A second of it: 8 kHz, 16 bits. */
function silence(): Buffer {
  const octets = 16_000
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + octets, 4)
  head.write('WAVEfmt ', 8)
  for (const [value, at] of [
    [16, 16],
    [8_000, 24],
    [16_000, 28],
    [octets, 40],
  ] as const)
    head.writeUInt32LE(value, at)
  for (const [value, at] of [
    [1, 20],
    [1, 22],
    [2, 32],
    [16, 34],
  ] as const)
    head.writeUInt16LE(value, at)
  head.write('data', 36)
  return Buffer.concat([head, Buffer.alloc(octets)])
}
