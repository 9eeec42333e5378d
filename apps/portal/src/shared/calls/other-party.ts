interface Party {
  readonly extensionId: string | null
  readonly number: string
  readonly displayName: string | null
}

interface Call {
  readonly caller: Party
  readonly called: Party
  readonly answeredAt: string | null
  readonly endedAt: string | null
}

/** Whom an extension talked to, or would have. */
export function otherParty({ caller, called }: Pick<Call, 'caller' | 'called'>, extensionId: string): Party {
  return caller.extensionId === extensionId ? called : caller
}

/** It rang here, or would have, and nobody has answered anywhere. */
export function isMissed({ caller, answeredAt, endedAt }: Call, extensionId: string): boolean {
  return caller.extensionId !== extensionId && answeredAt === null && endedAt !== null
}
