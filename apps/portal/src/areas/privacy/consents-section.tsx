import { Badge, Button, Group, List, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { type Held, heldConsents } from './held-consents.ts'
import { privacyTexts } from './texts.ts'

type Entry = Answer<'GET /consent-entries'>['items'][number]
const PURPOSES: readonly Entry['purpose'][] = ['marketing-mail', 'marketing-phone', 'newsletter', 'directory-entry', 'inverse-search']
const CHANNELS: readonly Entry['channel'][] = ['portal', 'paper', 'mail', 'phone']
const REFRESHED = { refreshes: ['/consent-entries'] } as const
/** More are with the API. */
const SHOWN = 200

/** Art. 7 GDPR: what holds, with what was said before, and the way to give or withdraw. */
export function ConsentsSection() {
  const texts = useTexts(privacyTexts)
  const mayChange = useMayChange()
  const { data } = useAnswer('GET /consent-entries', [{ query: { ...useCustomer(), limit: SHOWN } }])
  return (
    <Section title={texts.consents}>
      {data?.items.length === 0 ? <Text size="sm">{texts.noConsents}</Text> : null}
      {heldConsents(data?.items ?? []).map((held) => (
        <Consent key={held.last.id} held={held} />
      ))}
      {mayChange ? <Give /> : null}
    </Section>
  )
}

function Consent({ held: { last, earlier } }: { readonly held: Held<Entry> }) {
  const texts = useTexts(privacyTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const customer = useCustomer()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const note = useChange('POST /consent-entries', REFRESHED)
  const { purpose, person, email, textVersion, wording, given } = last
  const line = ({ given: was, at, channel, recordedBy }: Entry): string =>
    texts.consentSaid(was ? texts.given : texts.withdrawn, format.dateTime(at), texts[`by-${channel}`], recordedBy)
  const withdraw = async (): Promise<void> => {
    const question = { title: texts.withdrawTitle(texts[purpose], person), consequence: texts.withdrawConsequence, act: texts.withdraw }
    if (!(await confirm(question))) return
    const said = { purpose, person, email, textVersion, wording, given: false, channel: 'portal' as const }
    await note.mutateAsync([{ body: { ...customer, ...said } }]).then(() => done(texts.withdrawnNow), failed)
  }
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm" fw={600}>{`${texts[purpose]}: ${person}`}</Text>
        <Badge variant="default">{given ? texts.given : texts.withdrawn}</Badge>
        {given && mayChange ? (
          <Button
            variant="default"
            size="compact-sm"
            loading={note.isPending}
            onClick={() => void withdraw()}
            aria-label={`${texts.withdraw}: ${texts[purpose]}, ${person}`}
          >
            {texts.withdraw}
          </Button>
        ) : null}
      </Group>
      <Text size="sm">{texts.words(textVersion, wording)}</Text>
      <List size="sm">
        {[last, ...earlier].map((entry) => (
          <List.Item key={entry.id}>{line(entry)}</List.Item>
        ))}
      </List>
    </Stack>
  )
}

function Give() {
  const texts = useTexts(privacyTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const { done } = useNotices()
  const note = useChange('POST /consent-entries', REFRESHED)
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const form = useForm({
    initialValues: {
      ...{ purpose: 'newsletter' as Entry['purpose'], person: '', email: '', textVersion: '', wording: '' },
      channel: 'portal' as Entry['channel'],
    },
    validate: { person: filled, textVersion: filled, wording: filled },
  })
  const submit = useSubmit(form, async ({ email, ...said }) => {
    await note.mutateAsync([{ body: { ...customer, ...said, email: email.trim() || null, given: true } }])
    form.reset()
    done(texts.givenNow)
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <NativeSelect
          label={texts.consentTo}
          data={PURPOSES.map((value) => ({ value, label: texts[value] }))}
          {...form.getInputProps('purpose')}
        />
        <TextInput label={texts.whose} required maxLength={200} {...form.getInputProps('person')} />
        <TextInput label={texts.itsEmail} maxLength={200} {...form.getInputProps('email')} />
        <Textarea label={texts.wording} required autosize maxLength={4_000} {...form.getInputProps('wording')} />
        <TextInput label={texts.version} required maxLength={50} {...form.getInputProps('textVersion')} />
        <NativeSelect
          label={texts.channel}
          data={CHANNELS.map((value) => ({ value, label: texts[`by-${value}`] }))}
          {...form.getInputProps('channel')}
        />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.give}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
