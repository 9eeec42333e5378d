/** What changes with money that comes or goes. */
export const CREDIT = { refreshes: ['/prepaid-account'] }
