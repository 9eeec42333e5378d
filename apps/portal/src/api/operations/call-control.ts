// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface CallControlOperations {
  /** Get how the phone is called for calls made by a program */
  readonly 'GET /extensions/{extensionId}/call-control-settings': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** Its phone is asked to answer by itself when its user makes a call by a program; otherwise it rings, and is taken up by hand */
      readonly autoAnswer: boolean
    }
  }
  /** Change how the phone is called for calls made by a program */
  readonly 'PATCH /extensions/{extensionId}/call-control-settings': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** Its phone is asked to answer by itself when its user makes a call by a program; otherwise it rings, and is taken up by hand */
      readonly autoAnswer?: boolean
    }
    readonly answer: {
      /** Its phone is asked to answer by itself when its user makes a call by a program; otherwise it rings, and is taken up by hand */
      readonly autoAnswer: boolean
    }
  }
  /** Make a call: the extension's phone is called, and when it has answered the number, as if it were dialled there */
  readonly 'POST /calls': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** Who calls */
      readonly extensionId: string
      /** As it would be dialled at the phone */
      readonly number: string
      /** Which of its phones, of `/registrations`; absent: all, the first to answer */
      readonly registrationId?: string
      /** Ask the phone to answer by itself; absent: as the extension has it */
      readonly autoAnswer?: boolean
      /** Whom it calls is not shown its number */
      readonly hideNumber?: boolean
    }
    readonly answer: {
      /** Of `/live-calls`, and of the events */
      readonly callId: string
    }
  }
  /** Answer a call that rings at the extension, with its own phone */
  readonly 'POST /live-calls/{callId}/answer': {
    readonly path: { readonly callId: string }
    readonly query?: { readonly extensionId?: string; readonly registrationId?: string }
    readonly answer: {
      /** Of `/live-calls`, and of the events */
      readonly callId: string
    }
  }
  /** Answer a call that rings at another extension (pickup) */
  readonly 'POST /live-calls/{callId}/pick-up': {
    readonly path: { readonly callId: string }
    readonly body: {
      /** Who answers, with its own phone */
      readonly extensionId: string
      /** At whose phone it rings; absent: the first in the call */
      readonly rungExtensionId?: string
      /** Which of its phones, of `/registrations`; absent: all, the first to answer */
      readonly registrationId?: string
    }
    readonly answer: {
      /** Of `/live-calls`, and of the events */
      readonly callId: string
    }
  }
  /** Hold whom the extension talks to, who hears music */
  readonly 'POST /live-calls/{callId}/hold': {
    readonly path: { readonly callId: string }
    readonly query?: { readonly extensionId?: string }
    readonly answer: null
  }
  /** Talk on with whom the extension holds */
  readonly 'POST /live-calls/{callId}/resume': {
    readonly path: { readonly callId: string }
    readonly query?: { readonly extensionId?: string }
    readonly answer: null
  }
  /** Hang up, give up calling, or decline the call that rings, for the extension */
  readonly 'POST /live-calls/{callId}/hang-up': {
    readonly path: { readonly callId: string }
    readonly query?: { readonly extensionId?: string }
    readonly answer: null
  }
  /** Transfer whom the extension talks to: to a number, or to whom it talks to in another call */
  readonly 'POST /live-calls/{callId}/transfer': {
    readonly path: { readonly callId: string }
    readonly query?: { readonly extensionId?: string }
    readonly body: {
      /** To whom: at once, as if the extension had dialled it. Nobody there: it comes back */
      readonly number: string
    } | {
      /** Another call of the extension: whom it talks to there */
      readonly otherCallId: string
    }
    readonly answer: null
  }
  /** Call somebody while the other party waits, over the same line of the phone */
  readonly 'POST /live-calls/{callId}/consultation': {
    readonly path: { readonly callId: string }
    readonly query?: { readonly extensionId?: string }
    readonly body: {
      /** As it would be dialled at the phone */
      readonly number: string
    }
    readonly answer: null
  }
  /** Go on from a consultation */
  readonly 'PATCH /live-calls/{callId}/consultation': {
    readonly path: { readonly callId: string }
    readonly query?: { readonly extensionId?: string }
    readonly body: {
      /** Connect both and leave; talk to the other of the two; all three together; give up whom it has called */
      readonly action: "connect" | "toggle" | "conference" | "back"
    }
    readonly answer: null
  }
  /** Press keys in the call (DTMF) for the extension */
  readonly 'POST /live-calls/{callId}/keys': {
    readonly path: { readonly callId: string }
    readonly query?: { readonly extensionId?: string }
    readonly body: {
      /** Pressed one after the other: 0 to 9, *, #, A to D */
      readonly keys: string
    }
    readonly answer: null
  }
}
