import { TRUNK_PRODUCTS } from '../products.ts'
import {
  type ConfigurationFacts,
  type ConfigurationFile,
  hasOptions,
  oneLine,
  PASSWORD_HERE,
  portOf,
  rangesInWords,
  slugOf,
} from './facts.ts'
import { type SheetSection, sheetText } from './sheet.ts'

const CODECS = { PCMA: 'G.711 A-law', PCMU: 'G.711 U-law', G729: 'G.729' } as const

/** The fields of 3CX under Voice & Chat > Add SIP trunk > Generic, in its own words; 3CX reads templates of partners only. */
export function threeCxFile(facts: ConfigurationFacts): ConfigurationFile {
  const { trunk, language } = facts
  const head =
    language === 'de'
      ? [
          `3CX: SIP-Trunk „${oneLine(trunk.name)}“`,
          'Voice & Chat > Add Trunk > Land „Generic“, Anbieter „Generic VoIP Provider“. Die Felder heißen wie hier.',
        ]
      : [
          `3CX: SIP trunk "${oneLine(trunk.name)}"`,
          'Voice & Chat > Add Trunk > country "Generic", provider "Generic VoIP Provider". The fields have these names.',
        ]
  const trunks =
    trunk.access.kind === 'registration' ? trunk.access.logins.map((login) => general(facts, login)) : [general(facts, undefined)]
  return {
    fileName: `3cx-${slugOf(trunk)}.txt`,
    mediaType: 'text/plain; charset=utf-8',
    text: sheetText(head, [...trunks, options(facts), numbers(facts)]),
  }
}

function general(
  { trunk, domain, server, language, ranges }: ConfigurationFacts,
  login: { readonly username: string; readonly block: string | undefined } | undefined,
): SheetSection {
  return {
    title: login?.block === undefined ? 'General' : `General (${login.block})`,
    rows: [
      ['Registrar/Server', domain],
      ['Outbound Proxy', `${server.host}  Port ${portOf(trunk, server)}`],
      ['Main Trunk No', trunk.headNumber ?? login?.block ?? ranges[0]?.first ?? '–'],
      ['Number of SIM Calls', String(trunk.channels)],
      ['Type of Authentication', login === undefined ? 'Do not require - IP Based' : 'Register/Account based'],
      login === undefined ? undefined : ['Authentication ID', login.username],
      login === undefined ? undefined : ['Authentication Password', PASSWORD_HERE[language]],
    ],
  }
}

function options({ trunk }: ConfigurationFacts): SheetSection {
  const { codecs, fax } = TRUNK_PRODUCTS[trunk.product]
  return {
    title: 'Options',
    rows: [
      ['Transport Protocol', trunk.transport],
      ['RTP Mode', trunk.srtp === 'none' ? 'Normal' : trunk.srtp === 'required' ? 'Only Secure' : 'Allow Secure'],
      ['Codec Priority', codecs.map((codec) => CODECS[codec]).join(', ')],
      ['Supports Re-Invite', 'yes'],
      ['Supports Replaces', 'no'],
      ['Fax over T.38', fax ? 'yes' : 'no'],
      ['Re-Register Timeout', '300'],
      ['OPTIONS keep-alive', hasOptions(trunk) ? '30' : 'off'],
    ],
  }
}

function numbers({ trunk, ranges }: ConfigurationFacts): SheetSection {
  return {
    title: 'DIDs / Inbound / Outbound Parameters',
    rows: [
      ['DID Numbers', rangesInWords(ranges).join(', ')],
      ['Inbound: Called number in', 'Request Line URI : User Part'],
      ['Inbound: Number format', FORMATS[trunk.numberFormat]],
      ['Outbound: From : User Part', 'OutboundCallerId'],
      ['Outbound: P-Asserted-Identity', 'OriginatorCallerID'],
    ],
  }
}

const FORMATS = { e164: '+49221…', international: '0049221…', national: '0221…', local: '(without area code)' } as const
