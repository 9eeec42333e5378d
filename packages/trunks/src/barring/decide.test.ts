import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantSnapshot } from '@klinke/accounts'
import { type RulesInShort, tenantRules } from '../test-support/rules.ts'
import { TENANT } from '../test-support/test-trunks.ts'
import { Barring, type BarringQuestion } from './barring.ts'
import { decisionWords } from './decision-words.ts'

const [BERLIN, MOBILE, SWISS, PREMIUM, US] = ['+49302312500', '+4915112345678', '+41443643232', '+499001123456', '+12125550100']
const NOW = Date.UTC(2026, 10, 23, 12)
const EXTENSION = { id: 'acme-10', number: '10' }
const SITE = { id: 'mainz', name: 'Mainz', areaCode: '6131' }
const HOURS = { scheduleId: 's', when: 'closed', class: 0 } as const

function ask(rules: RulesInShort, question: Partial<BarringQuestion> & { readonly number: string }, open: boolean | undefined = true) {
  const barring = new Barring({ rulesOf: () => tenantRules(rules), isOpen: () => open, clock: { epochMs: () => NOW } })
  const asked = { tenant: TENANT, extension: EXTENSION, byPhone: true, ...question }
  const decision = barring.decide(asked)
  return { ...decision, words: decisionWords(decision, asked) }
}

type Row = readonly [what: string, rules: RulesInShort, question: Parameters<typeof ask>[1], allowed: boolean, rule: string]

const ROWS: readonly Row[] = [
  ['the class of the customer narrows that of the contract', { customer: { class: 1 } }, { number: MOBILE }, false, 'class'],
  ['a class of the customer above the contract widens nothing', { customer: { class: 4 } }, { number: US }, false, 'class'],
  [
    'the class of the extension goes before the customer’s',
    { customer: { class: 1 }, extensions: { 'acme-10': { class: 2 } } },
    { number: MOBILE },
    true,
    'class',
  ],
  ['of another extension it says nothing', { extensions: { 'acme-11': { class: 0 } } }, { number: BERLIN }, true, 'class'],
  [
    'on behalf of the tenant only the customer’s rules count',
    { extensions: { 'acme-10': { class: 0 } } },
    { number: BERLIN, extension: undefined },
    true,
    'class',
  ],
  ['a prefix is barred for all', { customer: { deny: ['+4930'] } }, { number: BERLIN }, false, 'exception'],
  ['the longer prefix decides', { customer: { deny: ['+49'], allow: ['+4930'] } }, { number: BERLIN }, true, 'exception'],
  ['a country is barred', { customer: { deny: ['CH'] } }, { number: SWISS }, false, 'exception'],
  ['a prefix says more than its country', { customer: { deny: ['CH'], allow: ['+4144'] } }, { number: SWISS }, true, 'exception'],
  ['a country says more than a shorter prefix', { customer: { deny: ['+4'], allow: ['CH'] } }, { number: SWISS }, true, 'exception'],
  [
    'an exception goes before the class',
    { extensions: { 'acme-10': { class: 0, allow: ['+4930'] } } },
    { number: BERLIN },
    true,
    'exception',
  ],
  [
    'an exception of the extension goes before one of the customer',
    { customer: { deny: ['+4930231'] }, extensions: { 'acme-10': { allow: ['+4930'] } } },
    { number: BERLIN },
    true,
    'exception',
  ],
  [
    'an exception of the administrators lifts no barred range',
    { customer: { allow: ['+49900'] } },
    { number: PREMIUM },
    false,
    'barred-range',
  ],
  ['nor the class of the contract', { extensions: { 'acme-10': { allow: ['US'] } } }, { number: US }, false, 'class'],
  ['a release lifts a barred range', { releases: [{ target: '+49900' }] }, { number: PREMIUM }, true, 'release'],
  ['a release of a part lifts that part', { releases: [{ target: '+499001' }] }, { number: '+499003123456' }, false, 'barred-range'],
  ['a release of a country lifts the class of the contract', { releases: [{ target: 'US' }] }, { number: US }, true, 'release'],
  ['but not that of a country behind the same code', { releases: [{ target: 'US' }] }, { number: '+12425550100' }, false, 'class'],
  [
    'the class of a site goes before the customer’s',
    { customer: { class: 2 }, sites: { mainz: { class: 1 } } },
    { number: MOBILE, site: SITE },
    false,
    'class',
  ],
  [
    'the class of the extension goes before that of its site',
    { sites: { mainz: { class: 0 } }, extensions: { 'acme-10': { class: 2 } } },
    { number: MOBILE, site: SITE },
    true,
    'class',
  ],
  ['at another site it says nothing', { sites: { berlin: { class: 0 } } }, { number: MOBILE, site: SITE }, true, 'class'],
  [
    'an exception of a site goes before one of the customer',
    { customer: { deny: ['+4930'] }, sites: { mainz: { allow: ['+4930'] } } },
    { number: BERLIN, site: SITE },
    true,
    'exception',
  ],
  [
    'a release for a site lifts the bar there',
    { releases: [{ target: '+49900', siteId: 'mainz' }] },
    { number: PREMIUM, site: SITE },
    true,
    'release',
  ],
  ['and nowhere else', { releases: [{ target: '+49900', siteId: 'berlin' }] }, { number: PREMIUM, site: SITE }, false, 'barred-range'],
  [
    'nothing releases call-by-call',
    { releases: [{ target: '+4910' }, { target: 'DE' }] },
    { number: '+4910332211234567' },
    false,
    'barred-range',
  ],
  [
    'a release for another extension is not for this one',
    { releases: [{ target: '+49900', extensionId: 'acme-11' }] },
    { number: PREMIUM },
    false,
    'barred-range',
  ],
  ['a release for this extension is', { releases: [{ target: '+49900', extensionId: 'acme-10' }] }, { number: PREMIUM }, true, 'release'],
  [
    'a release holds from its day on',
    { releases: [{ target: '+49900', validFromMs: NOW + 1 }] },
    { number: PREMIUM },
    false,
    'barred-range',
  ],
  ['a release holds until its end', { releases: [{ target: '+49900', validUntilMs: NOW }] }, { number: PREMIUM }, false, 'barred-range'],
  [
    'at another time it may hold',
    { releases: [{ target: '+49900', validUntilMs: NOW }] },
    { number: PREMIUM, atMs: NOW - 1 },
    true,
    'release',
  ],
  [
    'where a narrow release has run out a wide one holds',
    { releases: [{ target: '+499001', validUntilMs: NOW }, { target: '+49900' }] },
    { number: PREMIUM },
    true,
    'release',
  ],
  [
    'an administrator may bar what is released',
    { customer: { deny: ['+49900'] }, releases: [{ target: '+49900' }] },
    { number: PREMIUM },
    false,
    'exception',
  ],
  [
    'a released service is no number for class 1',
    { extensions: { 'acme-10': { class: 1 } }, releases: [{ target: '+49900' }] },
    { number: PREMIUM },
    false,
    'class',
  ],
  ['a locked telephone calls nobody outside', { extensions: { 'acme-10': { locked: true } } }, { number: BERLIN }, false, 'phone-lock'],
  ['its forwardings go on', { extensions: { 'acme-10': { locked: true } } }, { number: BERLIN, byPhone: false }, true, 'class'],
  ['the PIN opens the lock', { extensions: { 'acme-10': { locked: true } } }, { number: BERLIN, pinProven: true }, true, 'class'],
  [
    'the PIN lifts the class and the exceptions of the extension',
    { extensions: { 'acme-10': { class: 0, deny: ['+4930'] } } },
    { number: BERLIN, pinProven: true },
    true,
    'class',
  ],
  [
    'the PIN does not lift what is barred for the customer',
    { customer: { deny: ['+4930'] } },
    { number: BERLIN, pinProven: true },
    false,
    'exception',
  ],
  ['the PIN lifts no barred range', {}, { number: PREMIUM, pinProven: true }, false, 'barred-range'],
  [
    'an own number is never barred',
    { customer: { class: 0 }, extensions: { 'acme-10': { locked: true } } },
    { number: '+4922155500' },
    true,
    'never-barred',
  ],
]
for (const [what, rules, question, allowed, rule] of ROWS) {
  test(`FRD-02: ${what}`, () => {
    const decision = ask(rules, question)
    assert.deepEqual([decision.allowed, decision.rule.kind], [allowed, rule])
  })
}

const TIMED: readonly (readonly [what: string, open: boolean | undefined, pinProven: boolean, allowed: boolean])[] = [
  ['in opening hours the usual class counts', true, false, true],
  ['outside them the other one', false, false, false],
  ['a schedule that is gone is closed', undefined, false, false],
  ['the PIN calls outside them too', false, true, true],
]
for (const [what, open, pinProven, allowed] of TIMED) {
  test(`FRD-02: with hours, ${what}`, () => {
    for (const rules of [{ customer: { timed: HOURS } }, { extensions: { 'acme-10': { timed: HOURS } } }]) {
      const barring = new Barring({ rulesOf: () => tenantRules(rules), isOpen: () => open, clock: { epochMs: () => NOW } })
      assert.equal(barring.decide({ number: BERLIN, tenant: TENANT, extension: EXTENSION, byPhone: true, pinProven }).allowed, allowed)
    }
  })
}

const SENTENCES: readonly (readonly [rules: RulesInShort, number: string, de: string, en: string])[] = [
  [
    {},
    PREMIUM,
    '+499001123456 ist gesperrt: für 0900-1 Information gibt es keine Freigabe.',
    '+499001123456 is barred: there is no release for 0900-1 information.',
  ],
  [
    {},
    BERLIN,
    '+49302312500 darf angerufen werden: Festnetznummern in Deutschland gehören zur Sperrklasse 2 des Vertrags (Deutschland mit Mobilfunk, Europa).',
    '+49302312500 may be called: fixed-network numbers in Germany are in barring class 2 of the contract (Germany with mobile, Europe).',
  ],
  [
    { extensions: { 'acme-10': { class: 1 } } },
    MOBILE,
    '+4915112345678 ist gesperrt: Mobilfunknummern gehören nicht zur Sperrklasse 1 der Nebenstelle 10 (Festnetz in Deutschland).',
    '+4915112345678 is barred: mobile numbers are not in barring class 1 of extension 10 (fixed network in Germany).',
  ],
  [
    { customer: { deny: ['CH'] } },
    SWISS,
    '+41443643232 ist gesperrt: eine Ausnahme des Kunden sperrt Nummern dieses Landes: Schweiz.',
    '+41443643232 is barred: an exception of the customer bars numbers of this country: Switzerland.',
  ],
  [
    { releases: [{ target: '+49900' }] },
    PREMIUM,
    '+499001123456 darf angerufen werden: freigegeben mit Formular F-17.',
    '+499001123456 may be called: released by form F-17.',
  ],
  [
    { extensions: { 'acme-10': { locked: true } } },
    BERLIN,
    '+49302312500 ist gesperrt: das Telefonschloss der Nebenstelle 10 ist zu.',
    '+49302312500 is barred: the telephone lock of extension 10 is on.',
  ],
]
for (const [rules, number, de, en] of SENTENCES) {
  test(`a decision is a sentence: ${de}`, () => assert.deepEqual(ask(rules, { number }).words, { de, en }))
}

test('what is local is so where the call leaves from, and the sentence names the site', () => {
  const local: Pick<TenantSnapshot['profile'], 'outbound'> = { outbound: { classZones: { '1': ['local'] } } }
  const tenant = { ...TENANT, profile: { ...TENANT.profile, ...local } }
  const rules = { sites: { mainz: { class: 1 } } } as const
  assert.equal(ask(rules, { number: '+4961311620', site: SITE, tenant }).allowed, true)
  const { allowed, words } = ask(rules, { number: '+4922155500', site: SITE, tenant: { ...tenant, numbers: new Map() } })
  assert.equal(allowed, false)
  assert.match(words.de, /Sperrklasse 1 des Standorts Mainz/)
})
