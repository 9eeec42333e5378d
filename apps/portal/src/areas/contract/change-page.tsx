import { Alert, Button, Group, List, NumberInput, Select, Skeleton, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { type ChangeValues, changeOf, valuesOf } from './change.ts'
import { contractTexts } from './texts.ts'

type Contract = Answer<'GET /contracts/{contractId}'>
type Preview = Answer<'POST /contracts/{contractId}/changes/preview'>

/** More, fewer, or other things from a day on; what it means is shown first. */
export function ChangePage({ contractId }: { readonly contractId: string }) {
  const texts = useTexts(contractTexts)
  const { data, error, refetch } = useAnswer('GET /contracts/{contractId}', [{ path: { contractId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return <Page title={texts.change}>{data === undefined ? <Skeleton height={240} /> : <Change contract={data} />}</Page>
}

function Change({ contract }: { readonly contract: Contract }) {
  const texts = useTexts(contractTexts)
  const [, go] = useLocation()
  const { done, failed } = useNotices()
  const [preview, setPreview] = useState<Preview>()
  const check = useChange('POST /contracts/{contractId}/changes/preview', { refreshes: [] })
  const make = useChange('POST /contracts/{contractId}/changes', { refreshes: ['/contracts'] })
  const form = useForm<ChangeValues>({ initialValues: valuesOf(contract), onValuesChange: () => setPreview(undefined) })
  const path = { contractId: contract.id }
  const submit = useSubmit(form, async (values) => setPreview(await check.mutateAsync([{ path, body: changeOf(contract, values) }])))
  const change = (): void => {
    make.mutateAsync([{ path, body: changeOf(contract, form.values) }]).then(() => {
      done(texts.changed)
      go('/')
    }, failed)
  }
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack maw={480}>
        <Fields contract={contract} form={form} />
        <Group>
          <Button type="submit" variant="default" loading={submit.isBusy}>
            {texts.check}
          </Button>
        </Group>
        {preview === undefined ? null : <Effects preview={preview} isBusy={make.isPending} make={change} />}
      </Stack>
    </form>
  )
}

function Fields({ contract, form }: { readonly contract: Contract; readonly form: UseFormReturnType<ChangeValues> }) {
  const texts = useTexts(contractTexts)
  const shared = useTexts(sharedTexts)
  const { language } = useLanguage()
  const { data } = useAnswer('GET /product-profiles/{profileId}', [{ path: { profileId: contract.profile } }])
  const products = (data?.items ?? [])
    .filter(({ kind }) => kind !== 'one-off')
    .map(({ id, title }) => ({ value: id, label: title[language] }))
  return (
    <>
      <TextInput type="date" label={texts.from} required {...form.getInputProps('from')} />
      {contract.items
        .filter(({ quantity }) => quantity > 0)
        .map(({ id, title }) => (
          <NumberInput
            key={id}
            label={texts.quantityOf(title[language])}
            min={0}
            allowDecimal={false}
            {...form.getInputProps(`quantities.${id}`)}
          />
        ))}
      <Select
        label={texts.newItem}
        data={products}
        clearable
        clearButtonProps={{ 'aria-label': shared.delete }}
        {...form.getInputProps('item')}
      />
      {form.values.item === null ? null : (
        <NumberInput label={texts.newQuantity} min={1} allowDecimal={false} {...form.getInputProps('quantity')} />
      )}
      <TextInput label={texts.reason} maxLength={500} {...form.getInputProps('reason')} />
    </>
  )
}

function Effects({
  preview: { effects },
  isBusy,
  make,
}: {
  readonly preview: Preview
  readonly isBusy: boolean
  readonly make: () => void
}) {
  const texts = useTexts(contractTexts)
  const { language } = useLanguage()
  if (effects.length === 0) return <Alert role="status">{texts.nothing}</Alert>
  return (
    <Alert title={texts.would} role="status">
      <List size="sm" mb="sm">
        {effects.map((effect) => (
          <List.Item key={effect.en}>{effect[language]}</List.Item>
        ))}
      </List>
      <Button onClick={make} loading={isBusy}>
        {texts.make}
      </Button>
    </Alert>
  )
}
