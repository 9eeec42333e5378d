/** What is measured, and shown on the status page. */
export const COMPONENTS = ['signalling', 'calls', 'media', 'portal', 'upstream'] as const
export type Component = (typeof COMPONENTS)[number]

/** Which part of the service a promise is about (SLA-01 [F]: the side of the internet, and that of the networks behind us). */
export const SIDES = ['all', 'internet', 'upstream'] as const
export type Side = (typeof SIDES)[number]

/** Whose outages count for a side. The portal is shown, but nobody is promised anything of it: calls go on without it. */
export const COMPONENTS_OF: Readonly<Record<Side, readonly Component[]>> = {
  all: ['signalling', 'calls', 'media', 'upstream'],
  internet: ['signalling', 'calls', 'media'],
  upstream: ['upstream'],
}
