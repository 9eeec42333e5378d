import type { LucideIcon } from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import { mayUse, type RightsArea, type Session } from '../session/session.ts'
import type { Bilingual } from '../shared/texts.ts'

/** The parts of the navigation, in this order. */
export const NAVIGATION_GROUPS = [
  'overview',
  'own',
  'operation',
  'telephony',
  'teamwork',
  'sounds',
  'calls',
  'billing',
  'settings',
] as const
export type NavigationGroup = (typeof NAVIGATION_GROUPS)[number]

/** A part of the portal: its pages, and the way to them. */
export interface Area {
  /** Where its pages are, such as `/extensions`; they see the rest of the path. */
  readonly path: string
  readonly title: Bilingual
  readonly icon: LucideIcon
  readonly group: NavigationGroup
  /** Place within its group; lower ones come first. */
  readonly order: number
  /** Users, who have the own extension only, find it there. */
  readonly ownForUsers?: boolean
  /** The right that changes what its pages show; who has it for reading sees them without buttons. */
  readonly rights?: RightsArea
  /** Who finds it in the navigation and may open it. The server decides for itself what anybody may do. */
  readonly visibleTo: (session: Session) => boolean
  /** Its things belong to one customer: an operator chooses one before. */
  readonly needsCustomer?: boolean
  /** Loaded when it is opened. */
  readonly pages: ComponentType
  /** Begins to load the pages before they are shown. */
  readonly preload: () => void
}

type Declared = Omit<Area, 'pages' | 'preload' | 'visibleTo' | 'rights'> & {
  readonly pages: () => Promise<{ readonly default: ComponentType }>
} & ({ readonly rights: RightsArea; readonly visibleTo?: Area['visibleTo'] } | { readonly visibleTo: Area['visibleTo'] })

/** Declares an area; `pages` is the module whose default export shows its pages. Whoever may read what `rights` says sees it, unless `visibleTo` says otherwise. */
export function defineArea(area: Declared): Area {
  const { pages } = area
  const visibleTo = 'rights' in area ? (session: Session) => mayUse(session, area.rights) : area.visibleTo
  return { visibleTo, ...area, pages: lazy(pages), preload: () => void pages().catch(ignoreUntilShown) }
}

/** The page itself asks again, and its failure is shown there. */
function ignoreUntilShown(): void {}
