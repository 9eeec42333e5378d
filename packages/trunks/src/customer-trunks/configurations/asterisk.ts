import type { TrunkLogin } from '../customer-trunk.ts'
import { TRUNK_PRODUCTS } from '../products.ts'
import {
  authorityOf,
  type ConfigurationFacts,
  type ConfigurationFile,
  hasOptions,
  oneLine,
  PASSWORD_HERE,
  rangesInWords,
  slugOf,
} from './facts.ts'

type Section = readonly [name: string, ...settings: (readonly [key: string, value: string] | undefined)[]]

const CODECS = { PCMA: 'alaw', PCMU: 'ulaw', G729: 'g729' } as const
/** Asked again after a refusal; not sooner, because an account is locked for a while by too many. */
const FORBIDDEN_RETRY_SECONDS = '600'

/** pjsip.conf of Asterisk 16 and later: to be included, or copied to its end. */
export function asteriskFile(facts: ConfigurationFacts): ConfigurationFile {
  const { trunk } = facts
  const sections = [
    transportOf(facts),
    ...(trunk.access.kind === 'registration' ? trunk.access.logins.flatMap((login) => registered(facts, login)) : fixed(facts)),
  ]
  return {
    fileName: `pjsip-${slugOf(trunk)}.conf`,
    mediaType: 'text/plain; charset=utf-8',
    text: [...headOf(facts), ...sections.map(printed)].join('\n'),
  }
}

function headOf({ trunk, ranges, language }: ConfigurationFacts): readonly string[] {
  const numbers = rangesInWords(ranges).join(', ')
  const lines =
    language === 'de'
      ? [
          `SIP-Trunk „${oneLine(trunk.name)}“, ${trunk.channels} Kanäle`,
          `Rufnummern: ${numbers}`,
          'Ankommende Rufe: Kontext from-klinke, die Rufnummer steht in EXTEN.',
        ]
      : [
          `SIP trunk "${oneLine(trunk.name)}", ${trunk.channels} channels`,
          `Numbers: ${numbers}`,
          'Incoming calls: context from-klinke, the number is in EXTEN.',
        ]
  return [...lines.map((line) => `; ${line}`), '']
}

function transportOf(facts: ConfigurationFacts): Section {
  const protocol = facts.trunk.transport.toLowerCase()
  const tls = protocol === 'tls'
  return [
    transportName(facts),
    ['type', 'transport'],
    ['protocol', protocol],
    ['bind', tls ? '0.0.0.0:5061' : '0.0.0.0'],
    tls ? ['method', 'tlsv1_2'] : undefined,
    tls ? ['verify_server', 'yes'] : undefined,
  ]
}

function transportName({ trunk }: ConfigurationFacts): string {
  return `transport-klinke-${trunk.transport.toLowerCase()}`
}

/** With `line` Asterisk knows by the registration for which account a call is. */
function registered(facts: ConfigurationFacts, { username, block }: TrunkLogin): readonly Section[] {
  const { trunk, domain, language } = facts
  const name = block === undefined ? slugOf(trunk) : `${slugOf(trunk)}-${block.slice(-6)}`
  return [
    [
      `${name}-reg`,
      ['type', 'registration'],
      ['transport', transportName(facts)],
      ['outbound_auth', `${name}-auth`],
      ['outbound_proxy', proxyOf(facts)],
      ['server_uri', `sip:${domain}`],
      ['client_uri', `sip:${username}@${domain}`],
      ['contact_user', username],
      ['expiration', '300'],
      ['retry_interval', '60'],
      ['forbidden_retry_interval', FORBIDDEN_RETRY_SECONDS],
      ['line', 'yes'],
      ['endpoint', name],
    ],
    [
      `${name}-auth`,
      ['type', 'auth'],
      ['auth_type', 'userpass'],
      ['realm', domain],
      ['username', username],
      ['password', PASSWORD_HERE[language]],
    ],
    ...endpointOf(facts, name, `${name}-auth`),
  ]
}

function fixed(facts: ConfigurationFacts): readonly Section[] {
  const name = slugOf(facts.trunk)
  return [
    ...endpointOf(facts, name, undefined),
    [`${name}-identify`, ['type', 'identify'], ['endpoint', name], ['match', facts.server.host]],
  ]
}

function endpointOf(facts: ConfigurationFacts, name: string, auth: string | undefined): readonly Section[] {
  const { trunk, domain } = facts
  const { codecs, fax } = TRUNK_PRODUCTS[trunk.product]
  return [
    [
      `${name}-aor`,
      ['type', 'aor'],
      ['contact', `sip:${domain}`],
      ['outbound_proxy', proxyOf(facts)],
      ['qualify_frequency', hasOptions(trunk) ? '30' : '0'],
    ],
    [
      name,
      ['type', 'endpoint'],
      ['transport', transportName(facts)],
      ['context', 'from-klinke'],
      ['disallow', 'all'],
      ['allow', codecs.map((codec) => CODECS[codec]).join(',')],
      auth === undefined ? undefined : ['outbound_auth', auth],
      ['aors', `${name}-aor`],
      ['outbound_proxy', proxyOf(facts)],
      ['from_domain', domain],
      ['dtmf_mode', 'rfc4733'],
      ['send_pai', 'yes'],
      ['trust_id_inbound', 'yes'],
      ['trust_id_outbound', 'yes'],
      ['direct_media', 'no'],
      ['rtp_symmetric', 'yes'],
      ['force_rport', 'yes'],
      ['rewrite_contact', 'yes'],
      ['allow_subscribe', 'no'],
      // The PBX transfers by itself and is asked for none (TRK-07, TRK-10).
      hasOptions(trunk) ? undefined : ['allow_transfer', 'no'],
      ...(fax
        ? ([
            ['t38_udptl', 'yes'],
            ['t38_udptl_ec', 'redundancy'],
            ['t38_udptl_nat', 'yes'],
          ] as const)
        : []),
      trunk.srtp === 'none' ? undefined : ['media_encryption', 'sdes'],
      trunk.srtp === 'offered' ? ['media_encryption_optimistic', 'yes'] : undefined,
      ['device_state_busy_at', String(trunk.channels)],
    ],
  ]
}

/** A semicolon would begin a comment. */
function proxyOf({ trunk, server }: ConfigurationFacts): string {
  const transport = trunk.transport === 'UDP' ? '' : `\\;transport=${trunk.transport.toLowerCase()}`
  return `sip:${authorityOf(trunk, server)}${transport}\\;lr`
}

function printed([name, ...settings]: Section): string {
  return `[${name}]\n${settings.flatMap((setting) => (setting === undefined ? [] : `${setting[0]}=${setting[1]}\n`)).join('')}`
}
