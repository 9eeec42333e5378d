import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { consentProblems, DEFAULT_PROFILE, insertTenant, privacyProblems, ReportJobs } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { FolderBlobStore } from '@klinke/platform'
import { type TestCluster, testApi } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { privacyRoutes } from '../privacy.ts'
import { dataKinds } from '../retention.ts'

const NOW_MS = Date.parse('2026-03-02T10:00:00Z')
export const [ANNA, BERT] = ['018f0000-0000-7000-8000-0000000000a1', '018f0000-0000-7000-8000-0000000000b1']

/** A customer with Anna (10) and Bert (11), calls of each, and a foreign customer. */
export async function office(cluster: TestCluster) {
  const opened = await cluster.database()
  const { database } = opened
  const folder = mkdtempSync(join(tmpdir(), 'klinke-privacy-'))
  const blobs = new FolderBlobStore(folder)
  const clock = new VirtualClock(NOW_MS)
  const [tenantId, foreign] = await database.withOperator(async (tx) => {
    const made = []
    for (const name of ['muster', 'fremd'])
      made.push(await insertTenant(tx, { name, sipDomain: `${name}.example`, areaCode: '221', profile: DEFAULT_PROFILE }))
    const id = made[0]?.id ?? ''
    const db = tx.tables()
    await sql`INSERT INTO extension (id, tenant_id, number, name, sip_username, ha1_md5, ha1_sha256) VALUES
      (${ANNA}, ${id}, '10', 'Anna', 'anna', 'geheim-md5', 'x'), (${BERT}, ${id}, '11', 'Bert', 'bert', 'x', 'x')`.execute(db)
    await sql`INSERT INTO login (id, tenant_id, extension_id, email, name, kind, password_hash) VALUES
      (gen_random_uuid(), ${id}, ${ANNA}, 'anna@muster.example', 'Anna', 'user', 'geheim-hash')`.execute(db)
    await sql`SELECT ensure_call_partitions('2026-03-01'::timestamptz)`.execute(db)
    for (const [call, extension, number] of [
      ['a', ANNA, '+491711234567'],
      ['b', BERT, '+491727654321'],
    ] as const)
      await sql`INSERT INTO call_started (call_id, started_at, tenant_id, direction, caller, called, sip_call_id, emergency)
        VALUES (${call}, '2026-03-01T10:00:00Z', ${id}, 'out', ${JSON.stringify({ extensionId: extension })}, ${JSON.stringify({ number })}, 'x', false)`.execute(
        db,
      )
    return made.map((each) => each.id)
  })
  const kinds = dataKinds({ blobs, clock })
  const jobs = new ReportJobs({ database, clock, logger: silentLogger, blobs, kinds })
  const api = await testApi(database, privacyRoutes({ database, clock }, blobs, jobs), [privacyProblems, consentProblems])
  return {
    ...{ database, clock, jobs, kinds, tenantId: tenantId ?? '', foreign: foreign ?? '' },
    operator: await api.client({ kind: 'operator' }),
    admin: await api.client({ kind: 'tenant', tenantId: tenantId ?? '' }),
    stranger: await api.client({ kind: 'tenant', tenantId: foreign ?? '' }),
    /** Somebody else each time, signed in. */
    signedIn: (principal: Parameters<typeof api.signedIn>[0]) => api.signedIn(principal),
    blobs,
    anna: await api.client({ kind: 'user', tenantId: tenantId ?? '', extensionId: ANNA }),
    bert: await api.client({ kind: 'user', tenantId: tenantId ?? '', extensionId: BERT }),
    [Symbol.asyncDispose]: async () => {
      await jobs.close()
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The files of an archive, as its local headers tell them. */
export function unzipped(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, name, extra, comment] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
      archive.readUInt16LE(at + 32),
    ]
    const local = archive.readUInt32LE(at + 42)
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    files.set(archive.toString('latin1', at + 46, at + 46 + name), inflateRawSync(archive.subarray(begin, begin + packed)))
    at += 46 + name + extra + comment
  }
  return files
}

export interface Report {
  readonly kinds: readonly {
    readonly kind: string
    readonly keptFor: { readonly de: string }
    readonly tables: Readonly<Record<string, readonly Record<string, unknown>[]>>
  }[]
}
