import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallParty, EndCause } from '@klinke/calls'
import { silentLogger } from '@klinke/foundation'
import type { Mail } from '@klinke/platform'
import type { EndedCall } from '../call-records/ended-calls.ts'
import { asTheyAre, type Naming } from '../call-view.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { DEFAULT_MAILBOX_SETTINGS, type Mailbox, NO_VOICEMAIL } from '../voicemail/mailbox.ts'
import { missedCall } from './missed-call.ts'
import { MAX_CALLS_IN_MAIL, MissedCalls, MOST_WAIT_MS, QUIET_MS } from './missed-calls.ts'
import type { NotificationSettings } from './rules.ts'

const [ANNA, BERT] = ['acme-10', 'acme-11']
const OUTSIDE: CallParty = { tenantId: undefined, extensionId: undefined, number: '+4930123456', displayName: 'Carla\r\nBcc: x' }
const party = (extensionId: string): CallParty => ({
  tenantId: 'acme',
  extensionId,
  number: extensionId.slice(-2),
  displayName: extensionId,
})

interface Told {
  readonly caller?: CallParty
  readonly called?: CallParty
  readonly answeredBy?: CallParty
  readonly cause?: EndCause
  readonly steps?: readonly string[]
}

function call({ caller = OUTSIDE, called = party(ANNA), answeredBy, cause = 'cancelled', steps = [] }: Told): EndedCall {
  const own = { id: 'c1', tenantId: 'acme' }
  const media = { callerMedia: undefined, calledMedia: undefined }
  return {
    started: { ...own, direction: 'inbound', caller, called, startedAtMs: 0, sipCallId: 's', emergency: false },
    ...(answeredBy && { answered: { ...own, answeredAtMs: 1, answeredBy } }),
    ended: { ...own, endedAtMs: 2, cause, sipStatus: undefined, ...media, route: steps.map((step) => ({ atMs: 0, step, detail: '' })) },
  }
}

const rows: readonly (readonly [what: string, told: Told, missed: boolean])[] = [
  ['nobody answers before the caller gives up', {}, true],
  ['it is busy', { cause: 'busy' }, true],
  ['no phone is registered', { cause: 'unreachable' }, true],
  ['a colleague calls', { caller: party(BERT) }, true],
  ['the mailbox takes it, and nothing is said', { answeredBy: party(ANNA), cause: 'hung-up-by-caller', steps: ['mailbox'] }, true],
  ['somebody answers', { answeredBy: party(ANNA), cause: 'hung-up-by-caller' }, false],
  ['a colleague picks it up', { answeredBy: party(BERT), cause: 'hung-up-by-called' }, false],
  ['it is declined by hand', { cause: 'declined' }, false],
  ['the caller is one who is rejected', { cause: 'busy', steps: ['rejected-caller'] }, false],
  [
    'the mailbox has led the caller on to somebody',
    { answeredBy: party(ANNA), cause: 'hung-up-by-caller', steps: ['mailbox', 'wants-person'] },
    false,
  ],
  ['the extension calls itself', { caller: party(ANNA) }, false],
  ['a group was called', { called: { ...party(ANNA), extensionId: undefined } }, false],
  ["the extension is another tenant's", { called: { ...party(ANNA), tenantId: 'other' } }, false],
]
for (const [what, told, missed] of rows) {
  test(`a call is ${missed ? 'missed' : 'not missed'} when ${what}`, () => {
    assert.equal(missedCall(call(told), asTheyAre)?.extensionId, missed ? ANNA : undefined)
  })
}

test('a caller has the name that the phone books of the user give, and an extension elsewhere stays unnamed', () => {
  const naming: Naming = (tenantId, by) => (caller) => ({ ...caller, displayName: `${tenantId} ${by.kind} ${caller.number}` })
  assert.equal(missedCall(call({}), naming)?.callerName, 'acme user +4930123456')
  const elsewhere = missedCall(call({ caller: { ...party(BERT), tenantId: 'other' } }), asTheyAre)
  assert.deepEqual([elsewhere?.callerNumber, elsewhere?.callerName], ['anonymous', undefined])
})

const ON: NotificationSettings = { missedCallMail: true, mailTo: 'anna@example.org', language: 'de' }

function world(settings: NotificationSettings = ON, boxMailTo?: string) {
  const own = { id: 'box', tenantId: 'acme', extensionId: ANNA, greetings: new Map(), pinHash: undefined }
  const box: Mailbox = { ...own, settings: { ...DEFAULT_MAILBOX_SETTINGS, mailTo: boxMailTo ?? null } }
  const parts = { notifications: new Map([[ANNA, settings]]), voicemail: { ...NO_VOICEMAIL, ofExtension: new Map([[ANNA, box]]) } }
  const pbx = new TestPbx([{ id: 'acme', extensions: ['10', '11'], numbers: {}, parts }])
  const sent: Mail[] = []
  const send = async (mail: Mail): Promise<void> => void sent.push(mail)
  const { clock } = pbx
  const portal = 'https://pbx.example'
  const missed = new MissedCalls({ directory: pbx.directory(), mail: { send }, portal, clock, logger: silentLogger })
  const miss = (told: Told = {}): void => {
    const one = missedCall(call(told), asTheyAre)
    if (one !== undefined) missed.missed(one)
  }
  return { pbx, sent, missed, miss, clock }
}

test('a missed call is mailed with who, when, and the way to call back', async () => {
  const { sent, miss, clock } = world()
  miss()
  await clock.advance(QUIET_MS)
  assert.equal(sent.length, 1)
  const [mail] = sent
  assert.deepEqual([mail?.to, mail?.subject], ['anna@example.org', 'Verpasster Anruf von Carla Bcc: x (+4930123456)'])
  assert.match(
    mail?.text ?? '',
    /1\. Januar 1970.*01:00: Carla Bcc: x \(\+4930123456\)\n {2}Zurückrufen: https:\/\/pbx\.example\/phone\?dial=%2B4930123456\n/,
  )
  assert.match(mail?.text ?? '', /https:\/\/pbx\.example\/notifications/)
})

test('ten missed calls in a minute make one mail', async () => {
  const { sent, miss, clock } = world()
  for (let at = 0; at < 10; at++) {
    miss()
    await clock.advance(6_000)
  }
  await clock.advance(QUIET_MS)
  assert.deepEqual(
    sent.map(({ subject }) => subject),
    ['10 verpasste Anrufe'],
  )
  assert.equal(sent[0]?.text.match(/Zurückrufen/g)?.length, 10)
})

test('who calls without end is told of all the same, and what no mail holds is counted', async () => {
  const { sent, miss, clock } = world({ ...ON, language: 'en' })
  const calls = MAX_CALLS_IN_MAIL + 2
  for (let at = 0; at < calls; at++) {
    miss()
    await clock.advance(1_000)
  }
  assert.equal(sent.length, 0)
  await clock.advance(MOST_WAIT_MS - calls * 1_000)
  assert.deepEqual([sent.length, sent[0]?.subject], [1, `${calls} missed calls`])
  assert.match(sent[0]?.text ?? '', /… and 2 more/)
})

const silent: readonly (readonly [what: string, settings: NotificationSettings, told: Told, boxMailTo?: string])[] = [
  ['has switched it off', { ...ON, missedCallMail: false }, {}],
  [
    'gets the message of that caller by mail anyway',
    ON,
    { answeredBy: party(ANNA), steps: ['mailbox', 'message-left'] },
    'anna@example.org',
  ],
]
for (const [what, settings, told, boxMailTo] of silent) {
  test(`no mail goes to who ${what}`, async () => {
    const { sent, miss, clock } = world(settings, boxMailTo)
    miss(told)
    await clock.advance(MOST_WAIT_MS)
    assert.equal(sent.length, 0)
  })
}

test('a caller who hides is said to; a message in a mailbox without mail is told; whoever switches off meanwhile gets nothing', async () => {
  const { sent, miss, clock, pbx } = world()
  miss({ caller: { ...OUTSIDE, number: 'anonymous', displayName: undefined }, answeredBy: party(ANNA), steps: ['mailbox', 'message-left'] })
  await clock.advance(QUIET_MS)
  assert.match(sent[0]?.text ?? '', /Unbekannt \(Rufnummer unterdrückt\), hat eine Nachricht auf der Mailbox hinterlassen\n\n/)
  assert.doesNotMatch(sent[0]?.text ?? '', /Zurückrufen/)
  miss()
  pbx.change('acme', { notifications: new Map() })
  await clock.advance(QUIET_MS)
  assert.equal(sent.length, 1)
})

test('what waits goes out when the server stops', async () => {
  const { sent, miss, missed } = world()
  miss()
  await missed.close()
  assert.equal(sent.length, 1)
})
