import { ActionIcon, Badge, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core'
import { ArrowRightLeft, Grid3x3, Mic, MicOff, Pause, Phone, PhoneOff, Play } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { durationText } from '../../shared/formats.ts'
import { useTexts } from '../../shared/language.tsx'
import { DialPad } from './dial-pad.tsx'
import type { CallView } from './engine/phone-view.ts'
import type { Telephone } from './engine/telephone.ts'
import { webPhoneTexts } from './texts.ts'

interface CallCardProps {
  readonly phone: Telephone
  readonly call: CallView
  /** All others: who can be connected with this one. */
  readonly others: readonly CallView[]
}

/** A call with all that can be done with it. */
export function CallCard({ phone, call, others }: CallCardProps) {
  const texts = useTexts(webPhoneTexts)
  const [open, setOpen] = useState<'keys' | 'transfer'>()
  const isTalking = call.state === 'talking'
  return (
    <Paper withBorder p="md" component="section" aria-label={partyOf(call, texts.unknown)}>
      <Stack gap="sm">
        <CallHeading call={call} />
        <Group gap="xs">
          {call.direction === 'incoming' && call.state === 'ringing' ? <AnswerButtons phone={phone} call={call} /> : null}
          {isTalking ? <TalkButtons phone={phone} call={call} open={open} setOpen={setOpen} /> : null}
          {call.direction === 'outgoing' || isTalking ? (
            <Button color="red" leftSection={<PhoneOff size={16} aria-hidden />} onClick={() => phone.hangUp(call.id)}>
              {texts.hangUp}
            </Button>
          ) : null}
        </Group>
        {isTalking && open === 'keys' ? <DialPad label={texts.keys} press={(key) => phone.press(call.id, key)} /> : null}
        {isTalking && open === 'transfer' ? <TransferForm phone={phone} call={call} others={others} /> : null}
      </Stack>
    </Paper>
  )
}

/** The name, else the number, of the other side. */
export function partyOf({ name, number }: CallView, unknown: string): string {
  return name ?? (number === '' || number === 'anonymous' ? unknown : readableNumbers(number))
}

export function CallHeading({ call }: { readonly call: CallView }) {
  const texts = useTexts(webPhoneTexts)
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text fw={600} size="lg" style={{ overflowWrap: 'anywhere' }}>
          {partyOf(call, texts.unknown)}
        </Text>
        {call.name === undefined ? null : <Text c="dimmed">{readableNumbers(call.number)}</Text>}
      </div>
      <Stack gap={4} align="flex-end">
        <Badge variant="dot" color={call.isHeld || call.isHeldByOther ? 'yellow' : 'klinke'}>
          {stateOf(call, texts)}
        </Badge>
        {call.answeredAtMs === undefined ? null : <Elapsed sinceMs={call.answeredAtMs} />}
      </Stack>
    </Group>
  )
}

function stateOf(
  call: CallView,
  texts: Readonly<Record<'held' | 'heldByOther' | 'incoming' | 'calling' | 'ringing' | 'talking' | 'joined', string>>,
): string {
  if (call.isHeld) return texts.held
  if (call.isJoined) return texts.joined
  if (call.isHeldByOther) return texts.heldByOther
  return call.direction === 'incoming' && call.state === 'ringing' ? texts.incoming : texts[call.state]
}

const TICK_MS = 1_000

function Elapsed({ sinceMs }: { readonly sinceMs: number }) {
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return <Text size="sm">{durationText((nowMs - sinceMs) / 1_000)}</Text>
}

export function AnswerButtons({ phone, call }: { readonly phone: Telephone; readonly call: CallView }) {
  const texts = useTexts(webPhoneTexts)
  return (
    <>
      <Button color="green" leftSection={<Phone size={16} aria-hidden />} onClick={() => void phone.answer(call.id)}>
        {texts.accept}
      </Button>
      <Button color="red" leftSection={<PhoneOff size={16} aria-hidden />} onClick={() => phone.hangUp(call.id)}>
        {texts.reject}
      </Button>
    </>
  )
}

interface TalkButtonsProps {
  readonly phone: Telephone
  readonly call: CallView
  readonly open: 'keys' | 'transfer' | undefined
  readonly setOpen: (open: 'keys' | 'transfer' | undefined) => void
}

function TalkButtons({ phone, call: { id, isHeld, isMuted, isBusy }, open, setOpen }: TalkButtonsProps) {
  const texts = useTexts(webPhoneTexts)
  const toggle = (which: 'keys' | 'transfer') => () => setOpen(open === which ? undefined : which)
  return (
    <>
      <ActionIcon
        {...{ size: 'lg', variant: 'default', loading: isBusy }}
        aria-label={isHeld ? texts.resume : texts.hold}
        title={isHeld ? texts.resume : texts.hold}
        onClick={() => void (isHeld ? phone.resume(id) : phone.hold(id))}
      >
        {isHeld ? <Play size={18} aria-hidden /> : <Pause size={18} aria-hidden />}
      </ActionIcon>
      {phone.isHere ? <MuteButton phone={phone} id={id} isMuted={isMuted} /> : null}
      <ActionIcon
        {...{ size: 'lg', variant: open === 'keys' ? 'filled' : 'default' }}
        {...{ 'aria-label': texts.keys, title: texts.keys, 'aria-expanded': open === 'keys' }}
        onClick={toggle('keys')}
      >
        <Grid3x3 size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...{ size: 'lg', variant: open === 'transfer' ? 'filled' : 'default' }}
        {...{ 'aria-label': texts.transfer, title: texts.transfer, 'aria-expanded': open === 'transfer' }}
        onClick={toggle('transfer')}
      >
        <ArrowRightLeft size={18} aria-hidden />
      </ActionIcon>
    </>
  )
}

function MuteButton({ phone, id, isMuted }: { readonly phone: Telephone } & Pick<CallView, 'id' | 'isMuted'>) {
  const texts = useTexts(webPhoneTexts)
  const label = isMuted ? texts.unmute : texts.mute
  return (
    <ActionIcon
      {...{ size: 'lg', variant: isMuted ? 'filled' : 'default', 'aria-label': label, title: label }}
      onClick={() => phone.mute(id, !isMuted)}
    >
      {isMuted ? <MicOff size={18} aria-hidden /> : <Mic size={18} aria-hidden />}
    </ActionIcon>
  )
}

/** Blind to a number, after asking there, or to the party of another call. */
function TransferForm({ phone, call, others }: CallCardProps) {
  const texts = useTexts(webPhoneTexts)
  const [number, setNumber] = useState('')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    phone.transfer(call.id, number)
  }
  return (
    <form onSubmit={send}>
      <Stack gap="xs">
        {others
          .filter(({ state }) => state === 'talking')
          .map((other) => (
            <Group gap="xs" key={other.id}>
              <Button onClick={() => phone.connect(call.id, other.id)}>{texts.connect(partyOf(other, texts.unknown))}</Button>
              {phone.conference === undefined || (call.isJoined && other.isJoined) ? null : (
                <Button variant="default" onClick={() => phone.conference?.(call.id, other.id)}>
                  {texts.conference(partyOf(other, texts.unknown))}
                </Button>
              )}
            </Group>
          ))}
        <TextInput
          {...{ type: 'tel', label: texts.transferTo, value: number, autoComplete: 'off' }}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" variant="default">
            {texts.transferNow}
          </Button>
          <Button variant="default" onClick={() => void phone.consult(call.id, number)}>
            {texts.consult}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
