import { Anchor, Button, Group, Skeleton, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { CREDIT } from './refreshes.ts'
import { creditTexts } from './texts.ts'

/** Where the payment service sends the customer back to: what has become of the payment. */
export function TopUpResult({ topUpId }: { readonly topUpId: string }) {
  const texts = useTexts(creditTexts)
  const format = useFormat()
  const { mutate, data, error, isPending } = useChange('POST /prepaid-top-ups/{topUpId}/look', CREDIT)
  const asked = useRef<string | undefined>(undefined)
  const look = (): void => mutate([{ path: { topUpId } }])
  useEffect(() => {
    if (asked.current === topUpId) return
    asked.current = topUpId
    mutate([{ path: { topUpId } }])
  }, [mutate, topUpId])
  return (
    <Page title={texts.title} about={texts.about}>
      <Section title={texts.result}>
        {error === null ? null : <Trouble error={error} retry={look} />}
        {data === undefined && error === null ? <Skeleton height={40} /> : null}
        {data === undefined ? null : (
          <Text role="status">{data.state === 'paid' ? texts.paid(format.money(data.amount)) : texts[data.state]}</Text>
        )}
        <Group>
          {data?.state === 'pending' ? (
            <Button variant="default" loading={isPending} onClick={look}>
              {texts.again}
            </Button>
          ) : null}
          <Anchor component={Link} href="/">
            {texts.back}
          </Anchor>
        </Group>
      </Section>
    </Page>
  )
}
