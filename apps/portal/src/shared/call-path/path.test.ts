import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Step, sentencesOf } from './path.ts'
import { wordsIn } from './path-words.ts'

const by = { extensionId: '10', number: '10', name: 'Anna' }
const rings: Step = { kind: 'rings', by, devices: 2, seconds: 30, parties: [], follow: [], whenBusy: 1, whenUnanswered: 2 }
const busy: Step = { kind: 'ends', as: 'busy' }
const toBox = { kind: 'voicemail', targetId: 'box' } as const
const forwarded: Step = { kind: 'forwarded', by, when: 'no-answer', to: toBox, next: 3 }
const box: Step = { kind: 'led', to: toBox, name: 'Mailbox 10', number: null }

const rows: readonly (readonly [what: string, steps: readonly Step[], from: string, german: string, english: string])[] = [
  [
    'phones, a mailbox behind them',
    [rings, busy, forwarded, box],
    'external',
    'Ruft jemand von außen an, klingelt es 30 Sekunden lang (2 Telefone von 10 Anna). Nimmt bei 10 Anna niemand an, geht der Anruf an: Mailbox Mailbox 10. Ist bei 10 Anna besetzt, hört der Anrufer besetzt.',
    'If somebody outside calls, it rings for 30 seconds (2 phones of 10 Anna). If nobody answers at 10 Anna, the call goes to: Mailbox Mailbox 10. If 10 Anna is busy, the caller hears busy.',
  ],
  [
    'do not disturb',
    [{ kind: 'busy', by, why: 'do-not-disturb', next: 1 }, busy],
    'internal',
    'Ruft jemand von innen an, gilt „Bitte nicht stören“, und dann hört der Anrufer besetzt.',
    'If somebody inside calls, do not disturb is on, and then the caller hears busy.',
  ],
  [
    'a caller who is not wanted',
    [{ kind: 'rejected', by, why: 'rejected-caller' }],
    '+4930123456',
    'Ruft +4930123456 an, wird der Anruf abgewiesen.',
    'If +4930123456 calls, the call is rejected.',
  ],
  [
    'nobody there, a mobile that follows',
    [
      {
        ...rings,
        devices: 0,
        parties: [{ kind: 'external', number: '+491701', confirm: true }],
        follow: [{ party: { kind: 'extension', targetId: 'b', number: '11', name: 'Bea', devices: 1 }, seconds: 15 }],
        whenUnanswered: 1,
      },
      busy,
    ],
    'anonymous',
    'Ruft jemand ohne Rufnummer an, klingelt es 30 Sekunden lang (+491701), danach 15 Sekunden bei 11 Bea. Nimmt bei 10 Anna niemand an, hört der Anrufer besetzt. Ist bei 10 Anna besetzt, hört der Anrufer besetzt.',
    'If somebody without a number calls, it rings for 30 seconds (+491701), then for 15 seconds at 11 Bea. If nobody answers at 10 Anna, the caller hears busy. If 10 Anna is busy, the caller hears busy.',
  ],
]
for (const [what, steps, from, german, english] of rows) {
  test(`a path in words: ${what}`, () => {
    assert.equal(sentencesOf(steps, from, wordsIn('de')), german)
    assert.equal(sentencesOf(steps, from, wordsIn('en')), english)
  })
}
