import { List, Skeleton, Table, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { AgreementSection } from './agreement-section.tsx'
import { ConsentsSection } from './consents-section.tsx'
import { RequestsSection } from './requests-section.tsx'
import { SubprocessorsSection } from './subprocessors-section.tsx'
import { privacyTexts } from './texts.ts'

/** PRI-01 and PRI-02: what was asked for, agreed and consented to, and how long data is kept. */
export function PrivacyPage() {
  const texts = useTexts(privacyTexts)
  return (
    <Page title={texts.title} about={texts.about}>
      <RequestsSection />
      <AgreementSection />
      <SubprocessorsSection />
      <ConsentsSection />
      <RulesAndLog />
    </Page>
  )
}

function RulesAndLog() {
  const texts = useTexts(privacyTexts)
  const format = useFormat()
  const { language } = useLanguage()
  const query = useCustomer()
  const rules = useAnswer('GET /retention-rules', [{ query }])
  const log = useAnswer('GET /deletion-log', [{ query }])
  const nameOf = (kind: string): string => rules.data?.items.find((each) => each.kind === kind)?.name[language] ?? kind
  return (
    <>
      <Section title={texts.rules}>
        {rules.error === null ? null : <Trouble error={rules.error} retry={() => void rules.refetch()} />}
        {rules.data === undefined && rules.error === null ? <Skeleton height={240} /> : null}
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.kind}</Table.Th>
              <Table.Th>{texts.keptFor}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rules.data?.items.map(({ kind, name, rule }) => (
              <Table.Tr key={kind}>
                <Table.Td>{name[language]}</Table.Td>
                <Table.Td>{rule[language]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
      <Section title={texts.log}>
        {log.data?.items.length === 0 ? <Text size="sm">{texts.noLog}</Text> : null}
        <List size="sm">
          {log.data?.items.map(({ kind, count, at }) => (
            <List.Item key={`${at} ${kind}`}>{texts.logLine(format.dateTime(at), nameOf(kind), count)}</List.Item>
          ))}
        </List>
      </Section>
    </>
  )
}
