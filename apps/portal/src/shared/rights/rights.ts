import type { Answer } from '../../api/operation.ts'
import type { RightsArea } from '../../session/session.ts'

/** Area to `read` or `write`; null: everything. */
export type Rights = Answer<'GET /logins/{loginId}'>['rights']
export type Act = 'none' | 'read' | 'write'

/** In the order of the navigation. */
export const RIGHTS_AREAS: readonly RightsArea[] = [
  ...(['extensions', 'numbers', 'routing', 'phone-books', 'live', 'reports'] as const),
  ...(['recordings', 'billing', 'settings', 'logins', 'audit'] as const),
]

export const ACTS: readonly Act[] = ['none', 'read', 'write']

/** The same rights with another act in one area; `none` takes the area away. */
export function withAct(rights: NonNullable<Rights>, area: RightsArea, act: Act): NonNullable<Rights> {
  const { [area]: _before, ...others } = rights
  return act === 'none' ? others : { ...others, [area]: act }
}
