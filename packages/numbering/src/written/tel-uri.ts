/** A tel URI (RFC 3966) apart: the number as written, and the parameters that change what is dialled. */
export interface WrittenTel {
  /** With its `+` when it is global; visual separators kept. */
  readonly number: string
  /** `;phone-context`: the first digits of a global number (`+49221`), or a domain. */
  readonly context: string | undefined
  /** `;ext`: dialled by keys after the answer. */
  readonly extension: string | undefined
}

/** Takes a tel URI apart; `undefined` for any other text. Other parameters (`;isub`, unknown ones) do not change the number. */
export function telParts(text: string): WrittenTel | undefined {
  const rest = /^tel:(.*)$/is.exec(text.trim())?.[1]
  if (rest === undefined) return undefined
  const [number = '', ...parameters] = rest.split(';')
  return { number, context: parameter(parameters, 'phone-context'), extension: digitsOf(parameter(parameters, 'ext')) }
}

function parameter(parameters: readonly string[], name: string): string | undefined {
  const found = parameters.find((each) => each.toLowerCase().startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

function digitsOf(extension: string | undefined): string | undefined {
  const digits = extension?.replace(/[-.()]/g, '')
  return digits !== undefined && /^\d{1,10}$/.test(digits) ? digits : undefined
}
