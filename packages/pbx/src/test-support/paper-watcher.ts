import {
  buildRequest,
  type IncomingSubscription,
  type NotifierSubscription,
  type NotifyContent,
  type SipRequest,
  type SubscriptionEnd,
} from '@klinke/sip'

/** A phone that subscribes, on paper: what it was answered, and the documents that it got. */
export class PaperWatcher implements IncomingSubscription {
  readonly request: SipRequest
  readonly flow: IncomingSubscription['flow']
  readonly expiresSeconds = 3_600
  /** 0 until it is answered. */
  status = 0
  readonly documents: string[] = []
  /** Why the exchange ended it. */
  terminated: string | undefined
  readonly #ended = Promise.withResolvers<SubscriptionEnd>()

  constructor(uri: string, flowId = 'flow') {
    this.request = buildRequest({ method: 'SUBSCRIBE', uri, from: `<${uri}>;tag=a`, to: `<${uri}>`, callId: 'x', cseq: 1 })
    this.flow = {
      ...{ id: flowId, protocol: 'UDP' },
      ...{ local: { address: '192.0.2.1', port: 5060 }, remote: { address: '192.0.2.2', port: 5060 } },
    }
  }

  accept(content: () => NotifyContent | undefined): NotifierSubscription {
    this.status = 200
    const notify = (): void => void this.documents.push(String(content()?.body))
    notify()
    return { activate: () => undefined, changed: notify, terminate: (reason) => this.#end(reason), ended: this.#ended.promise }
  }

  reject(status: number): void {
    this.status = status
  }

  drop(): void {
    this.status = -1
  }

  #end(reason: string): void {
    this.terminated = reason
    this.leave()
  }

  leave(): void {
    this.#ended.resolve({ by: 'subscriber' })
  }
}
