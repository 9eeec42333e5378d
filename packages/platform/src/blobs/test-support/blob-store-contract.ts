import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import type { BlobStore } from '../blob-store.ts'

/** A folder that the test leaves empty-handed. */
export function temporaryFolder(context: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'klinke-blobs-'))
  context.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** What every blob store does. `open` gives an empty one; `settled`: all that it does in the background is done. */
export function blobStoreContract(
  name: string,
  open: (context: TestContext) => Promise<{ readonly store: BlobStore; readonly settled: () => Promise<void> }>,
): void {
  const sound = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251))

  test(`${name}: what is put is read whole and in parts, and can be played from this disk`, async (context) => {
    const { store, settled } = await open(context)
    const key = await store.put('acme', sound, 'wav')
    assert.match(key, /^acme\/.*\.wav$/)
    await settled()
    assert.deepEqual(Buffer.from((await store.read(key)) ?? []), sound)
    assert.equal(await store.octets(key), 1000)
    const part = await store.open(key, { first: 100, last: 199 })
    assert.deepEqual(part && (await buffer(part)), sound.subarray(100, 200))
    const path = await store.fetch(key)
    assert.deepEqual(path && (await readFile(path)), sound)
    assert.equal(path, store.path(key))
  })

  test(`${name}: a file that is adopted goes from where it was, is read in any part and can be fetched back`, async (context) => {
    const { store, settled } = await open(context)
    const path = join(temporaryFolder(context), 'recording.wav')
    writeFileSync(path, sound)
    const key = 'acme/recording.wav'
    await store.adopt(key, path)
    await assert.rejects(access(path))
    for (const phase of ['at once', 'later']) {
      assert.equal(await store.octets(key), 1000, phase)
      const part = await store.open(key, { first: 990, last: 999 })
      assert.deepEqual(part && (await buffer(part)), sound.subarray(990), phase)
      await settled()
    }
    const fetched = await store.fetch(key)
    assert.deepEqual(fetched && (await readFile(fetched)), sound)
  })

  test(`${name}: what is removed is gone at once and for good, and can be removed twice`, async (context) => {
    const { store, settled } = await open(context)
    const key = await store.put('acme', sound, 'wav')
    await settled()
    await store.remove(key)
    for (const phase of ['at once', 'later']) {
      assert.equal(await store.octets(key), undefined, phase)
      assert.equal(await store.read(key), undefined, phase)
      assert.equal(await store.open(key), undefined, phase)
      assert.equal(await store.fetch(key), undefined, phase)
      await settled()
    }
    await store.remove(key)
  })

  test(`${name}: no key leads out of the store`, async (context) => {
    const { store } = await open(context)
    assert.throws(() => store.path('../secret.key'), RangeError)
  })
}
