import type { Answer, Body } from '../../api/operation.ts'

export type Provider = Answer<'GET /own-carriers/{carrierId}'>
type NewProvider = Body<'POST /own-carriers'>

/** What stands in the form. */
export interface ProviderValues {
  readonly name: string
  readonly host: string
  readonly port: number | ''
  readonly transport: Provider['transport']
  readonly kind: Provider['authentication']['kind']
  readonly username: string
  readonly password: string
  readonly addresses: string
  readonly outboundFormat: Provider['outboundFormat']
  /** '': as is usual for its authentication. */
  readonly profile: NonNullable<Provider['profile']> | ''
  /** '': none is chosen yet. */
  readonly siteId: string
  readonly alsoServes: readonly string[]
}

export const NEW_PROVIDER: ProviderValues = {
  ...{ name: '', host: '', port: '', transport: 'UDP', kind: 'registration', username: '', password: '', addresses: '' },
  ...{ outboundFormat: 'e164', profile: '', siteId: '', alsoServes: [] },
}

export function valuesOf({ authentication, port, profile, alsoServes, ...provider }: Provider): ProviderValues {
  const { name, host, transport, outboundFormat, siteId } = provider
  return {
    ...NEW_PROVIDER,
    ...{ name, host, port: port ?? '', transport, outboundFormat, profile: profile ?? '', siteId, alsoServes, kind: authentication.kind },
    ...(authentication.kind === 'registration'
      ? { username: authentication.username }
      : { addresses: authentication.addresses.join(', ') }),
  }
}

/** The provider that the form describes, but for its authentication. */
export function fieldsOf(values: ProviderValues): Omit<NewProvider, 'authentication' | 'tenantId'> {
  const { name, host, port, transport, outboundFormat, profile, siteId, alsoServes } = values
  return {
    ...{ name: name.trim(), host: host.trim(), port: port === '' ? null : port, transport, outboundFormat, siteId },
    ...{ profile: profile === '' ? null : profile, alsoServes: alsoServes.filter((id) => id !== siteId) },
  }
}

/** How it signs in; undefined where the password is left out, so that what the server has stays. */
export function authenticationOf({ kind, username, password, addresses }: ProviderValues): NewProvider['authentication'] | undefined {
  if (kind === 'fixed-ip') return { kind, addresses: addressesOf(addresses) }
  return password === '' ? undefined : { kind, username: username.trim(), password }
}

export function addressesOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((address) => address !== '')
}
