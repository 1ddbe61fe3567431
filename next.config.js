import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  devIndicators: false,
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
