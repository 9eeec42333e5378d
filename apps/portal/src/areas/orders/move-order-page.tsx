import { Button, Group, Select, Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { type MoveOrderValues, moveOrderOf, NO_MOVE } from './move-order.ts'
import { PreviewOf, usePreview } from './preview.tsx'
import { orderTexts } from './texts.ts'

/** A site moves to another address of its Ortsnetz; what keeps it from that stands there before anybody clicks (NUM-02). */
export function MoveOrderPage({ contractId }: { readonly contractId: string }) {
  const texts = useTexts(orderTexts)
  const { data, error, refetch } = useAnswer('GET /contracts/{contractId}', [{ path: { contractId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return (
    <Page title={texts.moveTitle} about={texts.moveAbout}>
      {data === undefined ? <Skeleton height={240} /> : <Move contractId={contractId} tenantId={data.tenantId} />}
    </Page>
  )
}

function Move({ contractId, tenantId }: { readonly contractId: string; readonly tenantId: string }) {
  const texts = useTexts(orderTexts)
  const [, go] = useLocation()
  const { done, failed } = useNotices()
  const { data } = useAnswer('GET /sites', [{ query: { tenantId } }])
  const form = useForm<MoveOrderValues>({ initialValues: NO_MOVE })
  const sites = data?.items ?? []
  const body = moveOrderOf(contractId, sites, form.values)
  const preview = usePreview(body)
  const create = useChange('POST /orders', { refreshes: ['/orders'] })
  const order = (): void => {
    if (body === undefined) return
    create.mutateAsync([{ body }]).then(({ id }) => {
      done(texts.ordered)
      go(`/${id}`)
    }, failed)
  }
  const choices = sites.map(({ id, name, areaCode }) => ({ value: id, label: `${name} (0${areaCode})` }))
  return (
    <Stack maw={560}>
      <Select label={texts.movedSite} data={choices} allowDeselect={false} required {...form.getInputProps('siteId')} />
      <TextInput type="date" label={texts.wishDate} required {...form.getInputProps('wishDate')} />
      {(['street', 'houseNumber', 'postalCode', 'city'] as const).map((field) => (
        <TextInput key={field} label={texts[field]} required maxLength={100} {...form.getInputProps(field)} />
      ))}
      {preview === undefined ? null : <PreviewOf preview={preview} />}
      <Group>
        <Button onClick={order} loading={create.isPending} disabled={preview === undefined || preview.faults.length > 0}>
          {texts.order}
        </Button>
      </Group>
    </Stack>
  )
}
