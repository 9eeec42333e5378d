import { Badge, Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { localOf, momentOf } from '../../shared/local-moment.ts'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { serviceTexts } from '../../shared/service-levels/texts.ts'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { serviceStateTexts } from './texts.ts'

const SHOWN = 20
const REFRESHED = { refreshes: ['/service-outages', '/availability'] } as const
type Outage = Entry<'GET /service-outages'>

/** Outages as they were measured; the operator strikes or corrects them, with a reason. */
export function Outages() {
  const texts = useTexts(serviceStateTexts)
  const { data, error, refetch } = useAnswer('GET /service-outages', [{ query: { limit: SHOWN } }])
  return (
    <Section title={texts.outages} about={texts.outagesAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 ? <Text size="sm">{texts.noOutages}</Text> : null}
      <Stack gap="md">
        {data?.items.map((outage) => (
          <OneOutage key={outage.id} outage={outage} />
        ))}
      </Stack>
    </Section>
  )
}

function OneOutage({ outage }: { readonly outage: Outage }) {
  const texts = useTexts(serviceStateTexts)
  const service = useTexts(serviceTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const [isCorrecting, setCorrecting] = useState(false)
  const { component, beganAt, endedAt, detail, corrections } = outage
  const [last] = corrections
  const times = (from: string, until: string | null): string =>
    service.fromTo(format.dateTime(from), until === null ? texts.lasts : format.dateTime(until))
  return (
    <div>
      <Group gap="sm">
        <Text fw={600}>{service[component]}</Text>
        {last?.struck === true ? <Badge variant="default">{texts.struck}</Badge> : null}
        {last?.struck === false ? <Badge variant="default">{texts.corrected}</Badge> : null}
        {mayChange && endedAt !== null && !isCorrecting ? (
          <Button size="xs" variant="default" onClick={() => setCorrecting(true)}>
            {texts.correct}
          </Button>
        ) : null}
      </Group>
      <Text size="sm">
        {times(beganAt, endedAt)}
        {detail === '' ? '' : ` – ${detail}`}
      </Text>
      {corrections.map((said) => (
        <Text key={said.at} size="sm">
          {`${said.by}, ${format.dateTime(said.at)}: ${said.reason}${said.struck ? '' : ` (${times(said.beganAt, said.endedAt)})`}`}
        </Text>
      ))}
      {isCorrecting ? <Correction outage={outage} close={() => setCorrecting(false)} /> : null}
    </div>
  )
}

function Correction({ outage, close }: { readonly outage: Outage; readonly close: () => void }) {
  const texts = useTexts(serviceStateTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const correct = useChange('POST /service-outages/{outageId}/corrections', REFRESHED)
  const { beganAt, endedAt } = outage.corrections[0] ?? outage
  const form = useForm({
    initialValues: { struck: false, beganAt: localOf(beganAt), endedAt: localOf(endedAt), reason: '' },
    validate: { reason: (text) => (text.trim() === '' ? shared.required : null) },
  })
  const submit = useSubmit(form, async ({ struck, reason, ...typed }) => {
    // What nobody has touched keeps its seconds.
    const times = {
      ...(typed.beganAt !== localOf(beganAt) && { beganAt: momentOf(typed.beganAt) ?? beganAt }),
      ...(typed.endedAt !== localOf(endedAt) && { endedAt: momentOf(typed.endedAt) ?? endedAt ?? beganAt }),
    }
    await correct.mutateAsync([{ path: { outageId: outage.id }, body: { struck, reason: reason.trim(), ...(struck ? {} : times) } }])
    done(texts.correctionMade)
    close()
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm" maw={560}>
        <Checkbox label={texts.strike} {...form.getInputProps('struck', { type: 'checkbox' })} />
        {form.values.struck ? null : (
          <>
            <TextInput label={texts.beganAt} type="datetime-local" {...form.getInputProps('beganAt')} />
            <TextInput label={texts.endedAt} type="datetime-local" {...form.getInputProps('endedAt')} />
          </>
        )}
        <Textarea label={texts.reason} required maxLength={500} {...form.getInputProps('reason')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.correct}
          </Button>
          <Button variant="default" onClick={close}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
