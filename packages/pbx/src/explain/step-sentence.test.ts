import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROUTING_STEPS } from '@klinke/calls'
import { STEP_WORDS, stepSentence } from './step-sentence.ts'
import type { StepWords } from './steps/step-words.ts'

/** As the call's record has them, and what an administrator reads. */
const ROWS = [
  ['ring-extension', '12 on 1 device', 'Das Telefon von 12 klingelt.', 'The phone of 12 rings.'],
  ['ring-extension', '12 on 3 devices', '3 Telefone von 12 klingeln.', '3 phones of 12 ring.'],
  ['branch-failed', '12: no-answer', 'Bei 12 war nichts zu erreichen: nicht angenommen.', '12 was not reached: no answer.'],
  [
    ...['forwarded', '12 no-answer → voicemail 12', '12 leitet den Anruf weiter (bei Nichtannahme): Mailbox 12.'],
    '12 forwards the call (on no answer): mailbox 12.',
  ],
  [
    ...['not-forwarded', '12 always: to itself', 'Die Weiterleitung von 12 (immer) wurde nicht ausgeführt: sie führte zu sich selbst.'],
    'The forwarding of 12 (always) was not carried out: it leads to itself.',
  ],
  [
    ...['overflow', 'busy → queue', 'Niemand hat angenommen (besetzt); der Anruf geht weiter zu: Warteschlange.'],
    'Nobody has answered (busy); the call goes on to: queue.',
  ],
  ['number', '+4922112345 → flow', 'Die Rufnummer +4922112345 führt zu: Anrufablauf.', 'The number +4922112345 leads to: call flow.'],
  [
    ...['carrier-failed', 'Netz: Nord: congestion', 'Über den Carrier „Netz: Nord“ kam der Anruf nicht zustande: überlastet.'],
    'The call did not succeed by the carrier “Netz: Nord”: congestion.',
  ],
  ['rejected-caller', 'anonymous', 'Die Nebenstelle weist Anrufe von unbekannt ab.', 'The extension rejects calls from anonymous.'],
  [
    ...['queued', 'Support, Berlin, place 2', 'Der Anrufer wartet in der Warteschlange „Support, Berlin“ auf Platz 2.'],
    'The caller waits in the queue “Support, Berlin” at place 2.',
  ],
  ['transfer', '10 sends 12 to 14', '10 übergibt 12 an 14.', '10 transfers 12 to 14.'],
  ['not-forwarded', 'something new', 'Eine Weiterleitung wurde nicht ausgeführt.', 'A forwarding was not carried out.'],
  ...[
    ['of-tomorrow', 'x', 'Die Anlage hat etwas entschieden, das diese Version nicht kennt.', 'A decision that this version does not know.'],
  ],
] as const

for (const [step = '', detail = '', de, en] of ROWS) {
  test(`${step} with "${detail}" is a whole sentence in both languages`, () => assert.deepEqual(stepSentence({ step, detail }), { de, en }))
}

test('a decision that brings its own sentence is told by it', () => {
  const words = { de: 'Der Anrufer drückt 1.', en: 'The caller presses 1.' }
  assert.equal(stepSentence({ step: 'flow-pressed', detail: 'x', words }), words)
})

test('each sentence ends as one, and asks for nothing that its pattern does not give', () => {
  const all: readonly (readonly [string, StepWords])[] = ROUTING_STEPS.map((name) => [name, STEP_WORDS[name]])
  for (const [name, words] of all) {
    for (const { de, en } of [words, ...words.when]) assert.match(`${de}|${en}`, /^[\p{Lu}{\d].*[.]\|[\p{Lu}{\d].*[.]$/u, name)
    assert.doesNotMatch(words.de + words.en, /[{}]/, name)
    for (const { fits, de, en } of words.when) {
      for (const [, place = ''] of (de + en).matchAll(/\{(\w+)\}/g)) assert.ok(fits.source.includes(`(?<${place}>`), `${name}: {${place}}`)
    }
  }
})
