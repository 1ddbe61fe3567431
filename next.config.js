import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Types are checked by npm test; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // What Next would send to each phone and no page needs: 4 kB of 113 (ADR 22).
  turbopack: {
    resolveAlias: {
      './builtin/global-error': { browser: './app/global-error.tsx' },
      '../../../lib/constants': { browser: './lib/browser/next-constants.js' },
      '../../../../lib/constants': { browser: './lib/browser/next-constants.js' },
      '../../shared/lib/instant-messages': { browser: './lib/browser/nothing.js' },
      '../build/polyfills/polyfill-module': { browser: './lib/browser/nothing.js' },
      'next/dist/compiled/process': { browser: './lib/browser/process.js' },
    },
  },
  // Native or worker-spawning packages stay outside the bundle.
  serverExternalPackages: [
    '@tus/server',
    '@node-rs/argon2',
    'pg',
    'pino',
    '@prisma/client',
    '@prisma/adapter-pg',
    'pdfkit',
    'sharp',
  ],
}

// Messages are compiled when the desk is built: no parser of ICU syntax is sent to a phone.
const messages = {
  path: './lib/i18n/messages',
  format: 'json',
  locales: ['zh-CN', 'en'],
  precompile: true,
}

export default createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: { messages },
})(config)
