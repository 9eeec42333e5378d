/** As the server asks for it. */
export const MIN_PASSWORD = 12
