import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useChange, useRefresh } from '../../api/queries.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import type { Order } from './order-page.tsx'
import { orderTexts } from './texts.ts'

type Step = Order['steps'][number]

/** What can be done with an order now; what ends it is asked for once more. */
export function OrderSteps({ order, steps }: { readonly order: Order; readonly steps: readonly Step[] }) {
  const texts = useTexts(orderTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const refresh = useRefresh()
  const [reason, setReason] = useState('')
  const make = useChange('POST /orders/{orderId}/steps', { refreshes: ['/orders', '/contracts', '/tenants'] })
  const press = async (step: Step): Promise<void> => {
    const consequence = step === 'refuse' ? texts.refuseConsequence : texts.cancelConsequence
    if ((step === 'refuse' || step === 'cancel') && !(await confirm({ title: texts[step], consequence, act: texts[step] }))) return
    await make.mutateAsync([{ path: { orderId: order.id }, body: { step, reason: reason.trim() } }]).then(
      () => {
        setReason('')
        done(texts.made)
      },
      (error: unknown) => {
        failed(error)
        // What stopped the set-up stands at its task.
        void refresh('/orders')
      },
    )
  }
  return (
    <Stack maw={480}>
      {steps.includes('check') || steps.includes('refuse') ? (
        <TextInput label={texts.reason} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      ) : null}
      <Group>
        {steps.map((step) => (
          <Button
            key={step}
            loading={make.isPending}
            onClick={() => void press(step)}
            {...(step === 'refuse' || step === 'cancel' ? { color: 'red', variant: 'light' } : {})}
          >
            {texts[step]}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
