import { TRUNK_PRODUCTS } from '../products.ts'
import { authorityOf, type ConfigurationFacts, type ConfigurationFile, oneLine, rangesInWords, slugOf } from './facts.ts'
import { type SheetSection, sheetText } from './sheet.ts'

const CODECS = { PCMA: 'G.711A-law', PCMU: 'G.711U-law', G729: 'G.729' } as const

/**
 * The SBC between this trunk and Microsoft Teams (Direct Routing) or Skype for Business, by the tables of an AudioCodes Mediant; others have the same
 * settings by other names.
 */
export function microsoftSbcFile(facts: ConfigurationFacts): ConfigurationFile {
  const { trunk, language } = facts
  const head =
    language === 'de'
      ? [
          `Microsoft-SBC: SIP-Trunk „${oneLine(trunk.name)}“`,
          'Seite zum Trunk. Die Seite zu Teams richten Sie nach Microsofts Anleitung für Direct Routing ein: Der Trunk braucht davon nichts.',
        ]
      : [
          `Microsoft SBC: SIP trunk "${oneLine(trunk.name)}"`,
          'The side of the trunk. Set the side of Teams up as Microsoft describes Direct Routing: the trunk needs nothing of it.',
        ]
  const sections = [tls(facts), proxySet(facts), profile(facts), group(facts), numbers(facts), teams(facts)]
  return { fileName: `microsoft-sbc-${slugOf(trunk)}.txt`, mediaType: 'text/plain; charset=utf-8', text: sheetText(head, sections) }
}

function tls({ trunk, language }: ConfigurationFacts): SheetSection {
  const trusted =
    language === 'de' ? 'Zertifikat dieser Vermittlung oder seine Stammzertifizierungsstelle' : 'Certificate of this exchange or its root'
  return {
    title: 'TLS Contexts / Trusted Root Certificates',
    rows:
      trunk.transport === 'TLS'
        ? [
            ['TLS Version', 'TLSv1.2 and TLSv1.3'],
            ['Trusted Root', trusted],
          ]
        : [['TLS', 'off']],
  }
}

function proxySet({ trunk, server }: ConfigurationFacts): SheetSection {
  return {
    title: 'Proxy Sets',
    rows: [
      ['Name', slugOf(trunk)],
      ['Proxy Address', authorityOf(trunk, server)],
      ['Transport Type', trunk.transport],
      ['Proxy Keep-Alive', 'Using OPTIONS'],
      ['Proxy Keep-Alive Time', '30'],
      ['Proxy Hot Swap', 'Enable'],
    ],
  }
}

function profile({ trunk }: ConfigurationFacts): SheetSection {
  const { codecs, fax } = TRUNK_PRODUCTS[trunk.product]
  return {
    title: 'IP Profiles',
    rows: [
      ['Name', slugOf(trunk)],
      [
        'SBC Media Security Mode',
        trunk.srtp === 'none' ? 'Not Secured' : trunk.srtp === 'required' ? 'Secured' : 'Offer Both - Answer Prefer Secured',
      ],
      ['Allowed Audio Coders', codecs.map((codec) => CODECS[codec]).join(', ')],
      ['Fax', fax ? 'T.38 Relay' : 'no'],
      ['RFC 2833 Mode', 'Extend'],
      ['P-Asserted-Identity Header Mode', 'Add'],
      // What Teams asks by REFER and Replaces ends in the SBC.
      ['Remote REFER Mode', 'Handle Locally'],
      ['Remote Replaces Mode', 'Handle Locally'],
      ['Remote 3xx Mode', 'Handle Locally'],
      ['Play RBT To Transferee', 'Yes'],
    ],
  }
}

function group({ trunk, domain }: ConfigurationFacts): SheetSection {
  return {
    title: 'IP Groups',
    rows: [
      ['Name', slugOf(trunk)],
      ['Type', 'Server'],
      ['Proxy Set', slugOf(trunk)],
      ['IP Profile', slugOf(trunk)],
      ['SIP Group Name', domain],
      ['Admission: concurrent sessions', String(trunk.channels)],
    ],
  }
}

function numbers({ trunk, ranges, language }: ConfigurationFacts): SheetSection {
  const own =
    trunk.access.kind === 'fixed-ip' ? trunk.access.places.map(({ host, port }) => (port === undefined ? host : `${host}:${port}`)) : []
  const plus = trunk.numberFormat === 'e164' ? (language === 'de' ? 'nichts: Beide schreiben +49…' : 'none: both write +49…') : '+'
  return {
    title: 'Numbers',
    rows: [
      ['Numbers', rangesInWords(ranges).join(', ')],
      ['Prefix to add towards Teams', plus],
      ['Public addresses of this SBC', own.join(', ')],
      ['FQDN in Contact', own.find((host) => /[a-z]/.test(host)) ?? (language === 'de' ? '(Name des SBC)' : '(name of the SBC)')],
    ],
  }
}

function teams({ trunk }: ConfigurationFacts): SheetSection {
  return {
    title: 'Teams (PowerShell: New-CsOnlinePSTNGateway)',
    rows: [
      ['-MaxConcurrentSessions', String(trunk.channels)],
      ['-ForwardPai', '$true'],
      ['-MediaBypass', '$false'],
    ],
  }
}
