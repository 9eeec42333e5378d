import { Route, Switch } from 'wouter'
import { LoginPage } from './login-page.tsx'
import { LoginsPage } from './logins-page.tsx'
import { NewLoginPage } from './new-login-page.tsx'

export default function LoginPages() {
  return (
    <Switch>
      <Route path="/new">
        <NewLoginPage />
      </Route>
      <Route path="/:loginId">{({ loginId }) => <LoginPage key={loginId} loginId={loginId} />}</Route>
      <Route>
        <LoginsPage />
      </Route>
    </Switch>
  )
}
