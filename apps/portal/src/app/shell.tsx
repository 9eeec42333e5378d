import { AppShell } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, useCallback, useEffect } from 'react'
import { useLocation } from 'wouter'
import { LiveProvider } from '../api/events/live.tsx'
import { WebPhoneProvider } from '../areas/web-phone/phone-context.tsx'
import { CustomerProvider, useCustomerChoice } from '../session/customer.tsx'
import { PhoneExtensionProvider } from '../session/phone-extension.tsx'
import { useSessionDoor } from '../session/session-context.tsx'
import { useTexts } from '../shared/language.tsx'
import { appTexts } from './app-texts.ts'
import { Header } from './header.tsx'
import { Navigation } from './navigation.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { Pages } from './pages.tsx'

const HEADER_PX = 56
const NAVIGATION_PX = 240

/** Header, navigation and the page: all that somebody sees who is signed in. */
export function Shell() {
  const [isOpen, { toggle, close }] = useDisclosure()
  const texts = useTexts(appTexts)
  const [path] = useLocation()
  // On a phone the menu covers the page: whoever has chosen wants to see it.
  useEffect(() => {
    if (path !== '') close()
  }, [path, close])
  return (
    <CustomerProvider>
      <LivePages>
        <PhoneExtensionProvider>
          <WebPhoneProvider>
            <a href="#content" className="skip-link">
              {texts.skip}
            </a>
            <AppShell
              header={{ height: HEADER_PX }}
              navbar={{ width: NAVIGATION_PX, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
              padding={{ base: 'sm', sm: 'lg' }}
            >
              <AppShell.Header>
                <Header isMenuOpen={isOpen} toggleMenu={toggle} />
              </AppShell.Header>
              <AppShell.Navbar p="xs" aria-label={texts.navigation} style={{ overflowY: 'auto' }}>
                <Navigation />
              </AppShell.Navbar>
              <AppShell.Main id="content" tabIndex={-1}>
                <OfflineBanner />
                <Pages />
              </AppShell.Main>
            </AppShell>
          </WebPhoneProvider>
        </PhoneExtensionProvider>
      </LivePages>
    </CustomerProvider>
  )
}

/** Events of the customer one works for; a session that ends elsewhere leads to the door. */
function LivePages({ children }: { readonly children: ReactNode }) {
  const { tenantId } = useCustomerChoice()
  const { look } = useSessionDoor()
  const ended = useCallback(() => void look(), [look])
  return (
    <LiveProvider tenantId={tenantId} ended={ended}>
      {children}
    </LiveProvider>
  )
}
