import { Alert, Badge, Button, SimpleGrid, Stack } from '@mantine/core'
import { Phone } from 'lucide-react'
import { useSearch } from 'wouter'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { CallCard } from './call-card.tsx'
import { askForNotifications } from './call-notifications.ts'
import { Colleagues } from './colleagues.tsx'
import { Devices } from './devices.tsx'
import { Dialler } from './dialler.tsx'
import type { WebPhone } from './engine/web-phone.ts'
import { usePhoneDesk, usePhoneView } from './phone-context.tsx'
import { webPhoneTexts } from './texts.ts'

/** The telephone of this browser. */
export default function WebPhonePage() {
  const texts = useTexts(webPhoneTexts)
  const { phone, trouble, settings, change } = usePhoneDesk()
  const switchOn = (): void => {
    askForNotifications()
    change({ isOn: true })
  }
  const switchOff = (
    <Button variant="default" onClick={() => change({ isOn: false })}>
      {texts.switchOff}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={settings.isOn ? switchOff : null}>
      {trouble === undefined ? null : <Trouble error={trouble} />}
      {settings.isOn ? null : <SwitchedOff on={switchOn} />}
      {settings.isOn && phone === undefined && trouble === undefined ? <Badge role="status">{texts.connecting}</Badge> : null}
      {phone === undefined ? null : <Telephone phone={phone} />}
    </Page>
  )
}

function SwitchedOff({ on }: { readonly on: () => void }) {
  const texts = useTexts(webPhoneTexts)
  return <EmptyState icon={Phone} title={texts.offTitle} text={texts.offText} action={<Button onClick={on}>{texts.switchOn}</Button>} />
}

function Telephone({ phone }: { readonly phone: WebPhone }) {
  const texts = useTexts(webPhoneTexts)
  const { connection, calls, ending } = usePhoneView(phone)
  const given = new URLSearchParams(useSearch()).get('dial') ?? ''
  return (
    <Stack>
      <div role="status">
        <Badge color={connection === 'ready' ? 'green' : 'yellow'} variant="dot" size="lg" tt="none" maw="100%">
          {texts[connection]}
        </Badge>
      </div>
      <div role="alert">
        {ending === undefined ? null : (
          <Alert color="yellow" variant="light">
            {texts[ending]}
          </Alert>
        )}
      </div>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Stack>
          {calls.map((call) => (
            <CallCard key={call.id} phone={phone} call={call} others={calls.filter(({ id }) => id !== call.id)} />
          ))}
          <Dialler phone={phone} given={given} key={given} />
        </Stack>
        <Stack>
          <Colleagues phone={phone} />
          <Devices />
          <TelephoneLinks />
        </Stack>
      </SimpleGrid>
    </Stack>
  )
}

/** The browser asks whether it may; then `tel:` links of every page lead here. */
function TelephoneLinks() {
  const texts = useTexts(webPhoneTexts)
  if (!('registerProtocolHandler' in navigator)) return null
  return (
    <Button variant="default" onClick={() => navigator.registerProtocolHandler('tel', `${location.origin}/phone?dial=%s`)}>
      {texts.takeLinks}
    </Button>
  )
}
