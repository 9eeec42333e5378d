/** `<data>/demo.json`: the contract between a running Klinke and scripts (issue "The first call", item 9). */
export interface DemoFile {
  readonly portal: string
  readonly api: { readonly url: string; readonly key: string }
  readonly sip: { readonly domain: string; readonly host: string; readonly udp: number; readonly tls: number; readonly ws: string }
  /** Who signs in to the portal. */
  readonly logins: readonly DemoLogin[]
  readonly extensions: readonly DemoExtension[]
  readonly numbers: readonly string[]
  readonly network: {
    readonly echo: string
    readonly tone: string
    readonly busy: string
    readonly noAnswer: string
    readonly unassigned: string
    readonly hangUpAfter: string
  }
  /** Of the simulated public network. */
  readonly control: { readonly url: string; readonly token: string }
}

export interface DemoLogin {
  readonly role: 'operator' | 'reseller' | 'tenant' | 'user'
  readonly email: string
  readonly password: string
  readonly name: string
}

export interface DemoExtension {
  readonly number: string
  readonly username: string
  readonly password: string
  readonly name: string
}
