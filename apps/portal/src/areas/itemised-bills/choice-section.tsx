import { Button, Checkbox, Group, List, Radio, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { dayText } from '../invoices/money.ts'
import type { BillSettings } from './settings-page.tsx'
import { choiceTexts } from './texts.ts'

type Choice = BillSettings['now']['choice']

/** What holds, what was chosen, and the way to choose. */
export function ChoiceSection({ settings }: { readonly settings: BillSettings }) {
  const texts = useTexts(choiceTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const mayChange = useMayChange()
  return (
    <Section title={texts.choice} about={texts.now(texts[settings.now.choice])}>
      <List size="sm">
        {settings.choices.map(({ id, choice, withFlat, validFrom, chosenBy, chosenAt }) => (
          <List.Item key={id}>
            {[
              texts.from(dayText(validFrom, language), texts[choice]),
              ...(withFlat ? [texts.plus] : []),
              texts.by(chosenBy, format.dateTime(chosenAt)),
            ].join(', ')}
          </List.Item>
        ))}
      </List>
      {mayChange ? <Choose settings={settings} /> : null}
    </Section>
  )
}

function Choose({ settings }: { readonly settings: BillSettings }) {
  const { offered, needDeclaration, withFlatOffered, choices, now } = settings
  const texts = useTexts(choiceTexts)
  const { language } = useLanguage()
  const { done } = useNotices()
  const customer = useCustomer()
  const choose = useChange('POST /itemised-bill-choices', { refreshes: ['/itemised-bill-settings', '/itemised-bills'] })
  const last = choices.at(-1)
  const form = useForm<{ choice: Choice; withFlat: boolean }>({
    initialValues: { choice: last?.choice ?? now.choice, withFlat: last?.withFlat ?? false },
  })
  const submit = useSubmit(form, async (values) => {
    const { validFrom } = await choose.mutateAsync([{ body: { ...customer, ...values } }])
    done(texts.chosen(dayText(validFrom, language)))
  })
  const kinds = [...new Set<Choice>([...offered, 'none'])]
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack gap="sm">
        <Radio.Group label={texts.choice} {...form.getInputProps('choice')}>
          <Stack gap="xs" mt="xs">
            {kinds.map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={texts[kind]}
                {...(needDeclaration.includes(kind) ? { description: texts.needs } : {})}
              />
            ))}
          </Stack>
        </Radio.Group>
        {withFlatOffered ? <Checkbox label={texts.withFlat} {...form.getInputProps('withFlat', { type: 'checkbox' })} /> : null}
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.choose}
          </Button>
          <Text size="sm">{texts.from(dayText(settings.nextMonth, language), texts[form.values.choice])}</Text>
        </Group>
      </Stack>
    </form>
  )
}
