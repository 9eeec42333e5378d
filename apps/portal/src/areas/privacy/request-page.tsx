import { Anchor, List, Skeleton, Table, Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { downloadHref } from '../../shared/download-href.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { AnswerSection } from './answer-section.tsx'
import { ErasurePreview, ErasureTable } from './erasure.tsx'
import { ExtensionSection } from './extension-section.tsx'
import { Due, type Request } from './request-table.tsx'
import { privacyTexts } from './texts.ts'

/** A report may be in the making, and mails on their way. */
const EVERY_MS = 5_000

/** One request: what is known, what a deletion would take, and the answer. */
export function RequestPage({ requestId }: { readonly requestId: string }) {
  const texts = useTexts(privacyTexts)
  const mayChange = useMayChange()
  const { data, error, refetch } = useAnswer('GET /privacy-requests/{requestId}', [{ path: { requestId } }], {
    everyMs: EVERY_MS,
    unheard: true,
  })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const { kind, askedBy, isOpen, erased, extendedMonths } = data
  return (
    <Page title={texts.ofWhom(texts[kind], askedBy)}>
      <Facts request={data} />
      {erased === null ? null : (
        <Section title={texts.erased} about={texts.erasedAbout}>
          <ErasureTable items={erased} />
        </Section>
      )}
      {kind === 'deletion' && isOpen && mayChange ? <ErasurePreview requestId={requestId} /> : null}
      {isOpen && mayChange ? <AnswerSection request={data} /> : null}
      {isOpen && mayChange && extendedMonths === 0 ? <ExtensionSection requestId={requestId} /> : null}
    </Page>
  )
}

function Facts({ request }: { readonly request: Request }) {
  const texts = useTexts(privacyTexts)
  const format = useFormat()
  const { language } = useLanguage()
  const { id, about, askedAt, state, replyTo, extensionReason, outcome, legalGround, decidedBy, decidedAt, octets, expiresAt } = request
  const ground = request.grounds.find((each) => each.ground === legalGround)
  return (
    <Section title={texts.facts}>
      <Table variant="vertical" layout="fixed">
        <Table.Tbody>
          <Fact name={texts.asked}>{format.dateTime(askedAt)}</Fact>
          {about === '' ? null : <Fact name={texts.askAbout}>{about}</Fact>}
          {request.isOpen ? (
            <Fact name={texts.dueOn}>
              <Due request={request} />
            </Fact>
          ) : null}
          {extensionReason === '' ? null : <Fact name={texts.extensionReason}>{extensionReason}</Fact>}
          <Fact name={texts.state}>{texts[state]}</Fact>
          <Fact name={texts.replyTo}>{replyTo ?? texts.noReplyTo}</Fact>
          {outcome === '' ? null : <Fact name={texts.outcome}>{inLines(outcome)}</Fact>}
          {ground === undefined ? null : <Fact name={texts.legalGround}>{`${ground.words[language]} (${ground.law})`}</Fact>}
          {decidedBy === null || decidedAt === null ? null : (
            <Fact name={texts.decided}>{`${decidedBy}, ${format.dateTime(decidedAt)}`}</Fact>
          )}
          {octets === null || expiresAt === null ? null : (
            <Fact name={texts.report}>
              <Anchor href={downloadHref(`/privacy-requests/${id}/report`, {})} download>
                {`${texts.download} (${texts.until(format.date(expiresAt))})`}
              </Anchor>
            </Fact>
          )}
        </Table.Tbody>
      </Table>
      <Mails mails={request.mails} />
    </Section>
  )
}

/** As it was written, line by line. */
function inLines(text: string) {
  return <span style={{ whiteSpace: 'pre-line' }}>{text}</span>
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w="35%">{name}</Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  )
}

function Mails({ mails }: Pick<Request, 'mails'>) {
  const texts = useTexts(privacyTexts)
  const format = useFormat()
  if (mails.length === 0) return null
  return (
    <>
      <Text size="sm" fw={600}>
        {texts.mails}
      </Text>
      <List size="sm">
        {mails.map(({ recipient, at, state, withReport, failure }) => (
          <List.Item key={at}>
            {texts.mailLine(format.dateTime(at), recipient, texts[`mail-${state}`])}
            {withReport ? `, ${texts.withReport}` : ''}
            {failure === '' ? null : ` (${failure})`}
          </List.Item>
        ))}
      </List>
    </>
  )
}
