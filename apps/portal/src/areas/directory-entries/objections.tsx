import { Button, Checkbox, Group, List, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { type Entry, REFRESHED } from './entry.ts'
import { entryTexts } from './texts.ts'

const PARTS = ['printed', 'electronic', 'inquiry', 'inquiry-details', 'inverse-search', 'address', 'profession'] as const
type Part = (typeof PARTS)[number]

/** PRI-03: what somebody objects to, each by itself, and what has been objected to. */
export function Objections({ entry }: { readonly entry: Entry }) {
  const texts = useTexts(entryTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const { data } = useAnswer('GET /directory-entries/{entryId}/objections', [{ path: { entryId: entry.id } }])
  const items = data?.items ?? []
  return (
    <Section title={texts.objections} about={texts.objectionsAbout}>
      {items.length === 0 ? null : (
        <List size="sm">
          {items.map(({ against, remark, by, at }) => (
            <List.Item key={`${at} ${against.join(' ')}`}>
              {texts.objected(against.map((part) => texts[`against-${part}`]).join(', '), by, format.dateTime(at), remark)}
            </List.Item>
          ))}
        </List>
      )}
      {mayChange ? <RaiseObjection entryId={entry.id} /> : null}
    </Section>
  )
}

function RaiseObjection({ entryId }: { readonly entryId: string }) {
  const texts = useTexts(entryTexts)
  const { done } = useNotices()
  const object = useChange('POST /directory-entries/{entryId}/objections', REFRESHED)
  const form = useForm<{ against: readonly Part[]; remark: string }>({
    initialValues: { against: [], remark: '' },
    validate: { against: (against) => (against.length === 0 ? texts.chooseParts : null) },
  })
  const submit = useSubmit(form, async ({ against, remark }) => {
    await object.mutateAsync([{ path: { entryId }, body: { against: [...against], remark: remark.trim() } }])
    form.reset()
    done(texts.isObjected)
  })
  const choose = (chosen: readonly string[]): void =>
    form.setFieldValue(
      'against',
      PARTS.filter((part) => chosen.includes(part)),
    )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm" maw={640}>
        <Checkbox.Group label={texts.objectTo} value={[...form.values.against]} onChange={choose} error={form.errors.against}>
          <Stack gap="xs" mt="xs">
            {PARTS.map((part) => (
              <Checkbox key={part} value={part} label={texts[`against-${part}`]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput label={texts.remark} description={texts.remarkHint} maxLength={500} {...form.getInputProps('remark')} />
        <Group>
          <Button type="submit" variant="default" loading={submit.isBusy}>
            {texts.object}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
