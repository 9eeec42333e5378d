import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flowGraph } from './blocks.ts'
import { checkGraph } from './check-graph.ts'

const END = { id: 'end', kind: 'hang-up' }
const PIN = { pin: '12345', validUntil: '2027-01-01', to: { kind: 'operator' } }
const question = { prompt: 'p' }

const rows: readonly (readonly [
  what: string,
  blocks: readonly ({ readonly id: string } & Record<string, unknown>)[],
  block: string | undefined,
  says: RegExp,
])[] = [
  ['a way to nowhere', [{ id: 'a', kind: 'announcement', prompt: 'p', next: 'gone' }], 'a', /leads by next to "gone", .* Add that block/],
  ['a key to nowhere', [{ id: 'a', kind: 'menu', ...question, keys: { 2: 'gone' } }], 'a', /leads by keys\.2 to "gone"/],
  ['a menu without keys', [{ id: 'a', kind: 'menu', ...question, keys: {} }], 'a', /has no key/],
  ['a block twice', [END, END], 'end', /is there 2 times\. Give each a name/],
  ['a block that is never reached', [{ id: 'a', kind: 'hang-up' }, END], 'end', /is never reached/],
  ['a block that sets nothing', [{ id: 'a', kind: 'set' }], 'a', /sets nothing/],
  ['hours without a schedule', [{ id: 'a', kind: 'hours', when: [] }], 'a', /asks for no schedule/],
  ['no condition for callers', [{ id: 'a', kind: 'caller', when: [] }], 'a', /has no condition/],
  ['a question for PINs that knows none', [{ id: 'a', kind: 'number-pin', ...question, entries: [] }], 'a', /knows no PIN/],
  ['a condition that all fulfil', [{ id: 'a', kind: 'caller', when: [{}] }], 'a', /fits every caller in when\.0/],
  ['a PIN twice', [{ id: 'a', kind: 'dated-pin', ...question, entries: [PIN, PIN] }], 'a', /has one PIN twice/],
  ['a lookup of a file', [{ id: 'a', kind: 'lookup', url: 'file:///etc/passwd', answers: {} }], 'a', /no http or https address/],
  ['a lookup whose host the caller chooses', [{ id: 'a', kind: 'lookup', url: 'https://{caller}/', answers: {} }], 'a', /no http or https/],
  [
    'a lookup with a password in its address',
    [{ id: 'a', kind: 'lookup', url: 'https://a:b@c.example/', answers: {} }],
    'a',
    /no http or https/,
  ],
]
for (const [what, blocks, block, says] of rows) {
  test(`a flow is not whole with ${what}`, () => {
    const problems = checkGraph(flowGraph.parse({ start: blocks[0]?.id, blocks }))
    assert.equal(problems.length, 1, JSON.stringify(problems))
    assert.equal(problems[0]?.block, block)
    assert.match(problems[0]?.text.en ?? '', says)
  })
}

test('a flow that begins with a block that is not there says so', () => {
  const problems = checkGraph(flowGraph.parse({ start: 'x', blocks: [END] }))
  const text = {
    de: 'Der Ablauf beginnt mit Block „x“, den es nicht gibt. Fügen Sie ihn hinzu, oder wählen Sie einen anderen.',
    en: 'The flow begins with block "x", which is not there. Add it, or name another one.',
  }
  assert.deepEqual(problems, [{ block: undefined, text }])
})

const refused: readonly (readonly [what: string, block: object])[] = [
  ['a PIN with an expiry date of four digits', { id: 'a', kind: 'dated-pin', ...question, entries: [{ ...PIN, pin: '1234' }] }],
  ['a PIN of eleven digits', { id: 'a', kind: 'number-pin', ...question, entries: [{ pin: '12345678901', to: PIN.to }] }],
  ['a key that no telephone has', { id: 'a', kind: 'menu', ...question, keys: { x: 'a' } }],
  ['a lookup that may take a minute', { id: 'a', kind: 'lookup', url: 'https://x.example', timeLimitMs: 60_000, answers: {} }],
]
for (const [what, block] of refused) {
  test(`${what} is refused`, () => {
    assert.equal(flowGraph.safeParse({ start: 'a', blocks: [block] }).success, false)
  })
}
