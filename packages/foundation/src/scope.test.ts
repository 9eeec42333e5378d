import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { sleep } from './clock.ts'
import { DeadlineExceeded, Scope, ScopeClosed } from './scope.ts'

test('closing a scope aborts its tasks and releases its resources, newest first', async () => {
  const released: string[] = []
  const scope = new Scope('call')
  scope.own({ close: () => void released.push('first') })
  scope.own({ close: () => void released.push('second') })
  const task = scope.spawn((signal) => sleep(new VirtualClock(), 1000, signal))
  await Promise.all([assert.rejects(task, ScopeClosed), scope.close()])
  assert.deepEqual(released, ['second', 'first'])
  assert.equal(scope.held, 0)
})

test('an adopted resource is released by its new owner only', async () => {
  let released = 0
  const resource = { close: () => void released++ }
  const first = new Scope('first')
  const second = new Scope('second')
  first.own(resource)
  second.adopt(resource, first)
  await first.close()
  assert.equal(released, 0)
  await second.close()
  assert.equal(released, 1)
})

test('adopting what the other scope does not own is refused', () => {
  assert.throws(() => new Scope('a').adopt({ close: () => undefined }, new Scope('b')), { code: 'not-owner' })
})

test('a failing task closes its scope with the error', async () => {
  const scope = new Scope('call')
  const broken = new Error('broken flow')
  await assert.rejects(
    scope.spawn(() => Promise.reject(broken)),
    broken,
  )
  await scope.close()
  assert.equal(scope.signal.reason, broken)
})

test('a child scope ends with its parent', async () => {
  const parent = new Scope('parent')
  const child = new Scope('child', parent)
  await parent.close()
  assert.equal(child.closed, true)
})

test('a deadline closes the scope and leaves no timer behind', async () => {
  const clock = new VirtualClock()
  const slow = new Scope('slow')
  slow.deadline(clock, 500)
  const quick = new Scope('quick')
  quick.deadline(clock, 500)
  await quick.close()
  await clock.advance(500)
  assert.ok(slow.signal.reason instanceof DeadlineExceeded)
  assert.equal(clock.pending, 0)
})

test('a resource given to a closed scope is released at once', async () => {
  const scope = new Scope('call')
  await scope.close()
  let released = false
  scope.own({
    close: () => {
      released = true
    },
  })
  assert.equal(released, true)
})

test('what fails after the scope has closed is nobody’s failure: the one who asked learns of the end', async () => {
  const scope = new Scope('call')
  await scope.close(new Error('the call is over'))
  const unhandled: unknown[] = []
  const note = (reason: unknown): unknown => unhandled.push(reason)
  process.on('unhandledRejection', note)
  await assert.rejects(scope.race(Promise.reject(new Error('no such endpoint'))), /the call is over/)
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', note)
  assert.deepEqual(unhandled, [])
})
