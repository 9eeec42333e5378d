/** Expected calls back on a real disk: what an earlier process has written is what the next one reads. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type Logger, silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import { eventually } from '@klinke/testbed'
import { CallBackFile } from './call-back-file.ts'
import { EmergencyCallBacks } from './emergency-call-backs.ts'

const clock = systemClock()
const NUMBER = '+4922155501'

function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'klinke-call-backs-'))
  context.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

function opened(directory: string, logger: Logger = silentLogger): { readonly file: CallBackFile; readonly callBacks: EmergencyCallBacks } {
  const file = CallBackFile.open({ directory, clock, logger })
  return { file, callBacks: new EmergencyCallBacks(clock, file) }
}

test('who called for help before a kill is called back after it', async (context) => {
  const directory = folder(context)
  const first = opened(directory)
  context.after(() => first.file.close())
  first.callBacks.expect('acme', NUMBER, 'acme-10')
  await eventually('the file on disk', () => readdirSync(directory).includes('expected.json'))
  // Nothing was closed: as after kill -9.
  const second = opened(directory)
  assert.deepEqual(second.callBacks.phonesFor('acme', NUMBER), ['acme-10'])
  second.callBacks.expect('acme', NUMBER, 'acme-11')
  second.callBacks.expect('acme', NUMBER, 'acme-12')
  await second.file.close()
  const third = opened(directory)
  assert.deepEqual(third.callBacks.phonesFor('acme', NUMBER), ['acme-10', 'acme-11', 'acme-12'])
  await third.file.close()
})

test('an entry that cannot be read keeps nobody else from being called back', async (context) => {
  const directory = folder(context)
  const until = { untilEpochMs: Number.MAX_SAFE_INTEGER }
  const entries = [{ tenantId: 7 }, { tenantId: 'acme', e164: NUMBER, phoneId: 'acme-10', ...until }]
  writeFileSync(join(directory, 'expected.json'), JSON.stringify(entries))
  const read = opened(directory)
  assert.deepEqual(read.callBacks.phonesFor('acme', NUMBER), ['acme-10'])
  await read.file.close()
})

test('a broken file, or a folder that is none, keeps nobody from starting and from calling for help', async (context) => {
  const directory = folder(context)
  const warned: string[] = []
  const logger = { ...silentLogger, warn: (text: string) => void warned.push(text) }
  writeFileSync(join(directory, 'expected.json'), '[{"tenantId":7')
  const broken = opened(directory, logger)
  broken.callBacks.expect('acme', NUMBER, 'acme-10')
  await broken.file.close()
  assert.match(readFileSync(join(directory, 'expected.json'), 'utf8'), /acme-10/)
  const nowhere = opened(join(directory, 'expected.json'), logger)
  nowhere.callBacks.expect('acme', NUMBER, 'acme-11')
  assert.deepEqual(nowhere.callBacks.phonesFor('acme', NUMBER), ['acme-11'])
  await nowhere.file.close()
  assert.equal(warned.length, 3)
})
