import { Route, Switch } from 'wouter'
import { ChangePage } from './change-page.tsx'
import { ChargesPage } from './charges-page.tsx'
import { ContractsPage } from './contracts-page.tsx'
import { NewContractPage } from './new-contract-page.tsx'

export default function ContractPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewContractPage />
      </Route>
      <Route path="/:contractId/change">{({ contractId }) => <ChangePage key={contractId} contractId={contractId} />}</Route>
      <Route path="/:contractId/charges">{({ contractId }) => <ChargesPage key={contractId} contractId={contractId} />}</Route>
      <Route>
        <ContractsPage />
      </Route>
    </Switch>
  )
}
