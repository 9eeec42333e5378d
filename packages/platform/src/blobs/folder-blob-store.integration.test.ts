import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { FolderBlobStore, StorageFailed } from './folder-blob-store.ts'

function folder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'klinke-blobs-'))
  context.after(() => rmSync(path, { recursive: true }))
  return path
}

test('what is stored is read again, lies in the folder of its tenant alone and whole, and can be removed twice', async (context) => {
  const path = folder(context)
  const store = new FolderBlobStore(path)
  const key = await store.put('acme', Buffer.from('sound'), 'wav')
  assert.deepEqual(await store.read(key), Buffer.from('sound'))
  assert.equal(store.path(key), join(path, key))
  assert.deepEqual(readdirSync(join(path, 'acme')), [key.replace('acme/', '')])
  await store.remove(key)
  await store.remove(key)
  assert.equal(await store.read(key), undefined)
})

test('a file that cannot be written is said so', async (context) => {
  const path = folder(context)
  writeFileSync(join(path, 'acme'), 'no folder')
  await assert.rejects(new FolderBlobStore(path).put('acme', Buffer.from('x'), 'wav'), StorageFailed)
})

test('no key leads out of the store', (context) => {
  const store = new FolderBlobStore(folder(context))
  assert.throws(() => store.path('../secret.key'), RangeError)
})
