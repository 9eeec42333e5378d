import { Button, Checkbox, Group, NumberInput, Skeleton, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { type ChangeOrderValues, changeOrderOf, changeValuesOf, isLess } from './change-order.ts'
import { PreviewOf, usePreview } from './preview.tsx'
import { orderTexts } from './texts.ts'

type Contract = Answer<'GET /contracts/{contractId}'>

/** More or fewer of what there is, or the end of it; each earliest date stands there before anybody clicks (ORD-02). */
export function ChangeOrderPage({ contractId }: { readonly contractId: string }) {
  const texts = useTexts(orderTexts)
  const { data, error, refetch } = useAnswer('GET /contracts/{contractId}', [{ path: { contractId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return <Page title={texts.changeTitle}>{data === undefined ? <Skeleton height={240} /> : <Change contract={data} />}</Page>
}

function Change({ contract }: { readonly contract: Contract }) {
  const texts = useTexts(orderTexts)
  const { language } = useLanguage()
  const { day } = useMoney()
  const [, go] = useLocation()
  const { done, failed } = useNotices()
  const form = useForm<ChangeOrderValues>({ initialValues: changeValuesOf(contract) })
  const body = changeOrderOf(contract, form.values)
  const preview = usePreview(body)
  const create = useChange('POST /orders', { refreshes: ['/orders'] })
  const order = (): void => {
    if (body === undefined) return
    create.mutateAsync([{ body }]).then(({ id }) => {
      done(texts.ordered)
      go(`/${id}`)
    }, failed)
  }
  const { earliestEnd } = contract
  return (
    <Stack maw={560}>
      <TextInput type="date" label={texts.wishDate} required disabled={form.values.endAll} {...form.getInputProps('wishDate')} />
      {contract.items
        .filter(({ quantity }) => quantity > 0)
        .map(({ id, title, earliestEnd: end }) => (
          <NumberInput
            key={id}
            label={title[language]}
            description={end === null ? undefined : texts.earliestLess(day(end.until), day(end.noticeBy))}
            min={0}
            allowDecimal={false}
            disabled={form.values.endAll}
            {...form.getInputProps(`quantities.${id}`)}
          />
        ))}
      {isLess(contract, form.values) ? (
        <Textarea label={texts.takeAway} description={texts.takeAwayHint} autosize minRows={2} {...form.getInputProps('takeAway')} />
      ) : null}
      <Checkbox
        label={texts.endAll}
        description={texts.endAllHint(day(earliestEnd.until), day(earliestEnd.noticeBy))}
        {...form.getInputProps('endAll', { type: 'checkbox' })}
      />
      {preview === undefined ? null : <PreviewOf preview={preview} />}
      <Group>
        <Button onClick={order} loading={create.isPending} disabled={preview === undefined || preview.faults.length > 0}>
          {texts.order}
        </Button>
      </Group>
    </Stack>
  )
}
