import { Route, Switch } from 'wouter'
import { BundlePage } from './bundle-page.tsx'
import { DraftPage } from './draft-page.tsx'
import { NewTariffPage } from './new-tariff-page.tsx'
import { TariffsPage } from './tariffs-page.tsx'
import { VersionPage } from './version-page.tsx'
import { ZonePage } from './zone-page.tsx'

export default function TariffPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewTariffPage />
      </Route>
      <Route path="/versions/:versionId">{({ versionId }) => <VersionPage key={versionId} versionId={versionId} />}</Route>
      <Route path="/drafts/:draftId">{({ draftId }) => <DraftPage key={draftId} draftId={draftId} />}</Route>
      <Route path="/drafts/:draftId/zones/:zoneId">
        {({ draftId, zoneId }) => <ZonePage key={zoneId} draftId={draftId} zoneId={zoneId} />}
      </Route>
      <Route path="/drafts/:draftId/bundles">{({ draftId }) => <BundlePage key={draftId} draftId={draftId} />}</Route>
      <Route path="/drafts/:draftId/bundles/:bundleId">
        {({ draftId, bundleId }) => <BundlePage key={bundleId} draftId={draftId} bundleId={bundleId} />}
      </Route>
      <Route>
        <TariffsPage />
      </Route>
    </Switch>
  )
}
