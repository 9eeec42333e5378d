import { Paper, Stack, Text, Timeline } from '@mantine/core'
import { CornerDownRight, Hash, PhoneIncoming, PhoneOff, Target } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import type { Destination } from '../../shared/destinations/destination.ts'
import { DestinationName } from '../../shared/destinations/destination-name.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { useTexts } from '../../shared/language.tsx'
import { numberTexts } from './texts.ts'

interface CallPictureProps {
  readonly e164: string
  readonly destination: Destination | null
}

/** What happens to a call to a number, from above to below: the caller, the number, where it rings, and where it goes on from there. */
export function CallPicture({ e164, destination }: CallPictureProps) {
  const texts = useTexts(numberTexts)
  return (
    <Paper withBorder p="md" maw={760} component="section" aria-label={texts.what}>
      <Stack gap="sm">
        <Timeline bulletSize={28} lineWidth={2} active={9}>
          <Timeline.Item bullet={<PhoneIncoming size={14} aria-hidden />} title={texts.somebody} />
          <Timeline.Item bullet={<Hash size={14} aria-hidden />} title={readableNumbers(e164)} />
          {destination === null ? (
            <Timeline.Item bullet={<PhoneOff size={14} aria-hidden />} title={texts.nowhere}>
              <Text size="sm">{texts.refused}</Text>
            </Timeline.Item>
          ) : (
            <Timeline.Item bullet={<Target size={14} aria-hidden />} title={<DestinationName destination={destination} />}>
              <Onward destination={destination} />
            </Timeline.Item>
          )}
        </Timeline>
        {destination === null ? <Text size="sm">{texts.isNowhere}</Text> : null}
      </Stack>
    </Paper>
  )
}

/** Where the destination itself leads on. */
function Onward({ destination }: { readonly destination: Destination }) {
  switch (destination.kind) {
    case 'group':
      return <OnwardOfGroup teamId={destination.targetId} />
    case 'queue':
      return <OnwardOfQueue teamId={destination.targetId} />
    case 'extension':
      return <OnwardOfExtension extensionId={destination.targetId} />
    default:
      return null
  }
}

function OnwardOfGroup({ teamId }: { readonly teamId: string }) {
  const texts = useTexts(numberTexts)
  const { data } = useAnswer('GET /ring-groups/{teamId}', [{ path: { teamId } }])
  return (
    <>
      <Else when={texts.nobody} to={data?.settings.overflow} />
      <Else when={texts.full} to={data?.settings.whenFull} />
    </>
  )
}

function OnwardOfQueue({ teamId }: { readonly teamId: string }) {
  const texts = useTexts(numberTexts)
  const { data } = useAnswer('GET /queues/{teamId}', [{ path: { teamId } }])
  return (
    <>
      <Else when={texts.closed} to={data?.settings.whenClosed} />
      <Else when={texts.noAgent} to={data?.settings.whenNoAgent} />
      <Else when={texts.full} to={data?.settings.whenFull} />
      <Else when={texts.tooLong} to={data?.settings.afterMaxWait} />
    </>
  )
}

function OnwardOfExtension({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(numberTexts)
  const { data } = useAnswer('GET /extensions/{extensionId}/call-settings', [{ path: { extensionId } }])
  const when = {
    always: texts.forwardedAlways,
    busy: texts.forwardedBusy,
    'no-answer': texts.nobody,
    'not-registered': texts.forwardedAway,
  }
  const active = (data?.forwardings ?? []).filter((forwarding) => forwarding.active)
  return active.map((forwarding) => <Else key={JSON.stringify(forwarding)} when={when[forwarding.when]} to={forwarding.to} />)
}

function Else({ when, to }: { readonly when: string; readonly to: Destination | null | undefined }) {
  const texts = useTexts(numberTexts)
  if (to === null || to === undefined) return null
  return (
    <Text size="sm">
      <CornerDownRight size={14} aria-hidden /> {texts.otherwise(when)}: <DestinationName destination={to} />
    </Text>
  )
}
