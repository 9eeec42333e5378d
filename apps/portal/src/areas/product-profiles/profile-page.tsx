import { List, Skeleton, Stack, Table, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { PriceChange } from './price-change.tsx'
import { profileTexts } from './texts.ts'

export type Profile = Answer<'GET /product-profiles/{profileId}'>
type Item = Profile['items'][number]

/** One profile: its price list, versions, customers, and changing their prices. */
export function ProfilePage({ profileId }: { readonly profileId: string }) {
  const texts = useTexts(profileTexts)
  const { language } = useLanguage()
  const { data, error, refetch } = useAnswer('GET /product-profiles/{profileId}', [{ path: { profileId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={data.title[language]} about={data.about?.[language] ?? ''} actions={<AddLink>{texts.add}</AddLink>}>
      <Stack>
        <Items items={data.items} />
        <Versions profile={data} />
        <Customers profileId={profileId} />
        <PriceChange profile={data} />
      </Stack>
    </Page>
  )
}

function Items({ items }: { readonly items: readonly Item[] }) {
  const texts = useTexts(profileTexts)
  const { language } = useLanguage()
  const { money } = useMoney()
  return (
    <Section title={texts.items}>
      <Table aria-label={texts.items}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.name}</Table.Th>
            <Table.Th>{texts.price}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ id, kind, title, price, setUp, volume }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={500}>
                {title[language]}
              </Table.Th>
              <Table.Td>
                {kind === 'one-off' ? `${money(price)} ${texts.once}` : money(price)}
                {volume?.steps.map((step) => (
                  <Text key={step.from} size="sm">
                    {texts.steps(String(step.from), money(step.price))}
                  </Text>
                ))}
                {setUp === null ? null : <Text size="sm">{`${texts.setUp}: ${money(setUp)}`}</Text>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

function Versions({ profile: { history } }: { readonly profile: Profile }) {
  const texts = useTexts(profileTexts)
  const format = useFormat()
  const { day } = useMoney()
  return (
    <Section title={texts.versions}>
      <List size="sm">
        {history.map(({ id, number, validFrom, createdAt, createdBy, isWithdrawn }) => (
          <List.Item key={id}>
            {`${texts.versionSince(String(number), day(validFrom))}${isWithdrawn ? `, ${texts.withdrawn}` : ''}`}
            <Text size="xs">{texts.by(format.dateTime(createdAt), createdBy)}</Text>
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

/** The first ones; the API has the rest. */
const SHOWN = 50

function Customers({ profileId }: { readonly profileId: string }) {
  const texts = useTexts(profileTexts)
  const { data } = useAnswer('GET /product-profiles/{profileId}/customers', [{ path: { profileId }, query: { limit: SHOWN } }])
  return (
    <Section title={texts.customers}>
      {data?.items.length === 0 ? <Text size="sm">{texts.noCustomers}</Text> : null}
      <List size="sm">
        {data?.items.map(({ contractId, tenantName }) => (
          <List.Item key={contractId}>{tenantName}</List.Item>
        ))}
      </List>
    </Section>
  )
}
