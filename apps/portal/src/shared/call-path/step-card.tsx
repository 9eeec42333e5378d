import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { ArrowRight, BellOff, CircleX, type LucideIcon, Phone, PhoneForwarded, PhoneOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { callSettingsTexts } from '../call-settings/call-settings-texts.ts'
import type { ForwardWhen, Part } from '../call-settings/settings.ts'
import { readableNumbers } from '../destinations/readable-numbers.ts'
import { useLanguage, useTexts } from '../language.tsx'
import classes from './call-path.module.css'
import { callPathTexts } from './call-path-texts.ts'
import { partyName, type Rings, type RungParty, type Step } from './path.ts'
import { placeIn } from './path-words.ts'

export interface PictureProps {
  readonly steps: readonly Step[]
  /** Whose settings can be changed here. */
  readonly extensionId: string
  /** Absent: only looked at. */
  readonly change?: ((part: Part) => void) | undefined
}

/** A step and all that comes after it, as lists in lists. */
export function Steps({ at, ...picture }: PictureProps & { readonly at: number }) {
  const step = picture.steps[at]
  if (step === undefined) return null
  return (
    <>
      <li className={classes.step}>
        <StepCard step={step} {...picture} />
        {step.kind === 'rings' ? <Branches step={step} {...picture} /> : null}
      </li>
      {'next' in step ? <Steps at={step.next} {...picture} /> : null}
    </>
  )
}

function Branches({ step, ...picture }: PictureProps & { readonly step: Rings }) {
  const texts = useTexts(callPathTexts)
  const branches = [
    { when: 'no-answer', name: texts.ifUnanswered, at: step.whenUnanswered },
    { when: 'busy', name: texts.ifBusy, at: step.whenBusy },
  ] as const
  return (
    <div className={classes.branches}>
      {branches.map(({ when, name, at }) => (
        <section key={when} className={classes.branch} aria-label={`${step.by.number}: ${name}`}>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <ol className={classes.steps}>
            <Steps at={at} {...picture} />
          </ol>
          {picture.steps[at]?.kind === 'ends' ? <Forward step={step} when={when} name={name} {...picture} /> : null}
        </section>
      ))}
    </div>
  )
}

type ForwardProps = PictureProps & { readonly step: Rings; readonly when: ForwardWhen; readonly name: string }

/** Where nothing is forwarded yet. */
function Forward({ step, when, name, extensionId, change }: ForwardProps) {
  const texts = useTexts(callPathTexts)
  if (change === undefined || step.by.extensionId !== extensionId) return null
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${texts.setForwarding} ${name}`}
      onClick={() => change({ kind: 'forwarding', when })}
    >
      {texts.setForwarding}
    </Button>
  )
}

function StepCard({ step, extensionId, change }: PictureProps & { readonly step: Step }) {
  const texts = useTexts(callPathTexts)
  const { icon: Icon, title, detail } = useShown(step)
  const part = partOf(step)
  const canChange = change !== undefined && part !== undefined && 'by' in step && step.by.extensionId === extensionId
  return (
    <Paper withBorder p="xs" className={classes.card} data-kind={step.kind}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Icon size={18} aria-hidden />
        <Stack gap={0} flex={1}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          {detail}
        </Stack>
        {canChange ? (
          <Button size="compact-sm" variant="subtle" aria-label={`${texts.change}: ${title}`} onClick={() => change(part)}>
            {texts.change}
          </Button>
        ) : null}
      </Group>
    </Paper>
  )
}

function partOf(step: Step): Part | undefined {
  switch (step.kind) {
    case 'rings':
      return { kind: 'ringing' }
    case 'busy':
    case 'rejected':
      return { kind: 'availability' }
    case 'unreachable':
      return { kind: 'forwarding', when: 'not-registered' }
    case 'forwarded':
    case 'not-forwarded':
      return step.when === 'logged-off' ? undefined : { kind: 'forwarding', when: step.when }
    default:
      return undefined
  }
}

interface Shown {
  readonly icon: LucideIcon
  readonly title: string
  readonly detail?: ReactNode
}

function useShown(step: Step): Shown {
  const texts = useTexts(callPathTexts)
  const settings = useTexts(callSettingsTexts)
  const { language } = useLanguage()
  const when = (word: ForwardWhen | 'logged-off'): string => (word === 'logged-off' ? texts[word] : settings[word])
  const line = (words: string): ReactNode => <Text size="sm">{words}</Text>
  switch (step.kind) {
    case 'rings':
      return { icon: Phone, title: texts.ringing(step.seconds), detail: <Ringing step={step} /> }
    case 'secretaries':
      return { icon: Phone, title: texts.secretariat, detail: line(step.parties.map(partyName).join(', ')) }
    case 'forwarded':
      return { icon: PhoneForwarded, title: texts.forwarded(when(step.when)), detail: line(`${step.by.number} ${step.by.name}`) }
    case 'not-forwarded':
      return { icon: CircleX, title: texts.notForwarded(when(step.when)), detail: line(texts.loop) }
    case 'busy':
      return { icon: BellOff, title: busyTitle(texts)[step.why] }
    case 'unreachable':
      return { icon: PhoneOff, title: texts.noPhone, detail: line(`${step.by.number} ${step.by.name}`) }
    case 'rejected':
      return { icon: CircleX, title: texts.isRejected, detail: line(texts[step.why]) }
    case 'led':
      return { icon: ArrowRight, title: placeIn(step.to, step.name, step.number, language) }
    case 'ends':
      return { icon: PhoneOff, title: endTitle(texts)[step.as] }
  }
}

type PathTexts = { readonly [Key in keyof typeof callPathTexts]: (typeof callPathTexts)[Key]['de'] }

function busyTitle({ dndOn, blocked, noWaiting, full }: Pick<PathTexts, 'dndOn' | 'blocked' | 'noWaiting' | 'full'>) {
  return { 'do-not-disturb': dndOn, 'ring-block': blocked, 'no-call-waiting': noWaiting, 'too-many-calls': full }
}

function endTitle(texts: Pick<PathTexts, 'hearsBusy' | 'callEnds' | 'hearsUnreachable' | 'isDeclined'>) {
  const { hearsBusy, callEnds, hearsUnreachable, isDeclined } = texts
  return { busy: hearsBusy, 'no-answer': callEnds, unreachable: hearsUnreachable, declined: isDeclined }
}

/** Who rings together, and who after them. */
function Ringing({ step: { by, devices, parties, follow } }: { readonly step: Rings }) {
  const texts = useTexts(callPathTexts)
  const said = (party: RungParty): string =>
    party.kind === 'external' && party.confirm ? `${readableNumbers(party.number)} (${texts.withKey})` : partyName(party)
  const lines = [
    ...(devices > 0 ? [texts.phonesOf(devices, `${by.number} ${by.name}`)] : []),
    ...parties.filter((party) => party.kind === 'external' || party.devices > 0).map(said),
    ...follow.map(({ party, seconds }) => texts.next(said(party), seconds)),
  ]
  return lines.map((words) => (
    <Text key={words} size="sm">
      {words}
    </Text>
  ))
}
