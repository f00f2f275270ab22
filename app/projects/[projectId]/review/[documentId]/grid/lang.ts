/** How each side tells browsers and screen readers its language. */
export const LANG = { zh: 'zh-CN', en: 'en' } as const
