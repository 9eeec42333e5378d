import { Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import type { Request } from './request-table.tsx'
import { privacyTexts } from './texts.ts'

interface Values {
  readonly state: 'done' | 'refused'
  readonly legalGround: string
  readonly outcome: string
  readonly attachReport: boolean
  readonly confirm: string
}

/** The answer in words; a refusal with its ground in law, a deletion only with the name repeated. */
export function AnswerSection({ request }: { readonly request: Request }) {
  const texts = useTexts(privacyTexts)
  const shared = useTexts(sharedTexts)
  const { language } = useLanguage()
  const { done } = useNotices()
  const { id: requestId, kind, grounds, replyTo, octets } = request
  const erases = kind === 'deletion'
  const { data: erasure } = useAnswer('GET /privacy-requests/{requestId}/erasure', [{ path: { requestId } }], { enabled: erases })
  const answer = useChange('POST /privacy-requests/{requestId}/answer', {
    refreshes: ['/privacy-requests', '/deletion-log', '/consent-entries', '/extensions'],
  })
  const form = useForm<Values>({
    initialValues: { state: 'done', legalGround: '', outcome: '', attachReport: false, confirm: '' },
    validate: {
      outcome: (text) => (text.trim() === '' ? shared.required : null),
      legalGround: (ground, { state }) => (state === 'refused' && ground === '' ? shared.required : null),
      confirm: (name, { state }) =>
        erases && state === 'done' && name !== erasure?.name ? texts.confirmExactly(erasure?.name ?? '') : null,
    },
  })
  const submit = useSubmit(form, async ({ state, outcome, attachReport, confirm, ...values }) => {
    const ground = grounds.find((each) => each.ground === values.legalGround)?.ground
    const body = { state, outcome, attachReport: attachReport && state === 'done' }
    const refused = ground === undefined ? {} : { legalGround: ground }
    const more = state === 'refused' ? refused : erases ? { confirm } : {}
    await answer.mutateAsync([{ path: { requestId }, body: { ...body, ...more } }])
    done(texts.answeredNow)
  })
  const isRefusal = form.values.state === 'refused'
  return (
    <Section title={texts.answer} about={replyTo === null ? texts.answerElsewhere : texts.answerByMail(replyTo)}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <NativeSelect
            label={texts.decision}
            data={[
              { value: 'done', label: texts.done },
              { value: 'refused', label: texts.refused },
            ]}
            {...form.getInputProps('state')}
          />
          {isRefusal ? (
            <NativeSelect
              label={texts.legalGround}
              data={[
                { value: '', label: texts.choose },
                ...grounds.map(({ ground, law, words }) => ({ value: ground, label: `${words[language]} (${law})` })),
              ]}
              {...form.getInputProps('legalGround')}
            />
          ) : null}
          <Textarea label={texts.outcome} required autosize minRows={3} maxLength={2_000} {...form.getInputProps('outcome')} />
          {octets !== null && replyTo !== null && !isRefusal ? (
            <Checkbox label={texts.attachReport} {...form.getInputProps('attachReport', { type: 'checkbox' })} />
          ) : null}
          {erases && !isRefusal ? (
            <TextInput
              label={texts.confirm}
              description={erasure === undefined ? undefined : texts.confirmExactly(erasure.name)}
              {...form.getInputProps('confirm')}
            />
          ) : null}
          <Group>
            <Button type="submit" loading={submit.isBusy} {...(erases && !isRefusal && { color: 'red' })}>
              {erases && !isRefusal ? texts.eraseAndAnswer : texts.sendAnswer}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
