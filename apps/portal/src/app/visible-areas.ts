import { type Area, NAVIGATION_GROUPS, type NavigationGroup } from '../areas/area.ts'
import * as registered from '../areas/index.ts'
import { administers, type Session } from '../session/session.ts'

/** The areas that somebody may open, in the order of the navigation. */
export function visibleAreas(session: Session): readonly Area[] {
  return Object.values(registered)
    .filter((area) => area.visibleTo(session))
    .map((area) => (area.ownForUsers === true && !administers(session) ? { ...area, group: 'own' as const } : area))
    .sort((a, b) => groupPlace(a.group) - groupPlace(b.group) || a.order - b.order)
}

/** Begins to load the pages of this address, while the server is still asked who is there. */
export function preloadFor(address: string): void {
  const here = Object.values(registered).filter(({ path }) =>
    path === '/' ? address === '/' : address === path || address.startsWith(`${path}/`),
  )
  for (const area of here) area.preload()
}

function groupPlace(group: NavigationGroup): number {
  return NAVIGATION_GROUPS.indexOf(group)
}
