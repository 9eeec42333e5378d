import { Alert, Button, Group, List, Select, Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange, useRefresh } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { type Draft, useDraftChange } from './draft-page.tsx'
import { tariffTexts } from './texts.ts'

type Plan = Answer<'GET /tariff-drafts/{draftId}/publication'>

/** From when on the draft is to hold, for whom it does, and publishing it (BIL-07). */
export function PublishTab({ draft }: { readonly draft: Draft }) {
  const [rule, setRule] = useState<string>()
  const query = rule === undefined ? {} : { rule }
  const { data, error, refetch } = useAnswer('GET /tariff-drafts/{draftId}/publication', [{ path: { draftId: draft.id }, query }])
  const mayChange = useMayChange()
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={120} />
  return (
    <Stack>
      {mayChange ? <Validity key={draft.revision} draft={draft} /> : null}
      <Outcome draft={draft} plan={data} setRule={setRule} />
    </Stack>
  )
}

function Validity({ draft }: { readonly draft: Draft }) {
  const { kind, facts } = draft
  const texts = useTexts(tariffTexts)
  const shared = useTexts(sharedTexts)
  const change = useDraftChange()
  const { done } = useNotices()
  const form = useForm({
    initialValues: { validFrom: facts.validFrom, validUntil: facts.validUntil ?? '' },
    validate: { validFrom: (day) => (day === '' ? shared.required : null) },
  })
  const submit = useSubmit(form, async ({ validFrom, validUntil }) => {
    const validity = { kind: 'set-validity' as const, validFrom, validUntil: validUntil === '' ? null : validUntil }
    await change.save(draft, [validity])
    done(shared.saved)
  })
  return (
    <Section title={texts.validity}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Group align="flex-end">
          <TextInput type="date" label={texts.validFrom} required {...form.getInputProps('validFrom')} />
          {kind === 'profile' ? null : <TextInput type="date" label={texts.validUntil} {...form.getInputProps('validUntil')} />}
          <Button type="submit" variant="default" loading={submit.isBusy}>
            {shared.save}
          </Button>
        </Group>
      </form>
    </Section>
  )
}

interface OutcomeProps {
  readonly draft: Draft
  readonly plan: Plan
  readonly setRule: (rule: string | undefined) => void
}

function Outcome({ draft, plan, setRule }: OutcomeProps) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const { day } = useMoney()
  const { validFrom, holdsFrom, earliest, customers, rules, rule, objections } = plan
  const mayChange = useMayChange()
  return (
    <Section title={texts.publish} about={texts.publishAbout}>
      {rules.length < 2 ? null : (
        <Select
          label={texts.rule}
          maw={480}
          allowDeselect={false}
          data={rules.map(({ name, title }) => ({ value: name, label: title[language] }))}
          value={rule}
          onChange={(name) => setRule(name ?? undefined)}
        />
      )}
      <List size="sm">
        <List.Item>{texts.holdsForNew(day(validFrom))}</List.Item>
        {holdsFrom === null ? (
          <List.Item>{texts.nobodyPays}</List.Item>
        ) : (
          <>
            <List.Item>{texts.holdsForCustomers(format.number(customers), day(holdsFrom))}</List.Item>
            <List.Item>{texts.earliest(day(earliest))}</List.Item>
          </>
        )}
      </List>
      {objections.length === 0 ? null : (
        <Alert color="red" role="status" title={texts.notYet}>
          <List size="sm">
            {objections.map((objection) => (
              <List.Item key={objection}>{texts[objection]}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {mayChange && objections.length === 0 ? <Publish draft={draft} plan={plan} /> : null}
    </Section>
  )
}

function Publish({ draft, plan: { rule, customers, revision } }: Pick<OutcomeProps, 'draft' | 'plan'>) {
  const texts = useTexts(tariffTexts)
  const format = useFormat()
  const confirm = useConfirm()
  const [, go] = useLocation()
  const { done, failed } = useNotices()
  const publish = useChange('POST /tariff-drafts/{draftId}/publication', {
    refreshes: ['/tariff-overview', '/product-profiles', '/contracts'],
  })
  const refresh = useRefresh()
  const ask = async (): Promise<void> => {
    const consequence = customers === 0 ? texts.publishConsequence : texts.publishTells(format.number(customers))
    if (!(await confirm({ title: texts.publishTitle, consequence, act: texts.publish }))) return
    // Somebody may have changed it: what it says now is read before it can be published.
    const refused = async (error: unknown): Promise<void> => {
      failed(error)
      await refresh('/tariff-drafts')
    }
    const body = { revision, ...(rule === null ? {} : { rule }) }
    await publish.mutateAsync([{ path: { draftId: draft.id }, body }]).then(() => {
      done(texts.published)
      go('/')
    }, refused)
  }
  return (
    <Group>
      <Button loading={publish.isPending} onClick={() => void ask()}>
        {texts.publishNow}
      </Button>
    </Group>
  )
}
