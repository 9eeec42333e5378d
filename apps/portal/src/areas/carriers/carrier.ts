import type { Answer, Body } from '../../api/operation.ts'

export type Carrier = Answer<'GET /carriers/{carrierId}'>
export type NewCarrier = Body<'POST /carriers'>

/** What stands in the form. */
export interface CarrierValues {
  readonly name: string
  readonly host: string
  readonly port: number | ''
  readonly transport: Carrier['transport']
  readonly kind: Carrier['authentication']['kind']
  readonly username: string
  readonly password: string
  readonly addresses: string
  readonly outboundFormat: Carrier['outboundFormat']
  readonly priority: number
  readonly srtp: Carrier['srtp']
  /** '': as is usual for its authentication. */
  readonly profile: NonNullable<Carrier['profile']> | ''
  readonly share: number
  /** '': nobody has said. */
  readonly channels: number | ''
  readonly emergencyLocation: Carrier['emergencyLocation']
  readonly foreign: boolean
}

export const NEW_CARRIER: CarrierValues = {
  ...{ name: '', host: '', port: '', transport: 'UDP', kind: 'registration', username: '', password: '', addresses: '' },
  ...{
    outboundFormat: 'e164',
    priority: 100,
    srtp: 'none',
    profile: '',
    share: 100,
    channels: '',
    emergencyLocation: 'none',
    foreign: false,
  },
}

export function valuesOf({
  name,
  host,
  port,
  transport,
  authentication,
  outboundFormat,
  priority,
  srtp,
  profile,
  share,
  channels,
  emergencyLocation,
  foreign,
}: Carrier): CarrierValues {
  return {
    ...NEW_CARRIER,
    ...{ name, host, port: port ?? '', transport, kind: authentication.kind, outboundFormat, priority, srtp },
    ...{ profile: profile ?? '', share, channels: channels ?? '', emergencyLocation, foreign },
    ...(authentication.kind === 'registration'
      ? { username: authentication.username }
      : { addresses: authentication.addresses.join(', ') }),
  }
}

/** The carrier that the form describes, but for its authentication. */
export function fieldsOf({
  name,
  host,
  port,
  transport,
  outboundFormat,
  priority,
  srtp,
  profile,
  share,
  channels,
  emergencyLocation,
  foreign,
}: CarrierValues): Omit<NewCarrier, 'authentication'> {
  const kept = { transport, outboundFormat, priority, srtp, share, emergencyLocation, foreign }
  const place = { name: name.trim(), host: host.trim(), port: port === '' ? null : port }
  return { ...kept, ...place, profile: profile === '' ? null : profile, channels: channels === '' ? null : channels }
}

/** How it signs in; undefined where the password is left out, so that what the server has stays. */
export function authenticationOf({ kind, username, password, addresses }: CarrierValues): NewCarrier['authentication'] | undefined {
  if (kind === 'fixed-ip') return { kind, addresses: addressesOf(addresses) }
  return password === '' ? undefined : { kind, username: username.trim(), password }
}

export function addressesOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((address) => address !== '')
}
