import type { Answer } from '../api/operation.ts'

/** Who is signed in, for whom, and what is open. The server decides again with each request. */
export type Session = Answer<'GET /me'>

/** What rights are given for, as the server names it. */
export type RightsArea = keyof Session['rights']

/** May see customers' things at all: all but a user, who sees the own extension only. */
export function administers({ kind }: Session): boolean {
  return kind !== 'user'
}

/** May see what belongs to this area of rights. */
export function mayUse({ rights }: Session, area: RightsArea): boolean {
  return rights[area] !== undefined
}

/** May also change it: without, pages show no buttons that do. */
export function mayChange({ rights }: Session, area: RightsArea): boolean {
  return rights[area] === 'write'
}

/** Sees several customers, and chooses one to work for. */
export function hasCustomers({ kind }: Session): boolean {
  return kind === 'operator' || kind === 'reseller'
}
