/** Registrations on a real disk: what an earlier process has kept is what the next one takes up. */
import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { createRegistrar, DEFAULT_REGISTRATION_PROFILE, type KeptRegistration, type Registrar } from '@klinke/calls'
import { silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import { buildRequest } from '@klinke/sip'
import { eventually } from '@klinke/testbed'
import { RegistrationJournal } from './registration-journal.ts'

const clock = systemClock()

function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'klinke-registrations-'))
  context.after(() => rmSync(path, { recursive: true }))
  return path
}

function follow(directory: string, registrar: Registrar, segmentBytes?: number): Promise<RegistrationJournal> {
  const limit = segmentBytes === undefined ? {} : { segmentBytes }
  return RegistrationJournal.open({ directory, registrar, isKnown: isOfTenant, clock, logger: silentLogger, ...limit })
}

function isOfTenant({ tenantId }: KeptRegistration): boolean {
  return tenantId === 'tenant'
}

/** Extension `number` registers a device; with `expires` 0 it takes leave. */
function register(registrar: Registrar, number: string, cseq = 1, expires = 3_600, tenantId = 'tenant'): void {
  const remote = { address: '192.0.2.1', port: 5060 }
  const flow = { id: 'udp/0/5060/192.0.2.1', protocol: 'UDP', local: remote, remote } as const
  const aor = `sip:${number}@muster.example`
  const headers = [['Contact', `<sip:${number}@192.0.2.1>;expires=${expires}`]] as const
  const request = buildRequest({
    method: 'REGISTER',
    uri: 'sip:muster.example',
    from: `<${aor}>;tag=1`,
    to: `<${aor}>`,
    callId: 'a',
    cseq,
    headers,
  })
  const account = { extensionId: number, extensionNumber: number, username: number, domain: 'muster.example', ha1: { md5: '', sha256: '' } }
  const answer = registrar.register(request, flow, { ...account, tenantId, registration: DEFAULT_REGISTRATION_PROFILE })
  assert.equal(answer.status, 200)
}

/** What a process that starts now knows. */
async function restarted(directory: string): Promise<string[]> {
  const registrar = createRegistrar(clock)
  await (await follow(directory, registrar)).close()
  const records = [...registrar.addressesOfRecord()].sort()
  registrar.close()
  return records
}

function bytesIn(directory: string): number {
  return readdirSync(directory).reduce((sum, name) => sum + statSync(join(directory, name)).size, 0)
}

test('who is registered when the process dies is registered in the next one; who has left or has no account is not', async (context) => {
  const directory = folder(context)
  const registrar = createRegistrar(clock)
  context.after(() => registrar.close())
  const journal = await follow(directory, registrar)
  context.after(() => journal.close())
  for (const number of ['10', '11', '12']) register(registrar, number)
  register(registrar, '20', 1, 3_600, 'gone')
  await eventually('the journal on disk', () => bytesIn(directory) > 0)
  const before = bytesIn(directory)
  register(registrar, '11', 2, 0)
  await eventually('the journal on disk', () => bytesIn(directory) > before)
  // Nothing was closed: as after kill -9.
  assert.deepEqual(await restarted(directory), ['10@muster.example', '12@muster.example'])
})

test('the end of a process keeps what came last', async (context) => {
  const directory = folder(context)
  const registrar = createRegistrar(clock)
  const journal = await follow(directory, registrar)
  register(registrar, '10')
  await journal.close()
  registrar.removeAll('10@muster.example')
  registrar.close()
  assert.deepEqual(await restarted(directory), ['10@muster.example'])
})

test('a file that has grown is written anew with the present, and the earlier ones go', async (context) => {
  const directory = folder(context)
  const registrar = createRegistrar(clock)
  context.after(() => registrar.close())
  const journal = await follow(directory, registrar, 10_000)
  context.after(() => journal.close())
  for (let number = 100; number < 110; number++) register(registrar, String(number))
  for (let cseq = 2; cseq < 12; cseq++) {
    const before = readdirSync(directory).join() + bytesIn(directory)
    for (let number = 100; number < 110; number++) register(registrar, String(number), cseq)
    await eventually('the journal on disk', () => readdirSync(directory).join() + bytesIn(directory) !== before)
  }
  // Without a new file it would hold more than 22,000 bytes.
  await eventually('a journal of fewer than 20,000 bytes', () => readdirSync(directory).length === 1 && bytesIn(directory) < 20_000)
  assert.equal((await restarted(directory)).length, 10)
})

test('changes that come faster than they are read are kept all the same', async (context) => {
  const directory = folder(context)
  const registrar = createRegistrar(clock)
  const journal = await follow(directory, registrar)
  for (let number = 10_000; number < 16_000; number++) register(registrar, String(number))
  await journal.close()
  registrar.close()
  assert.equal((await restarted(directory)).length, 6_000)
})

test('a torn line and lines of another kind cost only themselves', async (context) => {
  const directory = folder(context)
  const registrar = createRegistrar(clock)
  const journal = await follow(directory, registrar)
  register(registrar, '10')
  await journal.close()
  registrar.close()
  const [name = ''] = readdirSync(directory)
  appendFileSync(join(directory, name), '{"record":"11@muster.example","registrations":[{"x":1}]}\ngarbage\n{"record":"10@muster.exa')
  assert.deepEqual(await restarted(directory), ['10@muster.example'])
})
