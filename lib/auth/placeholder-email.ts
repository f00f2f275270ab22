/** The first administrator's address until they give their own. A domain of this name can never exist (RFC 2606). */
export const PLACEHOLDER_EMAIL = 'administrator@duizhao.invalid'
