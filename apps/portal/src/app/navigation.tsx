import { NavLink, Text } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { type Area, NAVIGATION_GROUPS } from '../areas/area.ts'
import { useSession } from '../session/session-context.tsx'
import { useLanguage, useTexts } from '../shared/language.tsx'
import { appTexts } from './app-texts.ts'
import { visibleAreas } from './visible-areas.ts'

/** The ways to all areas that one may open. */
export function Navigation() {
  const session = useSession()
  const texts = useTexts(appTexts)
  const areas = visibleAreas(session)
  return NAVIGATION_GROUPS.map((group) => {
    const here = areas.filter((area) => area.group === group)
    if (here.length === 0) return null
    return (
      <section key={group} aria-labelledby={`navigation-${group}`}>
        <Text id={`navigation-${group}`} size="xs" c="dimmed" fw={600} px="sm" pt="xs">
          {texts[group]}
        </Text>
        {here.map((area) => (
          <Way key={area.path} area={area} />
        ))}
      </section>
    )
  })
}

function Way({ area: { path, title, icon: Icon } }: { readonly area: Area }) {
  const { language } = useLanguage()
  const [location] = useLocation()
  const isHere = path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`)
  return (
    <NavLink
      component={Link}
      href={path}
      label={title[language]}
      leftSection={<Icon size={18} aria-hidden />}
      active={isHere}
      aria-current={isHere ? 'page' : undefined}
      variant="filled"
      // Close together beside a page, so that all are in sight; a thumb needs more.
      py={{ base: 'xs', sm: 4 }}
    />
  )
}
