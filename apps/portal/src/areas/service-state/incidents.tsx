import { Badge, Button, Checkbox, Group, List, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { type Component, ComponentsField } from './components-field.tsx'
import { serviceStateTexts } from './texts.ts'

const SHOWN = 20

/** Faults as the status page tells them. */
export function Incidents() {
  const texts = useTexts(serviceStateTexts)
  const { data, error, refetch } = useAnswer('GET /incidents', [{ query: { limit: SHOWN } }])
  const mayChange = useMayChange()
  const [isNew, setNew] = useState(false)
  return (
    <Section title={texts.incidents} about={texts.incidentsAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 ? <Text size="sm">{texts.noIncidents}</Text> : null}
      <Stack gap="md">
        {data?.items.map((incident) => (
          <OneIncident key={incident.id} incident={incident} mayChange={mayChange} />
        ))}
      </Stack>
      {isNew ? <NewIncident close={() => setNew(false)} /> : null}
      {mayChange && !isNew ? (
        <Group>
          <Button variant="default" onClick={() => setNew(true)}>
            {texts.newIncident}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function OneIncident({ incident, mayChange }: { readonly incident: Entry<'GET /incidents'>; readonly mayChange: boolean }) {
  const texts = useTexts(serviceStateTexts)
  const format = useFormat()
  const { language } = useLanguage()
  const [isWriting, setWriting] = useState(false)
  const { id, title, beganAt, endedAt, news } = incident
  return (
    <div>
      <Group gap="sm">
        <Text fw={600}>{title[language]}</Text>
        {endedAt === null ? <Badge color="red">{texts.lasts}</Badge> : null}
        {mayChange && !isWriting ? (
          <Button size="xs" variant="default" onClick={() => setWriting(true)}>
            {texts.news}
          </Button>
        ) : null}
      </Group>
      <Text size="sm">
        {format.dateTime(beganAt)} – {endedAt === null ? texts.lasts : format.dateTime(endedAt)}
      </Text>
      <List size="sm">
        {news.map(({ text, at }) => (
          <List.Item key={at}>
            {format.dateTime(at)}: {text[language]}
          </List.Item>
        ))}
      </List>
      {isWriting ? <News incidentId={id} close={() => setWriting(false)} /> : null}
    </div>
  )
}

function News({ incidentId, close }: { readonly incidentId: string; readonly close: () => void }) {
  const texts = useTexts(serviceStateTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const tell = useChange('POST /incidents/{incidentId}/news', { refreshes: ['/incidents'] })
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const form = useForm({ initialValues: { textDe: '', textEn: '', isOver: false }, validate: { textDe: filled, textEn: filled } })
  const submit = useSubmit(form, async ({ textDe, textEn, isOver }) => {
    await tell.mutateAsync([{ path: { incidentId }, body: { text: { de: textDe, en: textEn }, isOver } }])
    done(texts.newsMade)
    close()
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <Textarea label={texts.textDe} required maxLength={2000} {...form.getInputProps('textDe')} />
        <Textarea label={texts.textEn} required maxLength={2000} {...form.getInputProps('textEn')} />
        <Checkbox label={texts.isOver} {...form.getInputProps('isOver', { type: 'checkbox' })} />
        <Buttons act={texts.news} isBusy={submit.isBusy} close={close} />
      </Stack>
    </form>
  )
}

function NewIncident({ close }: { readonly close: () => void }) {
  const texts = useTexts(serviceStateTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const make = useChange('POST /incidents', { refreshes: ['/incidents'] })
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const components: Component[] = []
  const form = useForm({
    initialValues: { titleDe: '', titleEn: '', textDe: '', textEn: '', components },
    validate: {
      ...{ titleDe: filled, titleEn: filled, textDe: filled, textEn: filled },
      components: (chosen) => (chosen.length === 0 ? shared.required : null),
    },
  })
  const submit = useSubmit(form, async ({ titleDe, titleEn, textDe, textEn, components: affected }) => {
    const body = { title: { de: titleDe, en: titleEn }, text: { de: textDe, en: textEn }, components: affected }
    await make.mutateAsync([{ body }])
    done(texts.incidentMade)
    close()
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <TextInput label={texts.titleDe} required maxLength={120} {...form.getInputProps('titleDe')} />
        <TextInput label={texts.titleEn} required maxLength={120} {...form.getInputProps('titleEn')} />
        <ComponentsField label={texts.components} {...form.getInputProps('components')} />
        <Textarea label={texts.textDe} required maxLength={2000} {...form.getInputProps('textDe')} />
        <Textarea label={texts.textEn} required maxLength={2000} {...form.getInputProps('textEn')} />
        <Buttons act={texts.newIncident} isBusy={submit.isBusy} close={close} />
      </Stack>
    </form>
  )
}

function Buttons({ act, isBusy, close }: { readonly act: string; readonly isBusy: boolean; readonly close: () => void }) {
  const shared = useTexts(sharedTexts)
  return (
    <Group>
      <Button type="submit" loading={isBusy}>
        {act}
      </Button>
      <Button variant="default" onClick={close}>
        {shared.cancel}
      </Button>
    </Group>
  )
}
