import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carrier, TestTrunks } from '../test-support/test-trunks.ts'
import type { Judged } from './judge.ts'
import { ScoreList, scoreTable } from './score-list.ts'
import { SCORE_DEADLINE_MS, SpamFilter } from './spam-filter.ts'
import type { CallerScores, SpamRules } from './spam-rules.ts'

const [NUMBER, CALLER] = ['+4922155500', '+493012345678']
const NEVER = { markFrom: undefined, voicemailFrom: undefined, rejectFrom: undefined }
const ALL = { markFrom: 30, voicemailFrom: 60, rejectFrom: 90 }

function entry(prefix: string, score: number, more: { readonly validFromMs?: number; readonly validUntilMs?: number } = {}) {
  return { prefix, score, note: 'Ping-Anrufe', validFromMs: undefined, validUntilMs: undefined, ...more }
}

function scored(score: number): CallerScores {
  return new ScoreList(() => scoreTable([entry(CALLER, score)]))
}

function world(scores: CallerScores, rules: Partial<SpamRules> = {}) {
  const trunks = new TestTrunks([carrier('one')])
  const told: Judged[] = []
  const all = { thresholds: ALL, allowed: [], ...rules }
  trunks.spam = new SpamFilter({ scores, rulesOf: () => all, told: (_tenant, judged) => void told.push(judged), clock: trunks.clock })
  const callIn = (from = `"Bank" <sip:${CALLER}@one.example>`) => trunks.callIn('one', { uri: `sip:${NUMBER}@klinke.example`, from })
  return { trunks, told, callIn }
}

for (const [score, thresholds, final, inside, action] of [
  [29, ALL, 486, ['Bank'], undefined],
  [30, ALL, 486, ['Spam? Bank'], 'mark'],
  [59, ALL, 486, ['Spam? Bank'], 'mark'],
  [60, ALL, 486, ['Spam? Bank'], 'voicemail'],
  [89, ALL, 486, ['Spam? Bank'], 'voicemail'],
  [90, ALL, 603, [], 'reject'],
  [100, { ...NEVER, markFrom: 50 }, 486, ['Spam? Bank'], 'mark'],
  [100, NEVER, 486, ['Bank'], undefined],
] as const) {
  test(`a caller with the score ${score} of thresholds ${Object.values(thresholds).join(', ')}: ${action ?? 'nothing is done'}`, async () => {
    const { trunks, told, callIn } = world(scored(score), { thresholds })
    const caller = await callIn()
    assert.deepEqual(
      [caller.final, trunks.inside.map(({ displayName }) => displayName), told.map((one) => one.action)],
      [final, inside, action === undefined ? [] : [action]],
    )
    const step = trunks.ended[0]?.route.find(({ step: name }) => name === 'spam' || name === 'spam-rejected')
    assert.equal(step?.step, action === undefined ? undefined : action === 'reject' ? 'spam-rejected' : 'spam')
    if (step !== undefined)
      assert.match(step.words?.de ?? '', new RegExp(`\\${CALLER} hat die Spam-Bewertung ${score} von 100 \\(Ping-Anrufe\\)`))
  })
}

test('a caller that goes to voicemail leaves a message where the number has a mailbox, and is heard of nowhere else', async () => {
  const { trunks, callIn } = world(scored(70))
  const box: string[] = []
  trunks.mailboxes.set(NUMBER, box)
  await callIn()
  assert.deepEqual([box, trunks.inside], [['Spam? Bank'], []])
})

test('who is rejected takes no channel, and hears why before the call ends', async () => {
  const { trunks, callIn } = world(scored(95))
  await callIn()
  assert.deepEqual(trunks.refused, ['spam'])
})

for (const [what, from, rules] of [
  ['is always let through', `<sip:${CALLER}@one.example>`, { allowed: ['+4930'] }],
  ['hides', '<sip:anonymous@anonymous.invalid>', {}],
  ['is not on the list', '<sip:+4989999999@one.example>', {}],
] as const) {
  test(`about a caller who ${what} nothing is done`, async () => {
    const { trunks, told, callIn } = world(scored(100), rules)
    await callIn(from)
    assert.deepEqual([trunks.inside.length, told], [1, []])
  })
}

test('EMG-01: a control centre that calls back is let through, whatever its score', async () => {
  const { trunks, told, callIn } = world(scored(100))
  trunks.callBacks.add(NUMBER)
  await callIn()
  assert.deepEqual([trunks.inside.map(({ displayName }) => displayName), told], [['Bank'], []])
})

test('of the entries that hold now the longest beginning of a number counts', () => {
  const list = new ScoreList(() =>
    scoreTable([entry('+4930', 40), entry('+493012', 80, { validUntilMs: 1_000 }), entry('+49301234', 10, { validFromMs: 5_000 })]),
  )
  assert.deepEqual([list.scoreOf(CALLER, 999)?.score, list.scoreOf(CALLER, 1_000)?.score, list.scoreOf(CALLER, 5_000)?.score], [80, 40, 10])
  assert.equal(list.scoreOf('+49221', 0), undefined)
})

test('an outside provider that is slow, or fails, keeps nobody away', async () => {
  const slow = world({ scoreOf: () => new Promise(() => undefined) })
  await slow.callIn()
  assert.equal(slow.trunks.inside.length, 0)
  await slow.trunks.clock.advance(SCORE_DEADLINE_MS)
  assert.deepEqual(
    slow.trunks.inside.map(({ displayName }) => displayName),
    ['Bank'],
  )
  const broken = world({ scoreOf: () => Promise.reject(new Error('away')) })
  await broken.callIn()
  assert.equal(broken.trunks.inside.length, 1)
})

test('an outside provider is one implementation of the port among others', async () => {
  const { trunks, callIn } = world({ scoreOf: () => Promise.resolve({ score: 99, note: undefined }) })
  const caller = await callIn()
  assert.deepEqual([caller.final, trunks.inside], [603, []])
})
