import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyAction } from './keys.ts'
import { roleOf } from './pins.ts'
import { type Attendance, admission, afterLeaving, type ConferenceSettings, capacityOf, hearing, isOpen, welcomeOf } from './rules.ts'
import { plainPins, room } from './test-support/rooms.ts'

const [P, M]: readonly [Attendance, Attendance] = [{ role: 'participant' }, { role: 'moderator' }]
const SETTINGS: ConferenceSettings = room()

const admissions: readonly (readonly [members: readonly Attendance[], locked: boolean, role: Attendance['role'], is: string])[] = [
  [[], false, 'participant', 'welcome'],
  [[P, P], false, 'participant', 'welcome'],
  [[P, P, P], false, 'participant', 'full'],
  [[P, P, P], false, 'moderator', 'full'],
  [[P, M], true, 'participant', 'locked'],
  [[P, M], true, 'moderator', 'welcome'],
  [[P, P, M], true, 'participant', 'full'],
]
for (const [members, locked, role, is] of admissions) {
  test(`CONF-01: a ${role} who comes to ${members.length} of 3${locked ? ' in a locked room' : ''} is ${is}`, () => {
    assert.equal(admission({ members, locked, opened: true }, 3, role), is)
  })
}

const capacities: readonly (readonly [room: number, profile: number | undefined, seats: number])[] = [
  [99, undefined, 99],
  [99, 50, 50],
  [20, 50, 20],
  [500, 500, 99],
]
for (const [own, profile, seats] of capacities) {
  test(`CONF-01: a room for ${own} of a tenant that may have ${profile ?? 'what is usual'} takes ${seats}`, () => {
    assert.equal(capacityOf({ ...SETTINGS, maxMembers: own }, profile), seats)
  })
}

const openings: readonly (readonly [members: readonly Attendance[], opened: boolean, waits: boolean, open: boolean])[] = [
  [[P, P], false, false, true],
  [[P, P], false, true, false],
  [[P, M], false, true, true],
  [[P, P], true, true, true],
]
for (const [members, opened, waitForModerator, open] of openings) {
  const roles = members.map(({ role }) => role).join(', ')
  test(`CONF-02: a room ${waitForModerator ? 'that waits' : 'that does not wait'} for a moderator is ${open ? '' : 'not '}open to ${roles}${opened ? ', once opened' : ''}`, () => {
    assert.equal(isOpen({ members, locked: false, opened }, { ...SETTINGS, waitForModerator }), open)
  })
}

test('whoever is alone or waits hears music, never silence', () => {
  const hears = (members: readonly Attendance[], opened: boolean): string => hearing({ members, opened, locked: false })
  assert.deepEqual([hears([P], true), hears([P, P], false), hears([P, P], true), hears([M], true)], ['music', 'music', 'others', 'music'])
})

test('whoever is the only one who listens hears music', () => {
  const hears = (...held: readonly boolean[]): string =>
    hearing({ members: held.map((holds) => ({ ...P, held: holds })), opened: true, locked: false })
  assert.deepEqual([hears(false, true), hears(true, true), hears(false, true, false)], ['music', 'music', 'others'])
})

test('whoever comes in is told for whom to wait, that nobody else is there, or how many are', () => {
  const told = (members: readonly Attendance[], opened: boolean, announceCount = true): string | undefined =>
    welcomeOf({ members, opened, locked: false }, { ...SETTINGS, announceCount })
  assert.deepEqual(
    [told([P], false), told([P], true), told([P, P], true), told([P, P], true, false)],
    ['wait-for-moderator', 'alone', 'count', undefined],
  )
})

const leavings: readonly (readonly [gone: Attendance, remain: readonly Attendance[], then: ConferenceSettings['whenModeratorLeaves']])[] = [
  [P, [], 'ends'],
  [P, [P], 'goes-on'],
  [M, [P, P], 'ends'],
  [M, [P, M], 'goes-on'],
  [P, [P, M], 'goes-on'],
]
for (const [gone, members, then] of leavings) {
  test(`CONF-02: where the room ends with its moderator, a conference that a ${gone.role} leaves to ${members.length} others ${then}`, () => {
    const settings = { ...SETTINGS, whenModeratorLeaves: 'ends' } as const
    assert.equal(afterLeaving(gone, { members, locked: false, opened: true }, settings), then)
  })
}

test('where the room goes on without its moderator, it does', () => {
  assert.equal(afterLeaving(M, { members: [P], locked: false, opened: true }, SETTINGS), 'goes-on')
})

test('moderators have more keys than participants, and other digits mean nothing', () => {
  const [all, few] = (['moderator', 'participant'] as const).map((role) => [...'0123456789#*'].filter((digit) => keyAction(digit, role)))
  assert.deepEqual([all?.join(''), few?.join('')], ['0123456789*', '246'])
})

const pins: readonly (readonly [participant: string | undefined, moderator: string | undefined, typed: string, is: string | undefined])[] =
  [
    ['1111', '2222', '1111', 'participant'],
    ['1111', '2222', '2222', 'moderator'],
    ['1111', '2222', '3333', undefined],
    ['1111', '2222', '', undefined],
    [undefined, '2222', '', 'participant'],
    [undefined, '2222', '2222', 'moderator'],
    [undefined, '2222', '1111', undefined],
  ]
for (const [participantPin, moderatorPin, typed, is] of pins) {
  test(`CONF-02: "${typed}" where participants have ${participantPin ?? 'no PIN'} and moderators ${moderatorPin} makes ${is ?? 'nobody'}`, async () => {
    assert.equal(await roleOf(typed, room({ participantPin, moderatorPin }), plainPins), is)
  })
}
