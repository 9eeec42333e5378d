import type { TrunkLogin } from '../customer-trunk.ts'
import { TRUNK_PRODUCTS } from '../products.ts'
import { authorityOf, type ConfigurationFacts, type ConfigurationFile, hasOptions, PASSWORD_HERE, slugOf } from './facts.ts'

type Param = readonly [name: string, value: string]

/** For conf/sip_profiles/external/ of FreeSWITCH: one gateway per account, or one that does not register. */
export function freeswitchFile(facts: ConfigurationFacts): ConfigurationFile {
  const { trunk } = facts
  const gateways =
    trunk.access.kind === 'registration'
      ? trunk.access.logins.map((login) => gateway(nameOf(facts, login), [...registering(facts, login), ...common(facts)], facts))
      : [
          gateway(
            slugOf(trunk),
            [['realm', facts.domain], ['username', 'klinke'], ['password', 'none'], ['register', 'false'], ...common(facts)],
            facts,
          ),
        ]
  return {
    fileName: `${slugOf(trunk)}.xml`,
    mediaType: 'application/xml; charset=utf-8',
    text: `<include>\n${gateways.join('')}</include>\n`,
  }
}

function nameOf({ trunk }: ConfigurationFacts, { block }: TrunkLogin): string {
  return block === undefined ? slugOf(trunk) : `${slugOf(trunk)}-${block.slice(-6)}`
}

function registering({ domain, language }: ConfigurationFacts, { username }: TrunkLogin): readonly Param[] {
  return [
    ['username', username],
    ['realm', domain],
    ['password', PASSWORD_HERE[language]],
    ['register', 'true'],
    ['expire-seconds', '300'],
    ['retry-seconds', '60'],
    ['extension', 'auto_to_user'],
  ]
}

function common({ trunk, server, domain }: ConfigurationFacts): readonly Param[] {
  const transport = trunk.transport.toLowerCase()
  const proxy = `${authorityOf(trunk, server)};transport=${transport}`
  return [
    ['from-domain', domain],
    ['proxy', domain],
    ['outbound-proxy', proxy],
    ['register-proxy', proxy],
    ['register-transport', transport],
    ['contact-params', `transport=${transport}`],
    // The own number goes into From, the account into the digest.
    ['caller-id-in-from', 'true'],
    ['cid-type', 'pid'],
    ...(hasOptions(trunk) ? ([['ping', '30']] as const) : []),
  ]
}

function gateway(name: string, params: readonly Param[], { trunk }: ConfigurationFacts): string {
  const { codecs, fax } = TRUNK_PRODUCTS[trunk.product]
  const variables: readonly Param[] = [
    ['absolute_codec_string', codecs.join(',')],
    ['dtmf_type', 'rfc2833'],
    ['fax_enable_t38', String(fax)],
    ...(trunk.srtp === 'none' ? [] : ([['rtp_secure_media', trunk.srtp === 'required' ? 'mandatory' : 'optional']] as const)),
  ]
  return [
    `  <gateway name="${escaped(name)}">\n`,
    ...params.map(([param, value]) => `    <param name="${param}" value="${escaped(value)}"/>\n`),
    '    <variables>\n',
    ...variables.map(([variable, value]) => `      <variable name="${variable}" value="${escaped(value)}" direction="outbound"/>\n`),
    '    </variables>\n',
    '  </gateway>\n',
  ].join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
