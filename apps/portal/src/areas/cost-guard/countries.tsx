import { Badge, Button, Group, List, Skeleton, Text } from '@mantine/core'
import type { Entry } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { guardTexts } from './texts.ts'

type Country = Entry<'GET /cost-guard/countries'>

/** Countries that somebody wanted to call first. */
export function Countries() {
  const texts = useTexts(guardTexts)
  const { data, error, refetch } = useAnswer('GET /cost-guard/countries', [{ query: useCustomer() }])
  return (
    <Section title={texts.countries} about={texts.countriesAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={60} /> : null}
      {data?.items.length === 0 ? <Text size="sm">{texts.noCountries}</Text> : null}
      <List listStyleType="none" spacing="xs">
        {data?.items.map((each) => (
          <List.Item key={each.country}>
            <OneCountry country={each} />
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

const COLORS = { waiting: 'yellow', allowed: 'teal', refused: 'gray' } as const

function OneCountry({ country: { country, name, state, number } }: { readonly country: Country }) {
  const texts = useTexts(guardTexts)
  const { language } = useLanguage()
  const query = useCustomer()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const decide = useChange('PUT /cost-guard/countries/{country}', { refreshes: ['/cost-guard'] })
  const set = (to: 'allowed' | 'refused') => decide.mutateAsync([{ path: { country }, query, body: { state: to } }])
  const press = (to: 'allowed' | 'refused'): void => {
    const before = to === 'allowed' ? 'refused' : 'allowed'
    void set(to).then(
      () => done(to === 'allowed' ? texts.approved(name[language]) : texts.turnedDown(name[language]), () => set(before)),
      failed,
    )
  }
  return (
    <Group gap="sm">
      <Text>{name[language]}</Text>
      <Badge variant="default" leftSection={<Dot color={COLORS[state]} />}>
        {texts[state]}
      </Badge>
      {number === null ? null : <Text size="sm">{texts.firstCalled(number)}</Text>}
      {mayChange && state !== 'allowed' ? (
        <Button size="xs" loading={decide.isPending} onClick={() => press('allowed')} aria-label={texts.approveNamed(name[language])}>
          {texts.approve}
        </Button>
      ) : null}
      {mayChange && state !== 'refused' ? (
        <Button size="xs" variant="default" onClick={() => press('refused')} aria-label={texts.turnDownNamed(name[language])}>
          {texts.turnDown}
        </Button>
      ) : null}
    </Group>
  )
}

function Dot({ color }: { readonly color: string }) {
  return (
    <Text span c={color} aria-hidden>
      {'●'}
    </Text>
  )
}
