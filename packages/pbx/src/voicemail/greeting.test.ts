import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Schedule } from '../schedules/schedule.ts'
import { greetingFor } from './greeting.ts'
import { DEFAULT_MAILBOX_SETTINGS, type GreetingChoice, type GreetingKind } from './mailbox.ts'

const DAY: Schedule = {
  ...{ id: 'day', name: 'Day', timeZone: 'Europe/Berlin', holidays: undefined, specialDays: [] },
  week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '17:00' }],
}
const always = (greeting: GreetingKind): GreetingChoice => ({ kind: 'always', greeting })
const hours: GreetingChoice = {
  kind: 'by-schedule',
  schedule: { kind: 'schedule', targetId: 'day' },
  open: 'standard',
  closed: 'temporary',
}
const MONDAY_NOON = Date.parse('2026-11-23T12:00:00+01:00')
const SUNDAY = Date.parse('2026-11-22T12:00:00+01:00')
const ALL: readonly GreetingKind[] = ['standard', 'busy', 'temporary']

const rows: readonly (readonly [
  choice: GreetingChoice,
  recorded: readonly GreetingKind[],
  busy: boolean,
  nowMs: number,
  heard: GreetingKind | undefined,
])[] = [
  [always('standard'), ALL, false, SUNDAY, 'standard'],
  [always('standard'), ALL, true, SUNDAY, 'busy'],
  [always('temporary'), ALL, true, SUNDAY, 'temporary'],
  [always('temporary'), ['standard'], false, SUNDAY, 'standard'],
  [always('busy'), [], false, SUNDAY, undefined],
  [hours, ALL, false, MONDAY_NOON, 'standard'],
  [hours, ALL, true, MONDAY_NOON, 'busy'],
  [hours, ALL, false, SUNDAY, 'temporary'],
]
for (const [greeting, recorded, busy, nowMs, heard] of rows) {
  const when = new Date(nowMs).toISOString().slice(0, 10)
  test(`VM-04: ${JSON.stringify(greeting)}, recorded ${recorded.join()}, ${busy ? 'busy' : 'free'}, on ${when}: ${heard}`, () => {
    const greetings = new Map(recorded.map((kind) => [kind, `${kind}.wav`]))
    const box = {
      id: 'b',
      tenantId: 't',
      extensionId: 'e',
      pinHash: undefined,
      greetings,
      settings: { ...DEFAULT_MAILBOX_SETTINGS, greeting },
    }
    assert.equal(greetingFor(box, { busy, nowMs, schedules: new Map([['day', DAY]]) }), heard)
  })
}
