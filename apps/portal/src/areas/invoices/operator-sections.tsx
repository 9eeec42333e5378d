import { Button, Checkbox, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { operatorTexts } from './operator-texts.ts'

const REFRESHES = ['/invoices', '/invoice-objections', '/invoice-deliveries', '/open-items'] as const

/** The operator's answer to an objection that nobody has decided yet (BIL-07). */
export function DecideObjection({ objectionId }: { readonly objectionId: string }) {
  const texts = useTexts(operatorTexts)
  const { done } = useNotices()
  const decide = useChange('POST /invoice-objections/{objectionId}/decision', { refreshes: REFRESHES })
  const form = useForm<{ outcome: 'accepted' | 'refused'; answer: string }>({ initialValues: { outcome: 'accepted', answer: '' } })
  const submit = useSubmit(form, async (body) => {
    await decide.mutateAsync([{ path: { objectionId }, body }])
    done(texts.decided)
  })
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack gap="sm">
        <Radio.Group label={texts.decision} {...form.getInputProps('outcome')}>
          <Group mt="xs">
            <Radio value="accepted" label={texts.accept} />
            <Radio value="refused" label={texts.refuse} />
          </Group>
        </Radio.Group>
        <Textarea label={texts.answer} required maxLength={2_000} autosize minRows={2} {...form.getInputProps('answer')} />
        <Group>
          <Button type="submit" variant="default" loading={submit.isBusy}>
            {texts.decide}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Takes an invoice back, whole or by lines, with a credit note (§ 14 (4) UStG: what is issued is never changed). */
export function TakeBack({ invoice: { id, number, lines } }: { readonly invoice: Answer<'GET /invoices/{invoiceId}'> }) {
  const texts = useTexts(operatorTexts)
  const { language } = useLanguage()
  const confirm = useConfirm()
  const { done } = useNotices()
  const [, go] = useLocation()
  const credit = useChange('POST /invoices/{invoiceId}/credit-note', { refreshes: REFRESHES })
  const form = useForm<{ reason: string; chosen: string[] }>({ initialValues: { reason: '', chosen: [] } })
  const submit = useSubmit(form, async ({ reason, chosen }) => {
    const numbers = chosen.map(Number).toSorted((one, other) => one - other)
    const consequence = numbers.length === 0 ? texts.whole : texts.some(numbers.length)
    if (!(await confirm({ title: texts.takeBackTitle(number ?? ''), consequence, act: texts.takeBack }))) return
    const made = await credit.mutateAsync([{ path: { invoiceId: id }, body: { reason, ...(numbers.length > 0 && { lines: numbers }) } }])
    done(texts.takenBack)
    go(`/${made.id}`)
  })
  const numbered = lines.map(({ text }, index) => ({ text, place: String(index + 1) }))
  return (
    <Section title={texts.creditNote} about={texts.creditAbout}>
      <form onSubmit={submit.onSubmit}>
        <Stack gap="sm">
          <TextInput label={texts.reason} required maxLength={200} {...form.getInputProps('reason')} />
          <Checkbox.Group label={texts.lines} {...form.getInputProps('chosen')}>
            <Stack gap="xs" mt="xs">
              {numbered.map(({ place, text }) => (
                <Checkbox key={place} value={place} label={`${place}. ${text[language]}`} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Text size="sm">{texts.linesHint}</Text>
          <Group>
            <Button type="submit" variant="default" loading={submit.isBusy}>
              {texts.takeBack}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
