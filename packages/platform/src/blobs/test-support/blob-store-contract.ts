import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type TestContext, test } from 'node:test'
import type { BlobStore } from '../blob-store.ts'

const TENANT = '018f0000-0000-7000-8000-0000000000a1'

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

  test(`${name}: what is lent lies on this disk until all have given it back, and can be lent again`, async (context) => {
    const { store, settled } = await open(context)
    const path = join(temporaryFolder(context), 'message.wav')
    writeFileSync(path, sound)
    const key = 'acme/message.wav'
    await store.adopt(key, path)
    for (const phase of ['at once', 'later']) {
      const [one, other] = await Promise.all([store.lend(key), store.lend(key)])
      await settled()
      await one?.[Symbol.asyncDispose]()
      await one?.[Symbol.asyncDispose]()
      assert.deepEqual(other && (await readFile(other.path)), sound, phase)
      await other?.[Symbol.asyncDispose]()
      assert.equal(await store.octets(key), 1000, phase)
    }
    await store.remove(key)
    assert.equal(await store.lend(key), undefined)
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

  test(`${name}: all files of one tenant are removed, at once and for good; those of the others stay`, async (context) => {
    const { store, settled } = await open(context)
    const [gone, other] = [randomUUID(), randomUUID()]
    const before = [await store.put(gone, sound, 'wav'), await store.put(gone, sound, 'wav')]
    const others = await store.put(other, sound, 'wav')
    // What has another name is no tenant's.
    const foreign = await store.put('acme', sound, 'wav')
    await settled()
    // Still on its way when the tenant goes.
    const keys = [...before, await store.put(gone, sound, 'wav')]
    assert.deepEqual(new Set(namesOf(await store.tenants(), gone, other, 'acme')), new Set([gone, other]))
    await store.removeTenant(gone)
    for (const phase of ['at once', 'later']) {
      for (const key of keys) assert.equal(await store.octets(key), undefined, phase)
      for (const key of [others, foreign]) assert.equal(await store.octets(key), 1000, phase)
      await settled()
    }
    assert.deepEqual(namesOf(await store.tenants(), gone, other, 'acme'), [other])
    await store.removeTenant(gone)
    await store.removeTenant(other)
  })

  for (const wrong of ['', '.', '..', 'acme', '../secret', `${TENANT}/..`, `${TENANT}/../..`]) {
    test(`${name}: "${wrong}" is no tenant whose files could be removed`, async (context) => {
      const { store } = await open(context)
      const key = await store.put('acme', sound, 'wav')
      await assert.rejects(store.removeTenant(wrong), RangeError)
      assert.equal(await store.octets(key), 1000)
    })
  }
}

/** Of the names those that the test has given: a bucket may be used by more than one test. */
function namesOf(names: readonly string[], ...ours: readonly string[]): readonly string[] {
  return names.filter((name) => ours.includes(name))
}
