import { type Area, NAVIGATION_GROUPS, type NavigationGroup } from '../areas/area.ts'
import * as registered from '../areas/index.ts'
import type { Session } from '../session/session.ts'

/** The areas that somebody may open, in the order of the navigation. */
export function visibleAreas(session: Session): readonly Area[] {
  return Object.values(registered)
    .filter((area) => area.visibleTo(session))
    .sort((a, b) => groupPlace(a.group) - groupPlace(b.group) || a.order - b.order)
}

function groupPlace(group: NavigationGroup): number {
  return NAVIGATION_GROUPS.indexOf(group)
}
