import { Checkbox, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { webhookTexts } from './texts.ts'
import { TOPICS, type WebhookValues } from './webhook.ts'

export function useWebhookForm(initialValues: WebhookValues): UseFormReturnType<WebhookValues> {
  const texts = useTexts(webhookTexts)
  return useForm<WebhookValues>({
    initialValues,
    validate: {
      url: (url) => (/^https?:\/\/\S+$/.test(url.trim()) ? null : texts.urlWrong),
      topics: (topics) => (topics.length === 0 ? texts.topicsMissing : null),
    },
  })
}

/** Where to, and what. */
export function WebhookFields({ form }: { readonly form: UseFormReturnType<WebhookValues> }) {
  const texts = useTexts(webhookTexts)
  const choose = (chosen: readonly string[]): void =>
    form.setFieldValue(
      'topics',
      TOPICS.filter((topic) => chosen.includes(topic)),
    )
  return (
    <Stack maw={640}>
      <TextInput label={texts.url} description={texts.urlHint} type="url" required maxLength={500} {...form.getInputProps('url')} />
      <TextInput label={texts.description} maxLength={200} {...form.getInputProps('description')} />
      <Checkbox.Group label={texts.topics} value={[...form.values.topics]} onChange={choose} error={form.errors.topics}>
        <Stack gap="xs" mt="xs">
          {TOPICS.map((topic) => (
            <Checkbox key={topic} value={topic} label={texts[topic]} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  )
}
