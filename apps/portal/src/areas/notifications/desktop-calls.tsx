import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { notificationTexts } from './texts.ts'

/** Whether this browser may show calls on the desktop; the telephone of the browser does. */
export function DesktopCalls() {
  const texts = useTexts(notificationTexts)
  const [permission, setPermission] = useState(permissionNow)
  const ask = (): void => void Notification.requestPermission().then(setPermission, () => setPermission(permissionNow()))
  return (
    <Section title={texts.desktop} about={texts.desktopAbout}>
      {permission === 'default' ? null : (
        <Text size="sm" role="status">
          {texts[permission]}
        </Text>
      )}
      <Group>
        {permission === 'default' ? <Button onClick={ask}>{texts.allow}</Button> : null}
        <Button component={Link} href="~/phone" variant="default">
          {texts.toPhone}
        </Button>
      </Group>
    </Section>
  )
}

function permissionNow(): NotificationPermission | 'unknown' {
  return 'Notification' in window ? Notification.permission : 'unknown'
}
