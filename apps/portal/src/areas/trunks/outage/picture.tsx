import { Badge, Group, Paper, Stack, Text } from '@mantine/core'
import { type LucideIcon, Mail, Megaphone, Phone, PhoneForwarded, PhoneIncoming, PhoneOff, Server, ServerOff } from 'lucide-react'
import type { ReactNode } from 'react'
import classes from '../../../shared/call-path/call-path.module.css'
import { DestinationName } from '../../../shared/destinations/destination-name.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { Section } from '../../../shared/section.tsx'
import { type Continuity, type TrunkState, wayNow } from './outage.ts'
import { outageTexts } from './texts.ts'

interface PictureProps {
  /** Undefined: nothing is set. */
  readonly continuity: Continuity | undefined
  /** Undefined: it is read, or may not be seen. */
  readonly state: TrunkState | undefined
}

/** From the call to where it goes: to the PBX while it is there, and else where it is set. The way that calls take now is marked. */
export function Picture({ continuity, state }: PictureProps) {
  const texts = useTexts(outageTexts)
  const now = wayNow(continuity?.mode, state?.reachable)
  const isSwitched = continuity?.mode === 'always'
  return (
    <Section title={texts.picture}>
      <ol className={classes.steps} aria-label={texts.picture}>
        <li className={classes.step}>
          <Card icon={PhoneIncoming} title={texts.called} />
        </li>
        <li className={classes.step}>
          <PbxCard state={state} isSwitched={isSwitched} />
          <div className={classes.branches}>
            <Branch name={texts.ifThere} isNow={now === 'pbx'}>
              <Card icon={Phone} title={texts.rings} kind="rings" />
            </Branch>
            <Branch name={isSwitched ? texts.ifSwitched : texts.ifAway} isNow={now === 'instead' || now === 'fails'}>
              <Instead continuity={continuity} />
            </Branch>
          </div>
        </li>
      </ol>
    </Section>
  )
}

function PbxCard({ state, isSwitched }: Pick<PictureProps, 'state'> & { readonly isSwitched: boolean }) {
  const texts = useTexts(outageTexts)
  const detail = isSwitched ? texts.notAsked : state === undefined ? undefined : texts.callsNow(state.callsNow)
  if (state === undefined) return <Card icon={Server} title={texts.pbx} detail={detail} />
  return <Card icon={state.reachable ? Server : ServerOff} title={state.reachable ? texts.isThere : texts.isAway} detail={detail} />
}

function Branch({ name, isNow, children }: { readonly name: string; readonly isNow: boolean; readonly children: ReactNode }) {
  const texts = useTexts(outageTexts)
  return (
    <section className={classes.branch} aria-label={name} aria-current={isNow ? 'step' : undefined}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {isNow ? <Badge variant="default">{texts.soItIsNow}</Badge> : null}
      </Group>
      {children}
    </section>
  )
}

const ICONS: Readonly<Record<Continuity['destination']['kind'], LucideIcon>> = {
  external: PhoneForwarded,
  announcement: Megaphone,
  voicemail: Mail,
}

function Instead({ continuity }: Pick<PictureProps, 'continuity'>) {
  const texts = useTexts(outageTexts)
  if (continuity === undefined || continuity.mode === 'off')
    return <Card icon={PhoneOff} title={texts.fails} detail={texts.failsHow} kind="ends" />
  const { destination } = continuity
  return (
    <Card
      icon={ICONS[destination.kind]}
      title={texts[`to-${destination.kind}`]}
      detail={<DestinationName destination={destination} />}
      kind="led"
    />
  )
}

interface CardProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly detail?: ReactNode
  readonly kind?: 'rings' | 'led' | 'ends'
}

function Card({ icon: Icon, title, detail, kind }: CardProps) {
  return (
    <Paper withBorder p="xs" className={classes.card} data-kind={kind}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Icon size={18} aria-hidden />
        <Stack gap={0} flex={1}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          {detail === undefined ? null : (
            <Text size="sm" component="div">
              {detail}
            </Text>
          )}
        </Stack>
      </Group>
    </Paper>
  )
}
