import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MailboxWorld, PIN } from './test-support/mailbox-world.ts'

test('VM-01: the own phone opens its mailbox by code; new messages are heard with caller and time', async () => {
  const world = await MailboxWorld.open()
  world.leave('m1')
  const caller = await world.dial('10', '*55')
  assert.equal(caller.final, 200)
  assert.deepEqual(world.heard, ['new 1, saved 0'])
  await world.listen()
  assert.deepEqual(world.heard, ['first-message', 'from', '004930123456', 'received 0', '/acme/m1.wav', 'message-menu'])
})

const keys: readonly (readonly [key: string, what: string, left: readonly string[]])[] = [
  ['2', 'saves', ['m1 saved', 'm2 new']],
  ['3', 'deletes', ['m2 new']],
  ['1', 'repeats', ['m1 new', 'm2 new']],
  ['#', 'goes on to the next', ['m1 saved', 'm2 new']],
  ['*', 'goes back to the menu', ['m1 new', 'm2 new']],
]
for (const [key, what, left] of keys) {
  test(`VM-01: ${key} ${what}`, async () => {
    const world = await MailboxWorld.open()
    world.leave('m1')
    world.leave('m2')
    await world.dial('10', '*55')
    await world.listen()
    await world.press(key)
    assert.deepEqual(world.archive.there, left)
    assert.equal(world.changes, left.length === 2 && left[0] === 'm1 new' ? 0 : 1)
    await world.listen()
    assert.equal(world.said.includes('next-message'), key !== '*' && key !== '1')
  })
}

/** The own phone has deleted the first of three messages and hears the second. */
async function withDeleted() {
  const world = await MailboxWorld.open()
  for (const id of ['m1', 'm2', 'm3']) world.leave(id)
  await world.dial('10', '*55')
  await world.listen()
  await world.press('3')
  await world.listen()
  assert.ok(world.heard.includes('/acme/m2.wav'))
  return world
}

test('4 goes back to the message before; one that was deleted is there no more for who goes on from it', async () => {
  const world = await withDeleted()
  await world.press('#4')
  assert.deepEqual([world.heard[0], world.heard.includes('/acme/m2.wav')], ['this-message', true])
  await world.press('4')
  assert.deepEqual(world.heard, ['deleted-menu'])
  await world.press('#')
  assert.ok(world.heard.includes('/acme/m2.wav'))
})

test('VM-01: what was deleted counts no more at once, and 4 and 3 restore it', async () => {
  const world = await withDeleted()
  assert.deepEqual([world.archive.there, world.changes], [['m2 new', 'm3 new'], 1])
  await world.press('43')
  assert.deepEqual(world.heard, ['message-restored'])
  await world.listen()
  assert.deepEqual([world.heard.includes('/acme/m1.wav'), world.archive.there.length, world.changes], [true, 3, 2])
})

test('4 while it is said that there are no more goes back to the last message, also to one that was deleted', async () => {
  const world = await MailboxWorld.open()
  world.leave('m1')
  await world.dial('10', '*55')
  await world.listen()
  await world.press('3')
  await world.listen()
  assert.deepEqual(world.heard, ['no-more-messages'])
  await world.press('43')
  assert.deepEqual([world.heard, world.archive.there], [['message-restored'], ['m1 new']])
})

test('who restores a message that is gone meanwhile is told that it cannot be', async () => {
  const world = await withDeleted()
  world.archive.restore = () => Promise.resolve(false)
  await world.press('43')
  assert.deepEqual(world.heard, ['unavailable'])
})

for (const [what, answer, waitMs] of [
  ['does not answer', () => new Promise<never>(() => undefined), 2000],
  ['is away', () => Promise.reject(new Error('away')), 0],
] as const) {
  test(`while the store of sounds ${what} who listens is told so within two seconds, and the message stays new`, async () => {
    const world = await MailboxWorld.open()
    for (const id of ['m1', 'm2']) world.leave(id)
    world.sounds.answer = answer
    await world.dial('10', '*55')
    await world.listen()
    await world.pbx.clock.advance(waitMs)
    assert.deepEqual([world.heard.at(-2), world.heard.at(-1)], ['message-unavailable', 'message-menu'])
    await world.press('#')
    assert.deepEqual(world.archive.there, ['m1 new', 'm2 new'])
  })
}

test('a message lies on this disk while it is heard, and no longer', async () => {
  const world = await MailboxWorld.open()
  world.leave('m1')
  await world.dial('10', '*55')
  await world.listen()
  assert.deepEqual(world.sounds.lent, ['m1.wav'])
  await world.press('#')
  assert.deepEqual(world.sounds.lent, [])
})

test('a caller who says nothing hears everything, then the menu three times, and the call ends', async () => {
  const world = await MailboxWorld.open()
  world.leave('m1')
  const caller = await world.dial('10', '*55')
  for (let step = 0; step < 20 && !caller.session.over; step++) {
    await world.listen()
    await world.pbx.clock.advance(6_000)
  }
  assert.ok(caller.session.over)
  assert.equal(world.said.filter((piece) => piece === 'main-menu').length, 3)
  assert.equal(world.archive.messages[0]?.state, 'saved')
})

test('VM-04: a greeting is recorded by phone', async () => {
  const world = await MailboxWorld.open()
  await world.dial('10', '*55')
  await world.listen()
  await world.press('331')
  assert.deepEqual(world.heard, ['no-greeting'])
  await world.listen()
  await world.press('2')
  await world.listen()
  const [made] = world.recordings
  assert.equal(made?.limits.maxSeconds, 60)
  made?.end('silence', 9_000)
  await world.settle()
  assert.deepEqual([world.heard, world.archive.greetings.size], [['keep-recording'], 0])
  await world.press('1')
  assert.deepEqual([[...world.archive.greetings], world.heard], [[['temporary', 'new.wav']], ['greeting-stored']])
  assert.deepEqual(world.sounds.kept, ['new.wav'])
  await world.listen()
  await world.press('1')
  assert.deepEqual(world.heard, ['/acme/new.wav'])
  await world.listen()
  await world.press('3')
  assert.deepEqual([world.heard, world.archive.greetings.size], [['greeting-deleted'], 0])
  await world.listen()
  await world.press('*')
  assert.deepEqual(world.heard, ['main-menu'])
})

/** The own phone has spoken a standard greeting and is asked what becomes of it. */
async function withGreetingSpoken() {
  const world = await MailboxWorld.open()
  await world.dial('10', '*55')
  await world.listen()
  await world.press('312')
  await world.listen()
  world.recordings[0]?.end('silence', 9_000)
  await world.settle()
  return world
}

test('VM-04: a greeting is listened to, spoken again and kept', async () => {
  const world = await withGreetingSpoken()
  await world.press('2')
  assert.deepEqual(world.heard, ['/acme/new.wav'])
  await world.listen()
  assert.deepEqual(world.heard, ['keep-recording'])
  await world.press('3')
  assert.deepEqual([world.heard, world.sounds.removed], [['record-greeting'], ['new.wav']])
  await world.listen()
  world.recordings[1]?.end('silence', 7_000)
  await world.settle()
  await world.press('1')
  assert.deepEqual([world.sounds.kept, world.archive.greetings.size, world.heard], [['new.wav'], 1, ['greeting-stored']])
})

const unkept: readonly (readonly [who: string, then: (world: MailboxWorld) => Promise<void>])[] = [
  ['presses the star', (world) => world.press('*')],
  [
    'presses nothing',
    async (world) => {
      for (let asked = 0; asked < 3; asked++) {
        await world.listen()
        await world.pbx.clock.advance(6_000)
      }
    },
  ],
]
for (const [who, then] of unkept) {
  test(`VM-04: a greeting of who ${who} is not kept, and the menu goes on`, async () => {
    const world = await withGreetingSpoken()
    await then(world)
    assert.deepEqual([world.sounds.removed, world.sounds.kept, world.archive.greetings.size], [['new.wav'], [], 0])
    assert.deepEqual(world.heard, ['greeting-actions'])
  })
}

const pins: readonly (readonly [first: string, second: string, said: string, stored: readonly string[]])[] = [
  ['2580#', '2580#', 'pin-changed', ['2580']],
  ['2580#', '2581#', 'pin-refused', []],
  ['1234#', '', 'pin-refused', []],
]
for (const [first, second, said, stored] of pins) {
  test(`VM-01: a PIN chosen as ${first} ${second} is answered "${said}"`, async () => {
    const world = await MailboxWorld.open()
    await world.dial('10', '*55')
    await world.listen()
    await world.press(`4${first}${second}`)
    assert.deepEqual([world.heard, world.archive.pins], [[said], stored])
  })
}

test("another extension's mailbox, and the own one where its owner wants it, takes the PIN", async () => {
  const world = await MailboxWorld.open({ pinFromOwnPhone: true })
  for (const [from, dialled] of [
    ['10', '*55'],
    ['11', '*5510'],
  ] as const) {
    await world.dial(from, dialled)
    assert.deepEqual(world.heard, ['enter-pin'])
    await world.press(`${PIN}#`)
    assert.deepEqual(world.heard, ['new 0, saved 0'])
  }
})

test('VM-01: from any phone by number, extension and PIN', async () => {
  const world = await MailboxWorld.open()
  await world.dial('11', '022155599')
  assert.deepEqual(world.heard, ['enter-extension'])
  await world.press('#')
  assert.deepEqual(world.heard, ['enter-extension'])
  await world.press('10#')
  assert.deepEqual(world.heard, ['enter-pin'])
  await world.press(`${PIN}#`)
  assert.deepEqual(world.heard, ['new 0, saved 0'])
})

test('VM-01: from outside a number without a mailbox is answered like one with, so that nobody learns which have one', async () => {
  const world = await MailboxWorld.open()
  for (let call = 0; call < 2; call++) {
    await world.dial('11', '022155599')
    await world.press('77#')
    for (let asked = 0; asked < (call === 0 ? 3 : 2); asked++) {
      assert.ok(world.heard.includes('enter-pin'), world.heard.join())
      await world.press(`${PIN}#`)
    }
    assert.deepEqual(world.heard, call === 0 ? ['pin-wrong', 'goodbye'] : ['pin-locked', 'goodbye'])
  }
  assert.deepEqual(world.told, [])
})

test('* during the greeting opens the mailbox for who knows the PIN', async () => {
  const world = await MailboxWorld.open()
  await world.dial('11', '022155510')
  await world.press(`*${PIN}#`)
  assert.deepEqual(world.heard, ['new 0, saved 0'])
  assert.equal(world.recordings.length, 0)
})

test('VM-01: five wrong PINs, over several calls, lock the mailbox for half an hour, and the owner is told', async () => {
  const world = await MailboxWorld.open()
  let tried = 0
  while (tried < 5) {
    await world.dial('11', '*5510')
    for (let asked = 0; asked < 3 && tried < 5; asked++, tried++) {
      await world.press('0000#')
      assert.ok(world.heard.includes(tried === 4 ? 'pin-locked' : asked === 2 ? 'goodbye' : 'enter-pin'), world.heard.join())
    }
  }
  assert.deepEqual(world.told, ['locked 11'])
  await world.dial('11', '*5510')
  assert.deepEqual(world.heard, ['pin-locked', 'goodbye'])
  await world.pbx.clock.advance(30 * 60_000)
  await world.dial('11', '*5510')
  await world.press(`${PIN}#`)
  assert.deepEqual(world.heard, ['new 0, saved 0'])
})

test('a mailbox without a PIN opens from the own phone only; an extension without a mailbox has none', async () => {
  const world = await MailboxWorld.open({}, {}, { pinHash: undefined })
  await world.dial('11', '*5510')
  assert.deepEqual(world.heard, ['pin-missing', 'goodbye'])
  for (const code of ['*55', '*5577']) {
    const caller = await world.dial('11', code)
    assert.match(world.heard.join(), /vm-no-such-mailbox\.wav$/)
    await world.listen()
    assert.equal(caller.final, 404)
  }
})

test('who is in the menu when the database goes away is told so', async () => {
  const world = await MailboxWorld.open()
  world.archive.list = () => Promise.reject(new Error('the database is away'))
  const caller = await world.dial('10', '*55')
  await world.listen()
  await world.press('1')
  assert.deepEqual(world.heard, ['unavailable', 'goodbye'])
  await world.listen()
  assert.ok(caller.session.over)
})
