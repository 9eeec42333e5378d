import { z } from 'zod'

/** What rights are given for: each route belongs to one area (PORT-03). */
export const AREAS = [
  'extensions',
  'numbers',
  'routing',
  'recordings',
  'reports',
  'live',
  'phone-books',
  'billing',
  'settings',
  'logins',
  'audit',
] as const
export type Area = (typeof AREAS)[number]

/** What a login or key may do in which area; an area that is not named is closed. `write` includes `read`. */
export type Rights = Readonly<Partial<Record<Area, 'read' | 'write'>>>

export const rightsSchema = z
  .partialRecord(z.enum(AREAS), z.enum(['read', 'write']))
  .describe('Area to "read" or "write", which includes reading; an area that is not named is closed')

/** True when these rights let somebody read, or change, in the area. Absent rights open all areas; a route without area is for those only. */
export function mayIn(rights: Rights | undefined, area: Area | undefined, act: 'read' | 'write'): boolean {
  if (rights === undefined) return true
  if (area === undefined) return false
  return rights[area] === 'write' || rights[area] === act
}

/** What both open: absent rights open all areas. */
export function commonRights(one: Rights | undefined, other: Rights | undefined): Rights | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const open = AREAS.filter((area) => mayIn(one, area, 'read') && mayIn(other, area, 'read'))
  return Object.fromEntries(
    open.map((area) => [area, mayIn(one, area, 'write') && mayIn(other, area, 'write') ? 'write' : 'read'] as const),
  )
}

/** True when `given` opens nothing that `own` does not: nobody hands on more than he has. */
export function withinRights(given: Rights | undefined, own: Rights | undefined): boolean {
  if (own === undefined) return true
  if (given === undefined) return false
  return AREAS.every((area) => given[area] === undefined || mayIn(own, area, given[area]))
}
