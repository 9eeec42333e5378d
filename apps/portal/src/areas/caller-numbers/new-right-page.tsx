import { Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { e164Of } from '../../shared/destinations/phone-number.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { PROOFS, type Proof } from './right.ts'
import { callerNumberTexts } from './texts.ts'

const AT_NUMBER = { 'number-never-shown': 'number', 'number-is-own': 'number', 'number-right-taken': 'number' } as const

export function NewRightPage() {
  const texts = useTexts(callerNumberTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /number-rights', { refreshes: ['/number-rights'] })
  const form = useForm<{ number: string; owner: string; proof: Proof }>({
    initialValues: { number: '', owner: '', proof: 'invoice' },
    validate: {
      number: (text) => (e164Of(text) === undefined ? texts.numberWrong : null),
      owner: (text) => (text.trim() === '' ? shared.required : null),
    },
  })
  const submit = useSubmit(
    form,
    async ({ number, owner, proof }) => {
      const body = { ...customer, number: e164Of(number) ?? '', owner: owner.trim(), proof }
      go(`/${(await create.mutateAsync([{ body }])).id}`)
    },
    AT_NUMBER,
  )
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <Stack maw={560}>
          <TextInput label={texts.number} description={texts.numberHint} type="tel" required {...form.getInputProps('number')} />
          <TextInput label={texts.owner} description={texts.ownerHint} required maxLength={200} {...form.getInputProps('owner')} />
          <Select
            label={texts.proof}
            data={PROOFS.map((proof) => ({ value: proof, label: texts[proof] }))}
            allowDeselect={false}
            {...form.getInputProps('proof')}
          />
        </Stack>
      </FormFrame>
    </Page>
  )
}
