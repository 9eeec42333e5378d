import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useSession } from '../../session/session-context.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { privacyTexts } from './texts.ts'

type Subprocessor = Answer<'GET /subprocessors'>['items'][number]
const REFRESHED = { refreshes: ['/subprocessors'] } as const

/** Annex 2 of the agreement; the operator adds and ends, which customers are told before. */
export function SubprocessorsSection() {
  const texts = useTexts(privacyTexts)
  const { data } = useAnswer('GET /subprocessors', [])
  const isOperator = useSession().kind === 'operator'
  return (
    <Section title={texts.subprocessors} about={texts.subprocessorsAbout}>
      {data?.items.length === 0 ? <Text size="sm">{texts.noSubprocessors}</Text> : null}
      {data === undefined || data.items.length === 0 ? null : <SubprocessorTable items={data.items} isOperator={isOperator} />}
      {isOperator ? <Add /> : null}
    </Section>
  )
}

function SubprocessorTable({ items, isOperator }: { readonly items: readonly Subprocessor[]; readonly isOperator: boolean }) {
  const texts = useTexts(privacyTexts)
  const format = useFormat()
  return (
    <Table.ScrollContainer
      minWidth={480}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': texts.subprocessors } }}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.name}</Table.Th>
            <Table.Th>{texts.purpose}</Table.Th>
            <Table.Th>{texts.place}</Table.Th>
            <Table.Th>{texts.time}</Table.Th>
            {isOperator ? <Table.Th>{texts.ends}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((each) => (
            <Table.Tr key={each.id}>
              <Table.Td>{each.name}</Table.Td>
              <Table.Td>{each.task}</Table.Td>
              <Table.Td>{[each.place, each.country].filter((part) => part !== '').join(', ')}</Table.Td>
              <Table.Td>
                {each.until === null
                  ? texts.sinceDay(format.date(each.since))
                  : texts.fromTo(format.date(each.since), format.date(each.until))}
                {each.announcedAt === null ? null : ` (${texts.announced(format.date(each.announcedAt))})`}
              </Table.Td>
              {isOperator ? <Table.Td>{each.until === null ? <End subprocessor={each} /> : null}</Table.Td> : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function End({ subprocessor: { id, name } }: { readonly subprocessor: Subprocessor }) {
  const texts = useTexts(privacyTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const [isOpen, setOpen] = useState(false)
  const end = useChange('POST /subprocessors/{subprocessorId}/end', REFRESHED)
  const form = useForm({ initialValues: { until: '' }, validate: { until: (day) => (day === '' ? shared.required : null) } })
  const submit = useSubmit(form, async (body) => {
    await end.mutateAsync([{ path: { subprocessorId: id }, body }])
    done(texts.endedNow)
  })
  if (!isOpen)
    return (
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)} aria-label={`${texts.end}: ${name}`}>
        {texts.end}
      </Button>
    )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="xs">
        <TextInput label={texts.lastDay} type="date" required {...form.getInputProps('until')} />
        <Button type="submit" variant="default" loading={submit.isBusy}>
          {texts.end}
        </Button>
      </Stack>
    </form>
  )
}

function Add() {
  const texts = useTexts(privacyTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const add = useChange('POST /subprocessors', REFRESHED)
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const form = useForm({
    initialValues: { name: '', task: '', place: '', country: 'DE', since: '' },
    validate: { name: filled, task: filled, country: (code) => (/^[A-Z]{2}$/.test(code) ? null : texts.countryHint), since: filled },
  })
  const submit = useSubmit(
    form,
    async (body) => {
      await add.mutateAsync([{ body }])
      form.reset()
      done(texts.addedNow)
    },
    { 'subprocessor-too-soon': 'since' },
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <TextInput label={texts.name} required maxLength={200} {...form.getInputProps('name')} />
        <TextInput label={texts.purpose} required maxLength={300} {...form.getInputProps('task')} />
        <TextInput label={texts.place} maxLength={200} {...form.getInputProps('place')} />
        <TextInput label={texts.country} description={texts.countryHint} required maxLength={2} {...form.getInputProps('country')} />
        <TextInput label={texts.firstDay} description={texts.firstDayHint} type="date" required {...form.getInputProps('since')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.add}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
