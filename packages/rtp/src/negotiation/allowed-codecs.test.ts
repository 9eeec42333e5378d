import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notAllowed } from './allowed-codecs.ts'
import { describe, G711_ANSWER, G711_OFFER, mLines, PLAIN, read, TwoParties } from './test-support/two-parties.ts'

const RICH = describe(
  1,
  'm=audio 4000 RTP/AVP 96 9 8 0 18 101',
  'a=rtpmap:96 opus/48000/2',
  'a=fmtp:96 useinbandfec=1',
  'a=rtpmap:101 telephone-event/8000',
)
const FAX = 'm=image 4002 udptl t38'

const rows: readonly (readonly [what: string, offer: string, codecs: readonly string[], line: string])[] = [
  ['those that are allowed, in their order', RICH, ['PCMA', 'G722'], 'm=audio 30000 RTP/AVP 8 9 101'],
  ['one that is only passed on, too', RICH, ['G729'], 'm=audio 30000 RTP/AVP 18 101'],
  ['what is spoken here, where the offerer has none of them', G711_OFFER, ['G722', 'opus'], 'm=audio 30000 RTP/AVP 9 101'],
]
for (const [what, offer, codecs, line] of rows) {
  test(`a party with whom only ${codecs.join(' and ')} may be spoken is offered ${what} (TRK-08)`, () => {
    const sent = new TwoParties(PLAIN, { ...PLAIN, codecs }).offerFromA(offer)
    assert.deepEqual(mLines(sent), [line])
    assert.equal(/opus|useinbandfec/.test(sent), false)
  })
}

test('an offer of which nothing may be spoken with the other party, and nothing can be transcoded, is refused', () => {
  const call = new TwoParties(PLAIN, { ...PLAIN, codecs: ['PCMA'] })
  const offered = call.tryOfferFromA(describe(1, 'm=audio 4000 RTP/AVP 18'))
  assert.equal(offered.ok ? undefined : offered.error.kind, 'nothing-acceptable')
})

test('TRK-08: a party that takes no T.38 is offered the voice line alone, and a change to T.38 alone is refused: the fax goes in G.711', () => {
  const call = new TwoParties(PLAIN, { ...PLAIN, t38: false })
  assert.deepEqual(mLines(call.offerFromA(G711_OFFER + FAX)), ['m=audio 30000 RTP/AVP 8 0 101', 'm=image 0 udptl t38'])
  const alone = new TwoParties(PLAIN, { ...PLAIN, t38: false }).tryOfferFromA(describe(2, FAX))
  assert.equal(alone.ok ? undefined : alone.error.kind, 'nothing-acceptable')
  assert.deepEqual(mLines(new TwoParties(PLAIN, { ...PLAIN, t38: true }).offerFromA(describe(2, FAX))), ['m=image 30000 udptl t38'])
})

const WITH_FAX = `${RICH}${FAX}`
const own: readonly (readonly [what: string, offer: string, codecs: readonly string[], lines: readonly string[]])[] = [
  ['codecs that it may not speak', RICH, ['PCMA', 'PCMU'], ['m=audio 30000 RTP/AVP 8 0 101']],
  ['T.38', WITH_FAX, ['PCMA', 'PCMU', 'G729'], ['m=audio 30000 RTP/AVP 8 0 18 101']],
]
for (const [what, offer, codecs, lines] of own) {
  test(`what a party offers goes on without ${what} (TRK-08)`, () => {
    const call = new TwoParties({ ...PLAIN, codecs, t38: false })
    assert.deepEqual(mLines(call.offerFromA(offer)), lines)
    const refused = offer.includes('m=image') ? ['m=image 0 udptl t38'] : []
    assert.deepEqual(mLines(call.answerFromB(G711_ANSWER)), ['m=audio 20000 RTP/AVP 8 101', ...refused])
  })
}

for (const [what, offer] of [
  ['codecs', describe(1, 'm=audio 4000 RTP/AVP 18')],
  ['a change to T.38', describe(2, FAX)],
] as const) {
  test(`an offer of nothing but ${what} that its party may not use is refused, though the other party would take it`, () => {
    const call = new TwoParties({ ...PLAIN, codecs: ['PCMA', 'PCMU'], t38: false })
    const offered = call.tryOfferFromA(offer)
    assert.equal(offered.ok ? undefined : offered.error.kind, 'nothing-acceptable')
  })
}

test('an answer with a codec that its party was not offered, and may not speak, goes on without it', () => {
  const call = new TwoParties(PLAIN, { ...PLAIN, codecs: ['PCMA', 'PCMU'] })
  call.offerFromA(RICH)
  assert.deepEqual(mLines(call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 18 8'))), ['m=audio 20000 RTP/AVP 8'])
  const rude = new TwoParties(PLAIN, { ...PLAIN, codecs: ['PCMA', 'PCMU'] })
  rude.offerFromA(RICH)
  const answered = rude.tryAnswerFromB(describe(1, 'm=audio 5000 RTP/AVP 18'))
  assert.equal(answered.ok ? undefined : answered.error.kind, 'nothing-acceptable')
})

test('what may not be is named once, in the order in which it is offered', () => {
  assert.deepEqual(notAllowed(read(WITH_FAX), { codecs: ['PCMA', 'PCMU'], t38: false }), ['opus', 'G722', 'G729', 'T38'])
  assert.deepEqual(notAllowed(read(WITH_FAX), {}), [])
})
