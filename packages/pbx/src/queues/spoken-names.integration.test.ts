import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { ok, silentLogger } from '@klinke/foundation'
import { SpeechUnavailable } from '../announcements/rules.ts'
import { snapshot } from '../test-support/test-pbx.ts'
import { queueSettings } from './rules.ts'
import { SpokenNames, spokenNameFiles, spokenNamesFolder } from './spoken-names.ts'

const SILENT = '---'
const BOB = '018f0000-0000-7000-8000-0000000000b0'
let dataDir: string
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'klinke-names-'))
})
after(() => rm(dataDir, { recursive: true }))

/** A tenant with queues of these names. */
function tenant(names: readonly string[], language: 'de' | 'en' = 'de', id = 'acme') {
  const queues = names.map((name) => ({ id: name, name, number: null, settings: queueSettings.parse({}), members: [] }))
  const parts = { queues: new Map(queues.map((queue) => [queue.id, queue])) }
  return snapshot({ id, extensions: [], numbers: {}, profile: { language }, parts })
}

/** A machine that writes what it has been asked to say. */
function machine({ isInstalled = true } = {}) {
  const said: string[] = []
  const names = new SpokenNames({
    folder: spokenNamesFolder(dataDir),
    logger: silentLogger,
    speak: (text, language) => {
      if (!isInstalled) return Promise.reject(new SpeechUnavailable())
      said.push(`${language} ${text}`)
      return Promise.resolve(Buffer.from(text))
    },
    convert: (octets) => Promise.resolve(String(octets) === SILENT ? { ok: false, error: 'silence' } : ok({ wav: octets })),
  })
  return { names, said }
}

test('names of queues are spoken once, in the language of the tenant, also over a restart; what is not needed goes', async () => {
  const first = machine()
  const now = tenant(['Service', 'Vertrieb', SILENT])
  first.names.follow(now, undefined)
  await first.names.settled()
  first.names.follow(now, now)
  await first.names.settled()
  assert.deepEqual(first.said, ['de Service', 'de Vertrieb', `de ${SILENT}`])
  assert.equal(await readFile(first.names.fileOf('Vertrieb', now) ?? '', 'utf8'), 'Vertrieb')
  assert.deepEqual([first.names.fileOf(SILENT, now), first.names.fileOf('Einkauf', now)], [undefined, undefined])

  const again = machine()
  const renamed = tenant(['Service', 'Verkauf'])
  again.names.follow(renamed, undefined)
  await again.names.settled()
  assert.deepEqual(again.said, ['de Verkauf'])
  assert.equal((await readdir(join(spokenNamesFolder(dataDir), 'acme'))).length, 2)
  const english = tenant(['Service'], 'en')
  again.names.follow(english, renamed)
  await again.names.settled()
  assert.deepEqual(again.said, ['de Verkauf', 'en Service'])
  assert.ok(again.names.fileOf('Service', english))
  assert.equal(again.names.fileOf('Service', renamed), undefined)
})

test('where the machine is not installed nothing is said, and a deleted tenant leaves no file', async () => {
  const { names } = machine({ isInstalled: false })
  const bob = tenant(['Service'], 'de', BOB)
  names.follow(bob, undefined)
  await names.settled()
  assert.equal(names.fileOf('Service', bob), undefined)
  assert.ok((await spokenNameFiles(dataDir).tenants()).includes(BOB))
  await spokenNameFiles(dataDir).removeTenant(BOB)
  assert.ok(!(await spokenNameFiles(dataDir).tenants()).includes(BOB))
})
