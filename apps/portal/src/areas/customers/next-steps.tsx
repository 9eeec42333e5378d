import { Button, Group } from '@mantine/core'
import { useLocation } from 'wouter'
import { useCustomerChoice } from '../../session/customer.tsx'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { customerTexts } from './texts.ts'

/** What makes a new customer one that telephones: each chooses the customer and leads to where it is done. */
export function NextSteps({ tenantId }: { readonly tenantId: string }) {
  const texts = useTexts(customerTexts)
  const [, go] = useLocation()
  const { choose } = useCustomerChoice()
  const isOperator = useSession().kind === 'operator'
  const steps = [
    ...(isOperator ? [{ label: texts.stepContract, href: '~/contract' }] : []),
    { label: texts.stepNumbers, href: '~/numbers/new' },
    { label: texts.stepLogin, href: '~/logins/new' },
    { label: texts.stepExtension, href: '~/extensions/new' },
  ]
  const take = (href: string) => (): void => {
    choose(tenantId)
    go(href)
  }
  return (
    <Section title={texts.nextSteps} about={texts.nextStepsAbout}>
      <Group>
        {steps.map(({ label, href }) => (
          <Button key={href} variant="default" onClick={take(href)}>
            {label}
          </Button>
        ))}
      </Group>
    </Section>
  )
}
