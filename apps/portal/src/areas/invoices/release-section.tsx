import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { monthText } from './money.ts'
import { operatorTexts } from './operator-texts.ts'

type Invoice = Pick<Answer<'GET /invoices/{invoiceId}'>, 'id' | 'periodFrom' | 'customer' | 'releasedAt'>

/** Lets the next run bill the month once more, once all of its invoices are taken back whole (BIL-07). Why it cannot be stays in sight. */
export function Release({ invoice }: { readonly invoice: Invoice }) {
  const texts = useTexts(operatorTexts)
  const { dateTime } = useFormat()
  if (invoice.releasedAt === null) return <ToRelease invoice={invoice} />
  return (
    <Section title={texts.billAgain}>
      <Text size="sm">{texts.releasedAt(dateTime(invoice.releasedAt))}</Text>
      <Text size="sm">
        <Anchor component={Link} href="~/invoice-runs/new">
          {texts.nextRun}
        </Anchor>
      </Text>
    </Section>
  )
}

function ToRelease({ invoice: { id, periodFrom, customer } }: { readonly invoice: Invoice }) {
  const texts = useTexts(operatorTexts)
  const { language } = useLanguage()
  const confirm = useConfirm()
  const { done } = useNotices()
  const [refusal, setRefusal] = useState<unknown>()
  const change = useChange('POST /invoices/{invoiceId}/release', { refreshes: ['/invoices'] })
  const month = monthText(periodFrom, language)
  const release = async (): Promise<void> => {
    if (!(await confirm({ title: texts.releaseTitle(month), consequence: texts.releaseConsequence(customer, month), act: texts.release })))
      return
    setRefusal(undefined)
    await change.mutateAsync([{ path: { invoiceId: id } }]).then(() => done(texts.released), setRefusal)
  }
  return (
    <Section title={texts.billAgain} about={texts.billAgainAbout}>
      {refusal === undefined ? null : <Trouble error={refusal} />}
      <Group>
        <Button variant="default" loading={change.isPending} onClick={() => void release()}>
          {texts.release}
        </Button>
      </Group>
    </Section>
  )
}
