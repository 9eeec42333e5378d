import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { type Porting, type PortingStep, REFRESHED } from './porting.ts'
import { portingTexts } from './texts.ts'

type Code = Answer<'GET /portings/{portingId}'>['rejections'][number]['code']
const CODES: readonly Code[] = ['RNG', 'ADF', 'AIF', 'WAI', 'KNI', 'VAE', 'SON']
/** Steps that need more than a press. */
const WITH_MORE: ReadonlySet<PortingStep> = new Set(['agree', 'postpone', 'reject', 'schedule'])

/** Steps that the operator can make now; of what the other carrier says they are for when it says so by another way. */
export function Steps({ porting }: { readonly porting: Porting }) {
  const texts = useTexts(portingTexts)
  const [open, setOpen] = useState<PortingStep>()
  const make = useStep(porting.id, () => setOpen(undefined))
  const { steps, direction } = porting
  if (steps.length === 0) return null
  return (
    <Section title={texts.next} about={texts[`next-${direction}`]}>
      <Group>
        {steps.map((step) => (
          <Button
            key={step}
            variant={step === 'cancel' || step === 'roll-back' ? 'light' : 'default'}
            {...(step === 'cancel' || step === 'roll-back' ? { color: 'red' } : {})}
            loading={make.isBusy}
            onClick={() => (WITH_MORE.has(step) ? setOpen(step) : void make.asked(step))}
          >
            {texts[`do-${step}`]}
          </Button>
        ))}
      </Group>
      {open === 'agree' || open === 'postpone' ? (
        <Day key={open} label={texts.agreedFor} send={(agreedFor) => make.run({ step: open, agreedFor })} />
      ) : null}
      {open === 'schedule' ? <Window day={porting.agreedFor ?? ''} send={(window) => make.run({ step: 'schedule', window })} /> : null}
      {open === 'reject' ? <Refusal send={(codes, remark) => make.run({ step: 'reject', codes: [...codes], remark })} /> : null}
    </Section>
  )
}

type Made = Parameters<ReturnType<typeof useStepChange>['mutateAsync']>[0][0]['body']

function useStepChange() {
  return useChange('POST /portings/{portingId}/steps', REFRESHED)
}

function useStep(portingId: string, close: () => void) {
  const texts = useTexts(portingTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const change = useStepChange()
  const run = (body: Made): void => {
    change.mutateAsync([{ path: { portingId }, body }]).then(() => {
      close()
      done(texts[`did-${body.step}`])
    }, failed)
  }
  const asked = async (step: PortingStep): Promise<void> => {
    if (step === 'agree' || step === 'postpone' || step === 'reject' || step === 'schedule') return
    const act = texts[`do-${step}`]
    if (await confirm({ title: `${act}?`, consequence: texts[`means-${step}`], act })) run({ step, remark: '' })
  }
  return { isBusy: change.isPending, run, asked }
}

function Day({ label, send }: { readonly label: string; readonly send: (day: string) => void }) {
  const texts = useTexts(portingTexts)
  const [day, setDay] = useState('')
  return (
    <Group align="flex-end">
      <TextInput label={label} type="date" value={day} onChange={(event) => setDay(event.currentTarget.value)} />
      <Button disabled={day === ''} onClick={() => send(day)}>
        {texts.send}
      </Button>
    </Group>
  )
}

/** Where the browser is; on the day that was agreed. */
function Window({ day, send }: { readonly day: string; readonly send: (window: { from: string; until: string }) => void }) {
  const texts = useTexts(portingTexts)
  const [from, setFrom] = useState('06:00')
  const [until, setUntil] = useState('08:00')
  const moment = (time: string): string => new Date(`${day}T${time}`).toISOString()
  return (
    <Group align="flex-end">
      <TextInput label={texts.windowFrom} type="time" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput label={texts.windowUntil} type="time" value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
      <Button disabled={from === '' || until === ''} onClick={() => send({ from: moment(from), until: moment(until) })}>
        {texts.send}
      </Button>
    </Group>
  )
}

function Refusal({ send }: { readonly send: (codes: readonly Code[], remark: string) => void }) {
  const texts = useTexts(portingTexts)
  const [codes, setCodes] = useState<readonly Code[]>([])
  const [remark, setRemark] = useState('')
  const choose = (chosen: readonly string[]): void => setCodes(CODES.filter((code) => chosen.includes(code)))
  return (
    <Stack gap="sm" maw={640}>
      <Checkbox.Group label={texts.reasons} value={[...codes]} onChange={choose}>
        <Stack gap="xs" mt="xs">
          {CODES.map((code) => (
            <Checkbox key={code} value={code} label={`${code}: ${texts[`code-${code}`]}`} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput label={texts.remark} maxLength={500} value={remark} onChange={(event) => setRemark(event.currentTarget.value)} />
      <Group>
        <Button disabled={codes.length === 0} onClick={() => send(codes, remark.trim())}>
          {texts.send}
        </Button>
      </Group>
    </Stack>
  )
}
