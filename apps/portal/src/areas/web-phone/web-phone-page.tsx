import { Alert, Badge, Button, Group, SimpleGrid, Stack, Switch } from '@mantine/core'
import { Phone } from 'lucide-react'
import { Link, useSearch } from 'wouter'
import { usePhoneExtension } from '../../session/phone-extension.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { CallCard } from './call-card.tsx'
import { askForNotifications } from './call-notifications.ts'
import { Colleagues } from './colleagues.tsx'
import { Devices } from './devices.tsx'
import { Dialler } from './dialler.tsx'
import type { Telephone as AnyTelephone } from './engine/telephone.ts'
import { ExtensionChoice } from './extension-choice.tsx'
import { HelpElsewhere } from './help-elsewhere.tsx'
import { MessageLamp } from './message-lamp.tsx'
import { usePhoneDesk, usePhoneView } from './phone-context.tsx'
import { webPhoneTexts } from './texts.ts'

/** The telephone of this browser. */
export default function WebPhonePage() {
  const { extension, mayChoose } = usePhoneExtension()
  return extension === null && !mayChoose ? <NoExtension /> : <OwnTelephone />
}

/** An administrator's login has none, and without the right to change extensions takes none. */
function NoExtension() {
  const texts = useTexts(webPhoneTexts)
  const action = (
    <Button component={Link} href="/extensions">
      {texts.toExtensions}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about}>
      <EmptyState icon={Phone} title={texts.noExtension} text={texts.noExtensionText} action={action} />
    </Page>
  )
}

function OwnTelephone() {
  const texts = useTexts(webPhoneTexts)
  const { extension, mayChoose } = usePhoneExtension()
  const { phone, trouble, settings, change } = usePhoneDesk()
  const given = new URLSearchParams(useSearch()).get('dial') ?? ''
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
    <Page title={texts.title} about={texts.about} actions={settings.isOn && extension !== null ? switchOff : null}>
      {mayChoose ? <ExtensionChoice given={given} /> : null}
      {extension === null ? null : (
        <>
          <Switch
            {...{ label: texts.drivesDesk, description: texts.drivesDeskAbout, checked: settings.isDesk, mb: 'md' }}
            onChange={({ currentTarget }) => change({ isDesk: currentTarget.checked })}
          />
          {trouble === undefined ? null : <Trouble error={trouble} />}
          {settings.isOn ? null : <SwitchedOff on={switchOn} />}
          {settings.isOn && phone === undefined && trouble === undefined ? <Badge role="status">{texts.connecting}</Badge> : null}
          {phone === undefined ? null : <Telephone phone={phone} given={given} />}
        </>
      )}
    </Page>
  )
}

function SwitchedOff({ on }: { readonly on: () => void }) {
  const texts = useTexts(webPhoneTexts)
  return <EmptyState icon={Phone} title={texts.offTitle} text={texts.offText} action={<Button onClick={on}>{texts.switchOn}</Button>} />
}

function Telephone({ phone, given }: { readonly phone: AnyTelephone; readonly given: string }) {
  const texts = useTexts(webPhoneTexts)
  const { connection, calls, ending } = usePhoneView(phone)
  return (
    <Stack>
      <Group gap="xs">
        <div role="status">
          <Badge color={connection === 'ready' ? 'green' : 'yellow'} variant="dot" size="lg" tt="none" maw="100%">
            {texts[connection]}
          </Badge>
        </div>
        <MessageLamp />
      </Group>
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
          <HelpElsewhere place={phone.place} />
          <Dialler phone={phone} given={given} key={given} />
        </Stack>
        <Stack>
          <Colleagues phone={phone} />
          {phone.isHere ? <Devices /> : null}
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
