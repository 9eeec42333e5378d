import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { FolderBlobStore, StorageFailed } from './folder-blob-store.ts'
import { blobStoreContract, temporaryFolder } from './test-support/blob-store-contract.ts'

blobStoreContract('folder', (context) =>
  Promise.resolve({ store: new FolderBlobStore(temporaryFolder(context)), settled: () => Promise.resolve() }),
)

test('what is stored lies in the folder of its tenant alone and whole', async (context) => {
  const path = temporaryFolder(context)
  const store = new FolderBlobStore(path)
  const key = await store.put('acme', Buffer.from('sound'), 'wav')
  assert.equal(store.path(key), join(path, key))
  assert.deepEqual(readdirSync(join(path, 'acme')), [key.replace('acme/', '')])
})

test('a file that cannot be written, or taken over, is said so, and stays where it is', async (context) => {
  const path = temporaryFolder(context)
  const store = new FolderBlobStore(path)
  writeFileSync(join(path, 'acme'), 'no folder')
  await assert.rejects(store.put('acme', Buffer.from('x'), 'wav'), StorageFailed)
  await assert.rejects(store.adopt('acme/x.wav', join(path, 'acme')), StorageFailed)
  assert.deepEqual(readdirSync(path), ['acme'])
})

test('only folders with the id of a tenant are tenants', async (context) => {
  const path = temporaryFolder(context)
  const store = new FolderBlobStore(join(path, 'blobs'))
  assert.deepEqual(await store.tenants(), [], 'without a folder')
  const tenantId = randomUUID()
  await store.put('acme', Buffer.from('x'), 'wav')
  await store.put(tenantId, Buffer.from('x'), 'wav')
  writeFileSync(join(path, 'blobs', randomUUID()), 'a file')
  symlinkSync(path, join(path, 'blobs', randomUUID()))
  assert.deepEqual(await store.tenants(), [tenantId])
})

test('a link in the place of a tenant is removed, and not what it leads to', async (context) => {
  const path = temporaryFolder(context)
  const store = new FolderBlobStore(join(path, 'blobs'))
  const key = await store.put('acme', Buffer.from('x'), 'wav')
  const tenantId = randomUUID()
  symlinkSync(join(path, 'blobs', 'acme'), join(path, 'blobs', tenantId))
  await store.removeTenant(tenantId)
  assert.deepEqual([await store.octets(key), readdirSync(join(path, 'blobs'))], [1, ['acme']])
})

test('no key leads out of the store', async (context) => {
  const path = temporaryFolder(context)
  const store = new FolderBlobStore(join(path, 'blobs'))
  writeFileSync(join(path, 'secret'), 'x')
  for (const key of ['../secret', 'acme/../../secret', '/../secret', '../blobs-of-others/x', '..', '.']) {
    assert.throws(() => store.path(key), RangeError, key)
    await assert.rejects(store.octets(key), RangeError, key)
    await assert.rejects(store.adopt(key, join(path, 'secret')), RangeError, key)
  }
})
