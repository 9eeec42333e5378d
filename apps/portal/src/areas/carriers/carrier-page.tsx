import { Button, Group, Skeleton } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { authenticationOf, type Carrier, fieldsOf, valuesOf } from './carrier.ts'
import { CARRIER_PROBLEM_FIELDS, CarrierFields, useCarrierForm } from './carrier-fields.tsx'
import { carrierTexts } from './texts.ts'

/** One carrier: changed and deleted. */
export function CarrierPage({ carrierId }: { readonly carrierId: string }) {
  const { data, error, refetch } = useAnswer('GET /carriers/{carrierId}', [{ path: { carrierId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={data.name} actions={<DeleteButton carrier={data} />}>
      <Change carrier={data} />
    </Page>
  )
}

function Change({ carrier }: { readonly carrier: Carrier }) {
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const change = useChange('PATCH /carriers/{carrierId}', { refreshes: ['/carriers'] })
  const present = valuesOf(carrier)
  const form = useCarrierForm(present, present)
  const submit = useSubmit(
    form,
    async (values) => {
      const authentication = authenticationOf(values)
      const body = { ...fieldsOf(values), ...(authentication === undefined ? {} : { authentication }) }
      await change.mutateAsync([{ path: { carrierId: carrier.id }, body }])
      form.setFieldValue('password', '')
      done(shared.saved)
    },
    CARRIER_PROBLEM_FIELDS,
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <CarrierFields form={form} isNew={false} />
      <Group mt="lg">
        <Button type="submit" loading={submit.isBusy}>
          {shared.save}
        </Button>
        <Button component={Link} href="/" variant="default">
          {shared.back}
        </Button>
      </Group>
    </form>
  )
}

function DeleteButton({ carrier }: { readonly carrier: Carrier }) {
  const texts = useTexts(carrierTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const remove = useChange('DELETE /carriers/{carrierId}', { refreshes: ['/carriers'] })
  const ask = async (): Promise<void> => {
    const { id, name } = carrier
    if (!(await confirm({ title: texts.deleteTitle(name), consequence: texts.deleteConsequence, act: shared.delete }))) return
    try {
      await remove.mutateAsync([{ path: { carrierId: id } }])
      done(texts.deleted(name))
      go('/')
    } catch (error) {
      failed(error)
    }
  }
  return (
    <Button color="red" variant="light" loading={remove.isPending} onClick={() => void ask()}>
      {shared.delete}
    </Button>
  )
}
