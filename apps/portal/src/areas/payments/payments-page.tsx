import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { BankFiles } from './bank-files.tsx'
import { Collections } from './collections.tsx'
import { CreditorSection } from './creditor-section.tsx'
import { Returns } from './returns.tsx'
import { paymentTexts } from './texts.ts'
import { Matched, UnclearTransfers } from './transfers.tsx'

/** Direct debits and what the bank says, for the operator. */
export default function PaymentsPage() {
  const texts = useTexts(paymentTexts)
  return (
    <Page title={texts.title} about={texts.about}>
      <Collections />
      <BankFiles />
      <UnclearTransfers />
      <Returns />
      <Matched />
      <CreditorSection />
    </Page>
  )
}
