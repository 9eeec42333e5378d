import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { CustomerTrunk } from '../customer-trunk.ts'
import type { TrunkRange } from '../sellable.ts'
import type { ConfigurationFacts } from './facts.ts'
import { CONFIGURED_SYSTEMS, type ConfiguredSystem, configurationFile, systemsFor } from './files.ts'

const range = (first: string, size: number): TrunkRange => ({ first, size, state: 'active', siteId: null, temporaryFor: null })
const login = (username: string, block?: string) => ({ id: username, username, ha1: { md5: 'm', sha256: 's' }, block })
const TRUNK: CustomerTrunk = {
  ...{ id: '018f0000-0000-7000-8000-00000000abcd', tenantId: 't', name: 'Köln Süd', product: 'extended-connect', channels: 10 },
  access: { kind: 'registration', logins: [login('tabcdefghij')] },
  ...{
    numberFormat: 'e164',
    signalling: 'sipconnect',
    transport: 'TLS',
    srtp: 'required',
    headNumber: '+492211234',
    siteId: undefined,
    isActive: true,
  },
}
const CONNECT: ConfigurationFacts = {
  trunk: TRUNK,
  ranges: [range('+49221123400', 100), range('+4922155555', 1)],
  server: { host: 'sip.klinke.example', sipPort: 5060, sipsPort: 5061 },
  domain: 'muster.klinke.example',
  language: 'de',
}
const LINK: ConfigurationFacts = {
  ...CONNECT,
  trunk: {
    ...TRUNK,
    ...{ product: 'extended-link', signalling: 'microsoft', headNumber: undefined },
    access: {
      kind: 'fixed-ip',
      places: [
        { host: 'sbc.muster.example', port: undefined },
        { host: '192.0.2.9', port: 5071 },
      ],
    },
  },
  language: 'en',
}
const EXTENDED: ConfigurationFacts = {
  ...CONNECT,
  ranges: [range('+49221123400', 100), range('+49221123500', 100)],
  trunk: {
    ...TRUNK,
    ...{ product: 'extended', signalling: 'sip-ddi', transport: 'UDP', srtp: 'none', headNumber: undefined },
    access: { kind: 'registration', logins: [login('tfirst', '+49221123400'), login('tsecond', '+49221123500')] },
  },
}

const GOLDEN: readonly (readonly [system: ConfiguredSystem, of: string, facts: ConfigurationFacts])[] = [
  ['asterisk', 'connect', CONNECT],
  ['asterisk', 'link', LINK],
  ['asterisk', 'extended', EXTENDED],
  ['freeswitch', 'connect', CONNECT],
  ['freeswitch', 'link', LINK],
  ['freeswitch', 'extended', EXTENDED],
  ['3cx', 'connect', CONNECT],
  ['3cx', 'link', LINK],
  ['fritz-box', 'extended', EXTENDED],
  ['fritz-box', 'connect', CONNECT],
  ['microsoft-sbc', 'link', LINK],
]
for (const [system, of, facts] of GOLDEN) {
  test(`the file for ${system} at a trunk of ${of} is as it was looked through`, () => {
    const golden = readFileSync(join(import.meta.dirname, 'golden', `${system}-${of}.txt`), 'utf8')
    assert.equal(configurationFile(system, facts)?.text, golden)
  })
}

test('a FRITZ!Box needs a registration, an SBC of Microsoft a fixed address', () => {
  const named = (facts: ConfigurationFacts) => systemsFor(facts.trunk).map(({ system }) => system)
  assert.deepEqual(named(CONNECT), ['asterisk', 'freeswitch', '3cx', 'fritz-box'])
  assert.deepEqual(named(LINK), ['asterisk', 'freeswitch', '3cx', 'microsoft-sbc'])
  assert.equal(configurationFile('fritz-box', LINK), undefined)
})

/** Sections as Asterisk reads them: `;` begins a comment unless a backslash stands before it. */
function sectionsOf(text: string): readonly ReadonlyMap<string, string>[] {
  const sections: Map<string, string>[] = []
  for (const raw of text.split('\n')) {
    const line = raw.replace(/(?<!\\);.*$/, '').trim()
    const name = /^\[([\w-]+)\]$/.exec(line)?.[1]
    const setting = /^(\w+)=(.+)$/.exec(line)
    if (name !== undefined) sections.push(new Map([['[]', name]]))
    else if (setting !== null) sections.at(-1)?.set(setting[1] ?? '', setting[2] ?? '')
    else assert.equal(line, '')
  }
  return sections
}

for (const facts of [CONNECT, LINK, EXTENDED]) {
  test(`Asterisk finds all that the sections of ${facts.trunk.product} name`, () => {
    const sections = sectionsOf(configurationFile('asterisk', facts)?.text ?? '')
    const named = (type: string) => new Set(sections.filter((each) => each.get('type') === type).map((each) => each.get('[]')))
    for (const section of sections) {
      assert.ok(section.has('type'), `section ${section.get('[]') ?? ''}`)
      for (const [key, type] of [
        ['transport', 'transport'],
        ['outbound_auth', 'auth'],
        ['aors', 'aor'],
        ['endpoint', 'endpoint'],
      ] as const) {
        const name = section.get(key)
        if (name !== undefined) assert.ok(named(type).has(name), `${key}=${name}`)
      }
    }
    assert.equal(new Set(sections.map((each) => each.get('[]'))).size, sections.length)
  })

  test(`the XML for FreeSWITCH at ${facts.trunk.product} is well-formed`, () => {
    const open: string[] = []
    const text = configurationFile('freeswitch', facts)?.text ?? ''
    const rest = text.replace(
      /<(\/?)([a-z]+)((?: [a-z-]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>/g,
      (_whole: string, end: string, name: string, _attributes: string, empty: string) => {
        if (end === '/') assert.equal(open.pop(), name)
        else if (empty === '') open.push(name)
        return ''
      },
    )
    assert.deepEqual([open, rest.trim()], [[], ''])
  })
}

test('TRK-07: no OPTIONS, SUBSCRIBE or REFER is asked for on SIP-DDI', () => {
  assert.match(configurationFile('asterisk', EXTENDED)?.text ?? '', /qualify_frequency=0/)
  assert.doesNotMatch(configurationFile('freeswitch', EXTENDED)?.text ?? '', /name="ping"/)
  assert.match(configurationFile('freeswitch', CONNECT)?.text ?? '', /name="ping"/)
})

test('link has neither fax nor G.729 in any file', () => {
  for (const system of CONFIGURED_SYSTEMS) {
    const text = configurationFile(system, LINK)?.text ?? ''
    assert.doesNotMatch(text, /g\.?729|t38_udptl=yes|fax_enable_t38" value="true/i)
  }
})

test('no name of a trunk becomes an instruction, in whatever it is written', () => {
  const name = 'x\n[evil]\ntype=endpoint"/><param name="a'
  for (const system of CONFIGURED_SYSTEMS) {
    for (const facts of [CONNECT, LINK]) {
      const text = configurationFile(system, { ...facts, trunk: { ...facts.trunk, name } })?.text ?? ''
      assert.doesNotMatch(text, system === 'freeswitch' ? /evil\]|name="a"/ : /^\[evil\]$|^type=endpoint"/m)
    }
  }
})

test('no file holds anything that proves an account', () => {
  for (const [system, , facts] of GOLDEN) assert.doesNotMatch(configurationFile(system, facts)?.text ?? '', /[0-9a-f]{32}/)
  assert.match(configurationFile('asterisk', CONNECT)?.text ?? '', /^password=HIER-DAS-KENNWORT$/m)
})
