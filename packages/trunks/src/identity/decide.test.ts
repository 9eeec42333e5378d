import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_PROFILE } from '@klinke/accounts'
import { decideIdentity, type IdentityQuestion } from './decide.ts'
import { type IdentitySettings, NO_SETTINGS, type TenantIdentity } from './identity-rules.ts'
import { declinedWords, shownWords } from './identity-words.ts'

const NOW = Date.UTC(2026, 10, 21)
const DAY = 86_400_000
const [HEAD, OWN, MOBILE, OVER, LATER, STRANGE] = [
  '+4922155500',
  '+4922155501',
  '+4915112345678',
  '+4930111111',
  '+4930222222',
  '+4930999999',
]
const RIGHTS: TenantIdentity['rights'] = new Map(
  [
    { number: MOBILE, validFromMs: NOW - DAY, validUntilMs: NOW + DAY },
    { number: OVER, validFromMs: NOW - DAY, validUntilMs: NOW },
    { number: LATER, validFromMs: NOW + 1, validUntilMs: undefined },
    { number: '+499001123456', validFromMs: 0, validUntilMs: undefined },
  ].map((right) => [right.number, right]),
)
const TEN = { id: 'ten', outgoingNumber: OWN }

interface Row {
  readonly asked?: Partial<IdentityQuestion>
  readonly customer?: Partial<IdentitySettings>
  readonly extension?: Partial<IdentitySettings>
  readonly refuses?: true
  readonly numbers?: readonly string[]
}

function decide({ asked, customer, extension, refuses, numbers = [HEAD, OWN] }: Row) {
  const profile = { ...DEFAULT_PROFILE, ...(refuses && { outbound: { wrongCallerNumber: 'refuse' as const } }) }
  const tenant = { numbers: new Map(numbers.map((e164) => [e164, { e164 }])), profile }
  const identity = {
    rights: RIGHTS,
    customer: { ...NO_SETTINGS, ...customer },
    extensions: new Map([['ten', { ...NO_SETTINGS, ...extension }]]),
    trunks: new Map(),
  }
  return decideIdentity({ tenant, extension: TEN, ...asked }, identity, NOW)
}

/** Shown, billed, by whose wish, why; and what was wished for in vain. */
function told(row: Row): readonly string[] {
  const decision = decide(row)
  if (decision.kind === 'refused') return ['refused', decision.declined.number, decision.declined.because.kind]
  const declined = decision.declined.map(({ number, because }) => `not ${number}: ${because.kind}`)
  return decision.kind === 'no-number'
    ? ['no-number', ...declined]
    : [decision.number, decision.billed, decision.by, decision.because.kind, ...declined]
}

const rows: readonly (readonly [what: string, row: Row, expected: readonly string[]])[] = [
  ['CLI-01: an extension shows its own number', {}, [OWN, OWN, 'extension-number', 'own-number']],
  [
    'CLI-01: one without shows the head number',
    { asked: { extension: { id: 'x', outgoingNumber: undefined } } },
    [HEAD, HEAD, 'head', 'own-number'],
  ],
  ['CLI-01: an own number chosen for the call is shown and pays', { asked: { wished: HEAD } }, [HEAD, HEAD, 'call', 'own-number']],
  ['CLI-02: a mobile number with a right is shown, and the own number pays', { asked: { wished: MOBILE } }, [MOBILE, OWN, 'call', 'right']],
  ['CLI-02: so is one that is set for the extension', { extension: { shown: MOBILE } }, [MOBILE, OWN, 'extension', 'right']],
  [
    'CLI-01: what is chosen for the call goes before what is set',
    { asked: { wished: HEAD }, extension: { shown: MOBILE } },
    [HEAD, HEAD, 'call', 'own-number'],
  ],
  [
    'CLI-02: what is set for the customer holds for an extension without a number',
    { asked: { extension: { id: 'x', outgoingNumber: undefined } }, customer: { shown: MOBILE } },
    [MOBILE, HEAD, 'customer', 'right'],
  ],
  [
    'CLI-03: a number without a right is not shown',
    { asked: { wished: STRANGE } },
    [OWN, OWN, 'extension-number', 'own-number', `not ${STRANGE}: no-right`],
  ],
  [
    'CLI-03: nor one whose right is over',
    { asked: { wished: OVER } },
    [OWN, OWN, 'extension-number', 'own-number', `not ${OVER}: right-over`],
  ],
  [
    'CLI-03: nor one whose right begins later',
    { asked: { wished: LATER } },
    [OWN, OWN, 'extension-number', 'own-number', `not ${LATER}: no-right`],
  ],
  [
    'LAW-01: nor 0900, though somebody has given a right to it',
    { asked: { wished: '+499001123456' } },
    [OWN, OWN, 'extension-number', 'own-number', 'not +499001123456: never-shown'],
  ],
  [
    'LAW-01: nor an own number of a kind that nobody shows',
    { asked: { wished: '+499001123456' }, numbers: ['+499001123456', HEAD] },
    [HEAD, HEAD, 'head', 'own-number', 'not +499001123456: never-shown', `not ${OWN}: no-right`],
  ],
  ['CLI-03: by the profile the call does not go instead', { asked: { wished: STRANGE }, refuses: true }, ['refused', STRANGE, 'no-right']],
  [
    'CLI-04: a trunk’s head number pays and is shown where its PBX names none',
    { asked: { extension: undefined, head: OWN } },
    [OWN, OWN, 'head', 'own-number'],
  ],
  [
    'CLI-04: and takes the place of a number that may not be shown',
    { asked: { extension: undefined, head: OWN, wished: STRANGE } },
    [OWN, OWN, 'head', 'own-number', `not ${STRANGE}: no-right`],
  ],
  [
    'CLI-02: it pays for a number with a right',
    { asked: { extension: undefined, head: OWN, wished: MOBILE } },
    [MOBILE, OWN, 'call', 'right'],
  ],
  [
    'CLI-05: a pinned sender goes before everything',
    { asked: { wished: HEAD, original: STRANGE }, extension: { shown: OWN, pinned: MOBILE } },
    [MOBILE, HEAD, 'pinned', 'right'],
  ],
  [
    'CLI-05: the customer’s holds for all its extensions',
    { asked: { wished: OWN }, customer: { pinned: HEAD } },
    [HEAD, HEAD, 'pinned', 'own-number'],
  ],
  [
    'CLI-05: that of the extension is nearer',
    { customer: { pinned: HEAD }, extension: { pinned: OWN } },
    [OWN, OWN, 'pinned', 'own-number'],
  ],
  [
    'CLI-05: one whose right is over is not shown',
    { customer: { pinned: OVER } },
    [OWN, OWN, 'extension-number', 'own-number', `not ${OVER}: right-over`],
  ],
  [
    'LAW-01: the caller of a forwarded call is passed on without proof',
    { asked: { original: STRANGE } },
    [STRANGE, OWN, 'forwarded', 'passed-on'],
  ],
  ['LAW-01: from abroad, too', { asked: { original: '+43123456789' } }, ['+43123456789', OWN, 'forwarded', 'passed-on']],
  [
    'LAW-01: but never one that only a forger shows, and the call goes on with the own number whatever the profile says',
    { asked: { original: '+491371234567' }, refuses: true },
    [OWN, OWN, 'extension-number', 'own-number', 'not +491371234567: never-shown'],
  ],
  ['a customer without a number cannot pay', { asked: { wished: MOBILE, extension: undefined }, numbers: [] }, ['no-number']],
]

for (const [what, row, expected] of rows) test(what, () => assert.deepEqual(told(row), expected))

test('every decision is a sentence in both languages that names its number', () => {
  for (const [, row] of rows) {
    const decision = decide(row)
    if (decision.kind === 'shown') {
      for (const hidden of [true, false]) {
        const words = shownWords(decision, hidden)
        assert.ok([words.de, words.en].every((text) => text.includes(hidden ? decision.billed : decision.number) && /\.$/.test(text)))
      }
    }
    for (const declined of decision.kind === 'refused' ? [decision.declined] : decision.declined) {
      for (const outcome of ['refused', 'declined'] as const) {
        const { de, en } = declinedWords(declined, outcome)
        assert.ok([de, en].every((text) => text.startsWith(declined.number) && /\.$/.test(text)))
      }
    }
  }
})
