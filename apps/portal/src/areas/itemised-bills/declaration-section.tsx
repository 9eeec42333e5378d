import { Badge, Button, Checkbox, Group, List, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { dayText } from '../invoices/money.ts'
import type { BillSettings } from './settings-page.tsx'
import { choiceTexts } from './texts.ts'

type Declaration = BillSettings['declarations'][number]

const REFRESHES = ['/itemised-bill-settings', '/itemised-bills'] as const

/** What a company declares before numbers are told, its history, and the way to revoke it. */
export function DeclarationSection({ settings }: { readonly settings: BillSettings }) {
  const texts = useTexts(choiceTexts)
  const mayChange = useMayChange()
  const valid = settings.declarations.find(({ revokedAt }) => revokedAt === null)
  return (
    <Section title={texts.declaration} about={texts.declarationAbout}>
      <Group>
        <Badge variant="default">{valid === undefined ? texts.missing : texts.holds}</Badge>
      </Group>
      {valid === undefined ? null : <Given declaration={valid} />}
      {valid === undefined && mayChange ? <Declare /> : null}
      <Former declarations={settings.declarations.filter((each) => each !== valid)} />
    </Section>
  )
}

function useWords() {
  const texts = useTexts(choiceTexts)
  const { language } = useLanguage()
  return ({ declaredBy, declaredOn, worksCouncil }: Declaration): string =>
    `${texts.said(declaredBy, dayText(declaredOn, language))} ${worksCouncil === 'involved' ? texts.involvedSaid : texts.notRequiredSaid}`
}

function Given({ declaration }: { readonly declaration: Declaration }) {
  const texts = useTexts(choiceTexts)
  const words = useWords()
  const mayChange = useMayChange()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const revoke = useChange('POST /itemised-bill-declarations/{declarationId}/revocation', { refreshes: REFRESHES })
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.revokeTitle, consequence: texts.revokeConsequence, act: texts.revoke }))) return
    await revoke.mutateAsync([{ path: { declarationId: declaration.id } }]).then(() => done(texts.revoked), failed)
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{words(declaration)}</Text>
      {declaration.document === null ? null : <Text size="sm">{texts.filed(declaration.document)}</Text>}
      {mayChange ? (
        <Button color="red" variant="light" loading={revoke.isPending} onClick={() => void ask()}>
          {texts.revoke}
        </Button>
      ) : null}
    </Stack>
  )
}

function Declare() {
  const texts = useTexts(choiceTexts)
  const { done } = useNotices()
  const customer = useCustomer()
  const declare = useChange('POST /itemised-bill-declarations', { refreshes: REFRESHES })
  const form = useForm<{
    declaredBy: string
    employeesInformed: boolean
    worksCouncil: 'involved' | 'not-required' | ''
    document: string
  }>({
    initialValues: { declaredBy: '', employeesInformed: false, worksCouncil: '', document: '' },
    validate: {
      declaredBy: (text) => (text.trim() === '' ? texts.required : null),
      employeesInformed: (isTold) => (isTold ? null : texts.mustInform),
      worksCouncil: (chosen) => (chosen === '' ? texts.required : null),
    },
  })
  const submit = useSubmit(form, async ({ declaredBy, worksCouncil, document }) => {
    if (worksCouncil === '') return
    const body = { ...customer, declaredBy, employeesInformed: true as const, worksCouncil, document: document.trim() || null }
    await declare.mutateAsync([{ body }])
    done(texts.declared)
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <TextInput label={texts.declaredBy} required maxLength={200} {...form.getInputProps('declaredBy')} />
        <Checkbox label={texts.informed} {...form.getInputProps('employeesInformed', { type: 'checkbox' })} />
        <Radio.Group label={texts.worksCouncil} required {...form.getInputProps('worksCouncil')}>
          <Stack gap="xs" mt="xs">
            <Radio value="involved" label={texts.involved} />
            <Radio value="not-required" label={texts['not-required']} />
          </Stack>
        </Radio.Group>
        <TextInput label={texts.document} maxLength={500} {...form.getInputProps('document')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.declare}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Former({ declarations }: { readonly declarations: readonly Declaration[] }) {
  const texts = useTexts(choiceTexts)
  const format = useFormat()
  const words = useWords()
  if (declarations.length === 0) return null
  return (
    <>
      <Text size="sm" fw={600}>
        {texts.history}
      </Text>
      <List size="sm">
        {declarations.map((declaration) => (
          <List.Item key={declaration.id}>
            {`${words(declaration)} ${texts.revokedOn(format.dateTime(declaration.revokedAt ?? declaration.recordedAt), declaration.revokedBy ?? '')}`}
          </List.Item>
        ))}
      </List>
    </>
  )
}
