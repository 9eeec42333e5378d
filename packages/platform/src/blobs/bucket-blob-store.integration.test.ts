import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, type TestContext, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { S3Server, VirtualClock } from '@klinke/testbed'
import { BlobSpool } from './blob-spool.ts'
import { BucketBlobStore } from './bucket-blob-store.ts'
import { FolderBlobStore, StorageAway } from './folder-blob-store.ts'
import { S3Bucket } from './s3-bucket.ts'
import { blobStoreContract, temporaryFolder } from './test-support/blob-store-contract.ts'

const SETTLED_WITHIN_MS = 20_000
let server: S3Server

before(async () => {
  server = await S3Server.start()
})
after(() => server[Symbol.asyncDispose]())

interface Opened {
  readonly store: BucketBlobStore
  readonly clock: VirtualClock
  readonly settled: () => Promise<void>
}

async function openIn(
  path: string,
  context: TestContext,
  access = server.access,
  local = new FolderBlobStore(join(path, 'blobs')),
): Promise<Opened> {
  const clock = new VirtualClock()
  const spool = new BlobSpool(join(path, 'spool'))
  const store = await BucketBlobStore.open({ bucket: new S3Bucket(access), local, spool, clock, logger: silentLogger })
  context.after(() => store.close())
  const settled = async (): Promise<void> => {
    const untilMs = performance.now() + SETTLED_WITHIN_MS
    while (store.waiting > 0) {
      assert.ok(performance.now() < untilMs, `${store.waiting} files are still waiting`)
      await new Promise((resolve) => setTimeout(resolve, 10))
      await clock.advance(5_000)
    }
  }
  return { store, clock, settled }
}

blobStoreContract('S3', (context) => openIn(temporaryFolder(context), context))

test('a recording leaves this disk when it has been uploaded, music stays', async (context) => {
  const path = temporaryFolder(context)
  const { store, settled } = await openIn(path, context)
  const recording = join(path, 'recording.wav')
  // Larger than one part.
  const content = randomBytes(17 * 1024 * 1024)
  writeFileSync(recording, content)
  await store.adopt('acme/long.wav', recording)
  const music = await store.put('acme', Buffer.from('music'), 'wav')
  await settled()
  assert.deepEqual([existsSync(store.path('acme/long.wav')), existsSync(store.path(music))], [false, true])
  assert.deepEqual(Buffer.from((await store.read('acme/long.wav')) ?? []).equals(content), true)
  await store.remove('acme/long.wav')
})

test('who asks for a file while it leaves this disk gets it from the store', async (context) => {
  const path = temporaryFolder(context)
  const [leaves, mayLeave, hasLeft] = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  class SlowDisk extends FolderBlobStore {
    #leaving = false
    override async remove(key: string): Promise<void> {
      this.#leaving = true
      leaves.resolve()
      await mayLeave.promise
      await super.remove(key)
      this.#leaving = false
      hasLeft.resolve()
    }
    override async fetch(key: string): Promise<string | undefined> {
      return this.#leaving ? this.path(key) : super.fetch(key)
    }
  }
  const { store } = await openIn(path, context, server.access, new SlowDisk(join(path, 'blobs')))
  writeFileSync(join(path, 'message.wav'), 'message')
  const key = 'acme/leaving.wav'
  await store.adopt(key, join(path, 'message.wav'))
  await leaves.promise
  const [lending, fetching] = [store.lend(key), store.fetch(key)]
  mayLeave.resolve()
  await hasLeft.promise
  await using lent = await lending
  assert.deepEqual([lent?.path, await fetching], [store.path(key), store.path(key)])
  assert.equal(readFileSync(store.path(key), 'utf8'), 'message')
})

test('what is lent leaves this disk when it is given back, but not before it has been uploaded; what is to stay stays', async (context) => {
  const path = temporaryFolder(context)
  const { store, settled } = await openIn(path, context)
  for (const name of ['message.wav', 'greeting.wav']) writeFileSync(join(path, name), name)
  const key = 'acme/message.wav'
  await store.adopt(key, join(path, 'message.wav'))
  await store.adopt('acme/greeting.wav', join(path, 'greeting.wav'), 'stays')
  {
    await using _lent = await store.lend(key)
    await settled()
    assert.equal(existsSync(store.path(key)), true)
  }
  assert.deepEqual([existsSync(store.path(key)), existsSync(store.path('acme/greeting.wav'))], [false, true])
  {
    await using lent = await store.lend(key)
    assert.deepEqual([lent?.path, existsSync(store.path(key))], [store.path(key), true])
  }
  assert.equal(existsSync(store.path(key)), false)
  await store.remove(key)
})

test('another machine plays what this one has stored', async (context) => {
  const here = await openIn(temporaryFolder(context), context)
  const key = await here.store.put('acme', Buffer.from('music'), 'wav')
  await here.settled()
  const { store } = await openIn(temporaryFolder(context), context)
  assert.equal(existsSync(store.path(key)), false)
  // Two callers at once are one download.
  const [path, again] = await Promise.all([store.fetch(key), store.fetch(key)])
  assert.deepEqual([path, existsSync(path ?? ''), again], [store.path(key), true, path])
})

test('while the store is away all goes on, and a restart brings there what has waited, deletions too', async (context) => {
  const path = temporaryFolder(context)
  const before = await openIn(path, context)
  const old = await before.store.put('acme', Buffer.from('old'), 'wav')
  await before.settled()
  await server.stop()
  try {
    const key = await before.store.put('acme', Buffer.from('new'), 'wav')
    await before.store.remove(old)
    assert.deepEqual([await before.store.octets(key), await before.store.octets(old)], [3, undefined])
    await assert.rejects(before.store.octets('acme/elsewhere.wav'), StorageAway)
    await before.clock.advance(5_000)
    assert.equal(before.store.waiting, 2)
    await before.store.close()
    assert.equal(readdirSync(join(path, 'spool')).length, 2)
    await server.restart()
    const afterwards = await openIn(path, context)
    await afterwards.settled()
    const elsewhere = await openIn(temporaryFolder(context), context)
    assert.deepEqual([await elsewhere.store.octets(key), await elsewhere.store.octets(old)], [3, undefined])
    assert.deepEqual(readdirSync(join(path, 'spool')), [])
  } finally {
    await server.stop()
    await server.restart()
  }
})

test('a wrong key is told as a store that is away, and nothing is lost', async (context) => {
  const path = temporaryFolder(context)
  const wrong = await openIn(path, context, { ...server.access, secretAccessKey: 'wrong' })
  const key = await wrong.store.put('acme', Buffer.from('sound'), 'wav')
  await assert.rejects(wrong.store.fetch('acme/other.wav'), StorageAway)
  await wrong.store.close()
  const { store, settled } = await openIn(path, context)
  await settled()
  assert.equal(await store.octets(key), 5)
})

test('what a deleted tenant has on another machine goes from the bucket, and from this disk even while the bucket is away', async (context) => {
  const tenantId = randomUUID()
  const there = await openIn(temporaryFolder(context), context)
  const far = await there.store.put(tenantId, Buffer.from('far'), 'wav')
  await there.settled()
  const { store, settled } = await openIn(temporaryFolder(context), context)
  await server.stop()
  try {
    const near = await store.put(tenantId, Buffer.from('near'), 'wav')
    await assert.rejects(store.removeTenant(tenantId), StorageAway)
    await assert.rejects(store.tenants(), StorageAway)
    assert.deepEqual([existsSync(store.path(near)), await store.octets(near)], [false, undefined])
  } finally {
    await server.stop()
    await server.restart()
  }
  assert.ok((await store.tenants()).includes(tenantId))
  await store.removeTenant(tenantId)
  await settled()
  assert.deepEqual([await store.octets(far), (await store.tenants()).includes(tenantId)], [undefined, false])
})
