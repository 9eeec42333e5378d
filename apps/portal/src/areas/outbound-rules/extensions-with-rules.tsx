import { Button, Group } from '@mantine/core'
import { Phone } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { ruleTexts } from './texts.ts'

type Own = Entry<'GET /outbound-rules/extensions'>

/** Extensions that differ from the customer, and the way to let another one differ. */
export function ExtensionsWithRules() {
  const texts = useTexts(ruleTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Section title={texts.extensions} about={texts.extensionsAbout}>
      <DataList
        name={texts.extensions}
        source={{
          key: ['GET /outbound-rules/extensions', query],
          page: (cursor) => api('GET /outbound-rules/extensions', { query: { ...query, ...cursor } }),
        }}
        columns={useColumns()}
        rowKey={({ extensionId }) => extensionId}
        rowName={({ number, name }) => `${number} ${name}`}
        href={({ extensionId }) => `/extensions/${extensionId}`}
        searched={({ number, name }) => `${number} ${name}`}
        empty={{ icon: Phone, title: texts.noExtensions, text: texts.noExtensionsText }}
      />
      <Group align="flex-end" gap="sm">
        <TargetSelect kind="extension" label={texts.anotherExtension} value={chosen} onChange={setChosen} />
        {chosen === null ? null : (
          <Button component={Link} href={`/extensions/${chosen}`} variant="default">
            {texts.setForIt}
          </Button>
        )}
      </Group>
    </Section>
  )
}

function useColumns(): readonly Column<Own>[] {
  const texts = useTexts(ruleTexts)
  const { language } = useLanguage()
  const { data } = useAnswer('GET /outbound-rules', [{ query: useCustomer() }])
  const titleOf = (own: number | null): string => {
    const found = data?.classes.find((each) => each.class === own)
    return found === undefined ? texts.asCustomerShort : `${found.class}: ${found.title[language]}`
  }
  return [
    { key: 'extension', title: texts.extension, cell: ({ number, name }) => `${number} ${name}` },
    { key: 'class', title: texts.class, cell: (own) => titleOf(own.class) },
    { key: 'hours', title: texts.hours, cell: ({ timed }) => (timed === null ? '' : texts.withHours), width: '8rem', wideOnly: true },
    { key: 'lock', title: texts.lock, cell: ({ locked }) => (locked ? texts.lockOn : ''), width: '7rem' },
  ]
}
