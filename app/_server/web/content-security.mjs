/**
 * What pages may load: nothing from another host, no plug-in, no frame, no form that posts elsewhere; and of scripts only those
 * that carry the nonce of this answer, with what they load themselves. Next puts its data into inline scripts and reads the
 * nonce for them from the request's own header of this name. Style attributes stay allowed: lists place their rows by them.
 */

/** @param {{ nonce: string } | { development: true }} how `next dev` has no server of ours and evaluates code. */
export function contentSecurityPolicy(how) {
  const scripts = 'nonce' in how ? `'nonce-${how.nonce}' 'strict-dynamic'` : "'self' 'unsafe-inline' 'unsafe-eval'"
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
