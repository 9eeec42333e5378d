import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import type { Listening } from './notification-listener.ts'
import { MAX_CHANGED_IDS, Snapshots } from './snapshots.ts'

/** A database of texts by id, with a NOTIFY channel that the test speaks on. */
class Rows {
  readonly rows = new Map([
    ['a', 'one'],
    ['b', 'two'],
  ])
  readonly loads: string[] = []
  readonly changes: string[] = []
  broken = false
  /** What loads wait for, after they have read. */
  delivery: Promise<void> = Promise.resolve()
  readonly clock = new VirtualClock()
  listening: Listening | undefined
  readonly snapshots = new Snapshots<string>({
    channel: 'rows',
    clock: this.clock,
    logger: silentLogger,
    listen: (_channel, listening) => {
      this.listening = listening
      listening.connected()
      return { close: () => undefined }
    },
    source: {
      loadAll: async () => {
        this.loads.push('all')
        if (this.broken) throw new Error('away')
        return new Map(this.rows)
      },
      load: async (id) => {
        this.loads.push(id)
        if (this.broken) throw new Error('away')
        const row = this.rows.get(id)
        await this.delivery
        return row
      },
    },
    replaced: (id, now, before) => this.changes.push(`${id}: ${before} → ${now}`),
  })

  async started(): Promise<this> {
    const started = this.snapshots.start()
    await this.clock.advance(1)
    await started
    this.loads.length = 0
    this.changes.length = 0
    return this
  }

  change(id: string, value: string | undefined): void {
    if (value === undefined) this.rows.delete(id)
    else this.rows.set(id, value)
    this.listening?.notified(id)
  }
}

test('after the start all snapshots are there', async () => {
  const rows = await new Rows().started()
  assert.equal(rows.snapshots.get('b'), 'two')
})

test('a notified change replaces that snapshot alone and says so', async () => {
  const rows = await new Rows().started()
  rows.change('a', 'ONE')
  await rows.clock.advance(100)
  assert.equal(rows.snapshots.get('a'), 'ONE')
  assert.deepEqual([rows.loads, rows.changes], [['a'], ['a: one → ONE']])
})

test('what is deleted disappears', async () => {
  const rows = await new Rows().started()
  rows.change('a', undefined)
  await rows.clock.advance(100)
  assert.deepEqual([...rows.snapshots.all().keys()], ['b'])
})

test('many notifications of one id in a short time are one load', async () => {
  const rows = await new Rows().started()
  for (let i = 0; i < 50; i++) rows.change('a', `${i}`)
  await rows.clock.advance(100)
  assert.deepEqual(rows.loads, ['a'])
})

test('more changed ids than the limit are one load of everything', async () => {
  const rows = await new Rows().started()
  for (let i = 0; i <= MAX_CHANGED_IDS; i++) rows.change(`${i}`, 'x')
  await rows.clock.advance(100)
  assert.deepEqual(rows.loads, ['all'])
  assert.equal(rows.snapshots.all().size, MAX_CHANGED_IDS + 3)
})

test('after a lost connection everything is loaded again', async () => {
  const rows = await new Rows().started()
  rows.rows.set('a', 'changed while away')
  rows.listening?.connected()
  await rows.clock.advance(1)
  assert.deepEqual(rows.changes, ['a: one → changed while away'])
})

test('a failed load leaves the snapshots as they were and is tried again', async () => {
  const rows = await new Rows().started()
  rows.broken = true
  rows.change('a', 'ONE')
  await rows.clock.advance(100)
  assert.equal(rows.snapshots.get('a'), 'one')
  rows.broken = false
  await rows.clock.advance(2_000)
  assert.equal(rows.snapshots.get('a'), 'ONE')
})

test('who waits for a change has it at once, without the time in which changes are gathered', async () => {
  const rows = await new Rows().started()
  rows.change('a', 'ONE')
  await rows.clock.settled(rows.snapshots.current())
  assert.equal(rows.snapshots.get('a'), 'ONE')
  assert.equal(rows.clock.nowMs(), 1)
})

test('who waits does so until a load that began after the change: one on its way has read what was before', async () => {
  const rows = await new Rows().started()
  const first = Promise.withResolvers<void>()
  rows.delivery = first.promise
  rows.change('a', 'first')
  await rows.clock.advance(100)
  rows.change('a', 'second')
  let isCurrent = false
  const current = rows.snapshots.current().then(() => {
    isCurrent = true
  })
  rows.delivery = Promise.resolve()
  await rows.clock.advance(100)
  assert.equal(isCurrent, false)
  first.resolve()
  await rows.clock.settled(current)
  assert.equal(rows.snapshots.get('a'), 'second')
})

test('who waits goes on waiting while loading fails, and has the change when it succeeds', async () => {
  const rows = await new Rows().started()
  rows.broken = true
  rows.change('a', 'ONE')
  const current = rows.snapshots.current()
  await rows.clock.advance(500)
  rows.broken = false
  await rows.clock.settled(current)
  assert.equal(rows.snapshots.get('a'), 'ONE')
})

test('who waits when all is current or closed does not wait', async () => {
  const rows = await new Rows().started()
  await rows.snapshots.current()
  rows.change('a', 'ONE')
  const current = rows.snapshots.current()
  await rows.snapshots.close()
  await current
})

test('the start fails when the first load fails', async () => {
  const rows = new Rows()
  rows.broken = true
  const started = assert.rejects(rows.snapshots.start(), /away/)
  await rows.clock.advance(1)
  await started
  await rows.snapshots.close()
})

test('after close no timer is left', async () => {
  const rows = await new Rows().started()
  rows.change('a', 'x')
  await rows.snapshots.close()
  assert.equal(rows.clock.pending, 0)
})
