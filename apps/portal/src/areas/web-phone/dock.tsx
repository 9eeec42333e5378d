import { Affix, Button, Group, Paper, Stack } from '@mantine/core'
import { PhoneOff } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useTexts } from '../../shared/language.tsx'
import { AnswerButtons, CallHeading } from './call-card.tsx'
import { useCallNotifications } from './call-notifications.ts'
import type { Telephone } from './engine/telephone.ts'
import { usePhoneView } from './phone-context.tsx'
import { webPhoneTexts } from './texts.ts'

/** The calls, at the edge of every page but the telephone's own. */
export default function Dock({ phone }: { readonly phone: Telephone }) {
  const texts = useTexts(webPhoneTexts)
  const { calls } = usePhoneView(phone)
  const [path] = useLocation()
  useCallNotifications(phone, calls)
  if (calls.length === 0 || path.startsWith('/phone')) return null
  return (
    <Affix position={{ bottom: 16, right: 16 }}>
      <Stack gap="xs" component="section" aria-label={texts.calls}>
        {calls.map((call) => (
          <Paper key={call.id} withBorder shadow="md" p="sm" w={320} maw="calc(100vw - 32px)">
            <Stack gap="xs">
              <CallHeading call={call} />
              <Group gap="xs">
                {call.direction === 'incoming' && call.state === 'ringing' ? (
                  <AnswerButtons phone={phone} call={call} />
                ) : (
                  <Button color="red" leftSection={<PhoneOff size={16} aria-hidden />} onClick={() => phone.hangUp(call.id)}>
                    {texts.hangUp}
                  </Button>
                )}
                <Button variant="default" component={Link} href="/phone">
                  {texts.toPhone}
                </Button>
              </Group>
            </Stack>
          </Paper>
        ))}
      </Stack>
    </Affix>
  )
}
