import { Button, Skeleton, Stack, Table, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useSession } from '../../session/session-context.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import { downloadHref } from '../../shared/download-href.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { MendTask } from './mend-task.tsx'
import { OrderSteps } from './order-steps.tsx'
import { PriceTables } from './price-table.tsx'
import { orderTexts } from './texts.ts'

export type Order = Answer<'GET /orders/{orderId}'>
const EVERY_MS = 15_000

/** One order: how far it is, what can be done, what is set up, what it costs. */
export function OrderPage({ orderId }: { readonly orderId: string }) {
  const texts = useTexts(orderTexts)
  const { data, error, refetch } = useAnswer('GET /orders/{orderId}', [{ path: { orderId } }], { everyMs: EVERY_MS, unheard: true })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Page title={texts.title}>{<Skeleton height={240} />}</Page>
  return <Whole order={data} />
}

function Whole({ order }: { readonly order: Order }) {
  const texts = useTexts(orderTexts)
  const { language } = useLanguage()
  const { day } = useMoney()
  const mayChange = useMayChange()
  const about = [order.stateText[language], order.customer, order.wishDate === null ? null : `${texts.wishDate} ${day(order.wishDate)}`]
  const actions = (
    <>
      {order.contractId === null || !mayChange || order.state !== 'active' ? null : (
        <>
          <Button component={Link} href={`/change/${order.contractId}`} variant="default">
            {texts.change}
          </Button>
          <Button component={Link} href={`/move/${order.contractId}`} variant="default">
            {texts.moveTitle}
          </Button>
        </>
      )}
      {order.form === null ? null : (
        <Button component="a" href={downloadHref(`/orders/${order.id}/document`, { language })} variant="default" download>
          {texts.document}
        </Button>
      )}
    </>
  )
  const isOperator = useSession().kind === 'operator'
  const steps = isOperator ? order.steps : order.steps.filter((step) => step === 'cancel' && order.state !== 'confirmed')
  return (
    <Page title={order.number} about={about.filter((part) => part !== null).join(' · ')} actions={actions}>
      <Stack>
        {steps.length === 0 || !mayChange ? null : <OrderSteps order={order} steps={steps} />}
        {order.billingBeginsBy === null ? null : <Text>{texts.billingBeginsBy(day(order.billingBeginsBy))}</Text>}
        <Tasks order={order} mayMend={isOperator && mayChange} />
        {order.price === null ? null : (
          <Section title={texts.amount}>
            <PriceTables price={order.price} />
          </Section>
        )}
        <History order={order} />
      </Stack>
    </Page>
  )
}

function Tasks({ order: { id, tasks }, mayMend }: { readonly order: Order; readonly mayMend: boolean }) {
  const texts = useTexts(orderTexts)
  const { language } = useLanguage()
  const { day } = useMoney()
  if (tasks.length === 0) return null
  const stopped = tasks.find(({ skip }) => skip !== null)
  return (
    <Section title={texts.tasks}>
      {stopped === undefined ? null : <MendTask key={stopped.position} orderId={id} task={stopped} mayMend={mayMend} />}
      <Table.ScrollContainer minWidth={280} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': texts.tasks } }}>
        <Table aria-label={texts.tasks}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.task}</Table.Th>
              <Table.Th>{texts.state}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tasks.map((task) => (
              <Table.Tr key={task.position}>
                <Table.Th scope="row" fw={500}>
                  {task.title[language]}
                </Table.Th>
                <Table.Td>
                  {stateOf(task)}
                  {task.skipped === null ? null : <Text size="sm">{task.skipped.reason}</Text>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  )

  function stateOf({ doneAt, skipped, due }: Order['tasks'][number]): string {
    if (skipped !== null) return texts.taskSkipped
    if (doneAt !== null) return texts.taskDone
    return due === null ? texts.taskOpen : texts.taskDue(day(due))
  }
}

function History({ order: { history, tasks } }: { readonly order: Order }) {
  const texts = useTexts(orderTexts)
  const { language } = useLanguage()
  const { dateTime } = useFormat()
  return (
    <Section title={texts.history}>
      <Table.ScrollContainer
        minWidth={280}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': texts.history } }}
      >
        <Table aria-label={texts.history}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.when}</Table.Th>
              <Table.Th>{texts.step}</Table.Th>
              <Table.Th>{texts.who}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {history.map(({ step, at, by, reason, task }) => (
              <Table.Tr key={`${step} ${at}`}>
                <Table.Td>{dateTime(at)}</Table.Td>
                <Table.Td>
                  {step === 'order' ? texts.ordered : texts[step]}
                  {task === null ? null : <Text size="sm">{tasks.find(({ position }) => position === task)?.title[language]}</Text>}
                  {reason === '' ? null : <Text size="sm">{reason}</Text>}
                </Table.Td>
                <Table.Td>{by}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  )
}
