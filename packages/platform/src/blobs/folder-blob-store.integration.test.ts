import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
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
