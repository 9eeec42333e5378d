import type { Body } from '../../api/operation.ts'

type Forwarding = NonNullable<Body<'PATCH /extensions/{extensionId}/call-settings'>['forwardings']>[number]

/** Where calls are led, as everywhere in the API. */
export type Destination = Forwarding['to']
export type DestinationKind = Destination['kind']

/** In the order in which they are offered. */
export const DESTINATION_KINDS: readonly DestinationKind[] = [
  'extension',
  'external',
  'voicemail',
  'group',
  'queue',
  'flow',
  'conference',
  'announcement',
  'fax',
  'trunk',
  'operator',
  'hang-up',
]

/** Kinds that lead to a thing of the customer, which has an id. */
export type TargetKind = Extract<Destination, { readonly targetId: string }>['kind']

export function isTargetKind(kind: DestinationKind): kind is TargetKind {
  return kind !== 'external' && kind !== 'operator' && kind !== 'hang-up'
}
