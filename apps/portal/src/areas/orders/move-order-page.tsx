import { Alert, Button, Group, List, NumberInput, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { leavesOrtsnetz, type MoveOrderValues, moveOrderOf, NO_MOVE } from './move-order.ts'
import { movingTexts } from './moving-texts.ts'
import { PreviewOf, usePreview } from './preview.tsx'
import { orderTexts } from './texts.ts'

type Contract = Answer<'GET /contracts/{contractId}'>
type Preview = NonNullable<ReturnType<typeof usePreview>>

/** A site moves; the earliest day, what keeps it from moving and which numbers end stand there before anybody clicks (NUM-02, EMG-06). */
export function MoveOrderPage({ contractId }: { readonly contractId: string }) {
  const texts = useTexts(orderTexts)
  const moving = useTexts(movingTexts)
  const { data, error, refetch } = useAnswer('GET /contracts/{contractId}', [{ path: { contractId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return (
    <Page title={texts.moveTitle} about={moving.about}>
      {data === undefined ? <Skeleton height={240} /> : <Move contract={data} />}
    </Page>
  )
}

function Move({ contract: { id: contractId, tenantId } }: { readonly contract: Contract }) {
  const texts = useTexts(orderTexts)
  const moving = useTexts(movingTexts)
  const { day } = useMoney()
  const [, go] = useLocation()
  const { done, failed } = useNotices()
  const { data } = useAnswer('GET /sites', [{ query: { tenantId } }])
  const { data: earliest } = useAnswer('GET /contracts/{contractId}/earliest-move', [{ path: { contractId } }])
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
  const from = sites.find(({ id }) => id === form.values.siteId)
  return (
    <Stack maw={560}>
      <Select label={texts.movedSite} data={choices} allowDeselect={false} required {...form.getInputProps('siteId')} />
      <TextInput
        type="date"
        label={texts.wishDate}
        description={earliest === undefined ? undefined : moving.earliest(day(earliest.day), earliest.noticeDays)}
        required
        {...form.getInputProps('wishDate')}
      />
      <TextInput
        label={moving.areaCode}
        description={moving.areaCodeHint}
        placeholder={from?.areaCode}
        maxLength={6}
        {...form.getInputProps('areaCode')}
      />
      {(['street', 'houseNumber', 'postalCode', 'city'] as const).map((field) => (
        <TextInput key={field} label={texts[field]} required maxLength={100} {...form.getInputProps(field)} />
      ))}
      {leavesOrtsnetz(sites, form.values) ? (
        <NewNumbers form={form} sold={earliest?.numbers ?? []} areaCode={from?.areaCode ?? ''} />
      ) : null}
      {preview === undefined ? null : <Ending move={preview.move} />}
      {preview === undefined ? null : <PreviewOf preview={preview} />}
      <Group>
        <Button onClick={order} loading={create.isPending} disabled={preview === undefined || preview.faults.length > 0}>
          {texts.order}
        </Button>
      </Group>
    </Stack>
  )
}

type Sold = Answer<'GET /contracts/{contractId}/earliest-move'>['numbers']

interface NewNumbersProps {
  readonly form: UseFormReturnType<MoveOrderValues>
  readonly sold: Sold
  /** Of the Ortsnetz that the site leaves. */
  readonly areaCode: string
}

/** Of the new Ortsnetz, from the stock. */
function NewNumbers({ form, sold, areaCode }: NewNumbersProps) {
  const moving = useTexts(movingTexts)
  const { language } = useLanguage()
  const { money } = useMoney()
  return (
    <>
      <Alert variant="default" title={moving.leavesTitle} role="status">
        {moving.leaves(`0${areaCode}`)}
      </Alert>
      {sold.map(({ item, title, price }) => (
        <NumberInput
          key={item}
          label={title[language]}
          description={money(price)}
          min={0}
          allowDecimal={false}
          {...form.getInputProps(`quantities.${item}`)}
        />
      ))}
    </>
  )
}

/** The numbers that end with the move. */
function Ending({ move }: Pick<Preview, 'move'>) {
  const moving = useTexts(movingTexts)
  if (move === null) return null
  if (move.numbersStay) return <Text size="sm">{moving.stay}</Text>
  if (move.ending.length === 0) return null
  return (
    <Alert variant="default" title={moving.ending} role="status">
      <List size="sm">
        {move.ending.map(({ first, size }) => (
          <List.Item key={first}>{size === 1 ? first : moving.block(first, size)}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
