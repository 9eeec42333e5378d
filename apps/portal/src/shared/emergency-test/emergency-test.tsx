import { Alert, Button, Checkbox, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { Section } from '../section.tsx'
import { Trouble } from '../trouble.tsx'
import { emergencyTestTexts } from './texts.ts'

type Test = Answer<'GET /extensions/{extensionId}/emergency-tests'>['items'][number]

/** What 110 and 112 would be told of an extension, tried without calling anybody. */
export function EmergencyTest({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(emergencyTestTexts)
  const { done, failed } = useNotices()
  const [ring, setRing] = useState(false)
  const path = { extensionId }
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/emergency-tests', [{ path }])
  const make = useChange('POST /extensions/{extensionId}/emergency-tests', { refreshes: ['/extensions/{extensionId}/emergency-tests'] })
  const test = (): void => {
    make.mutateAsync([{ path, body: ring ? { ring } : {} }]).then(() => (ring ? done(texts.rings) : undefined), failed)
  }
  return (
    <Section title={texts.title} about={texts.about}>
      {error === null ? (
        <Latest test={data?.items[0]} isLoading={data === undefined} />
      ) : (
        <Trouble error={error} retry={() => void refetch()} />
      )}
      <Checkbox label={texts.ring} checked={ring} onChange={({ currentTarget }) => setRing(currentTarget.checked)} />
      <Group>
        <Button onClick={test} loading={make.isPending}>
          {texts.test}
        </Button>
      </Group>
    </Section>
  )
}

function Latest({ test, isLoading }: { readonly test: Test | undefined; readonly isLoading: boolean }) {
  const texts = useTexts(emergencyTestTexts)
  const { dateTime } = useFormat()
  if (isLoading) return <Skeleton height={80} />
  if (test === undefined) return <Text size="sm">{texts.none}</Text>
  const { number, address, site, findings, madeAt, madeBy } = test
  const isGood = findings.every((finding) => finding === 'address-not-sent')
  const line = address === null ? texts.noAddress : `${address.street} ${address.houseNumber}, ${address.postalCode} ${address.city}`
  return (
    <Stack gap="xs">
      <Alert color={isGood ? 'green' : 'red'} variant="light" title={isGood ? texts.good : texts.bad} role="status">
        {findings.map((finding) => (
          <Text key={finding} size="sm">
            {texts[finding]}
          </Text>
        ))}
      </Alert>
      <Fact name={texts.number} value={number ?? texts.noNumber} />
      <Fact name={texts.address} value={line} />
      <Fact name={texts.site} value={site ?? texts.noSite} />
      <Text size="sm" c="dimmed">
        {texts.tested(dateTime(madeAt), madeBy === 'telephone' ? texts.telephone : madeBy)}
      </Text>
    </Stack>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Text size="sm">
      {name}: <strong>{value}</strong>
    </Text>
  )
}
