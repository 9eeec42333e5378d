import type { TrunkLogin } from '../customer-trunk.ts'
import { type ConfigurationFacts, type ConfigurationFile, oneLine, PASSWORD_HERE, slugOf } from './facts.ts'
import { type SheetSection, sheetText } from './sheet.ts'

/** The fields of a FRITZ!Box under Telefonie > Eigene Rufnummern > Neue Rufnummer; it reads no file. It registers, and has one account per line. */
export function fritzBoxFile(facts: ConfigurationFacts): ConfigurationFile {
  const { trunk, language } = facts
  const logins = trunk.access.kind === 'registration' ? trunk.access.logins : []
  const head =
    language === 'de'
      ? [
          `FRITZ!Box: SIP-Trunk „${oneLine(trunk.name)}“`,
          'Telefonie > Eigene Rufnummern > Neue Rufnummer > Internetrufnummer > Anderer Anbieter.',
        ]
      : [
          `FRITZ!Box: SIP trunk "${oneLine(trunk.name)}"`,
          'Telephony > Telephone Numbers > New Telephone Number > Internet telephone number > Other provider. Fields by their German names.',
        ]
  return {
    fileName: `fritzbox-${slugOf(trunk)}.txt`,
    mediaType: 'text/plain; charset=utf-8',
    text: sheetText(
      head,
      logins.map((login) => account(facts, login)),
    ),
  }
}

function account({ trunk, ranges, domain, server, language }: ConfigurationFacts, { username, block }: TrunkLogin): SheetSection {
  const own = ranges.filter(({ first }) => block === undefined || first === block)
  const isTrunk = own.some(({ size }) => size > 1)
  const [range] = own
  return {
    title: isTrunk ? 'SIP-Trunk (Anlagenanschluss)' : 'Internetrufnummer',
    rows: [
      isTrunk && range !== undefined ? ['Stammnummer', range.first.slice(0, -digitsOf(range.size))] : ['Rufnummer', range?.first ?? '–'],
      isTrunk && range !== undefined
        ? ['Durchwahlen', `${'0'.repeat(digitsOf(range.size))}–${'9'.repeat(digitsOf(range.size))}`]
        : undefined,
      ['Benutzername', username],
      ['Kennwort', PASSWORD_HERE[language]],
      ['Registrar', domain],
      ['Proxy-Server', `${server.host}:${trunk.transport === 'TLS' ? server.sipsPort : server.sipPort}`],
      ['Transportprotokoll', trunk.transport],
      ['Verschlüsselte Telefonie (SRTP)', trunk.srtp === 'none' ? 'aus' : 'an'],
      [
        'Rufnummernformat',
        trunk.numberFormat === 'e164' || trunk.numberFormat === 'international' ? 'Mit Landesvorwahl' : 'Mit Ortsvorwahl',
      ],
      ['DTMF-Übertragung', 'RTP (RFC 2833)'],
      ['Rufnummernunterdrückung (CLIR)', 'CLIR über RFC 3325 (id)'],
      ['Rufnummernübermittlung', 'CLIP no Screening über P-Preferred-Identity'],
      ['Gleichzeitige Gespräche', String(trunk.channels)],
      ['Anmeldung immer über eine Internetverbindung', 'an'],
    ],
  }
}

function digitsOf(size: number): number {
  return String(size).length - 1
}
