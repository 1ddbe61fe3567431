import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Panel } from '@/components/ui/panel'
import { Sideways } from '@/components/ui/sideways'
import type { Operation } from '@/lib/api/operation'
import { permissions } from '@/lib/domain/permissions'

const shapeOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { description?: string; enum?: string[]; type?: string }>
    required?: string[]
  }

/** An API operation: its address, permissions, input and output. */
export async function OperationPanel({
  operation: { id, method, path, permission, query, bodyShown, versioned, answers, problems },
}: {
  operation: Operation
}) {
  const t = await getTranslations('api')
  const words = await getTranslations('words')
  const between = words('enumerationComma')
  const asked = shapeOf(query)
  const body = bodyShown()
  const schema = body?.schema instanceof z.ZodType ? shapeOf(body.schema) : body?.schema
  return (
    <Panel
      id={id}
      title={
        <code className="break-all">
          {method.toUpperCase()} {path}
        </code>
      }
      aside={
        <span className="text-sm text-quiet">
          {permissions[permission].map((role) => words(`role.${role}`)).join(between)}
        </span>
      }
    >
      <p>{t(`operation.${id as 'createRequest'}`)}</p>
      {versioned && <p className="mt-2 text-sm text-quiet">{t('docs.versioned')}</p>}
      {asked.properties && Object.keys(asked.properties).length > 0 && (
        <ul className="mt-3 grid gap-1">
          {Object.entries(asked.properties).map(([name, { enum: values, type }]) => (
            <li key={name}>
              <code>{name}</code>{' '}
              <span className="text-sm text-quiet">
                {values?.join(' · ') ?? type}
                {asked.required?.includes(name) ? '' : ` · ${t('docs.optional')}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {schema && (
        <details className="mt-3">
          <summary className="cursor-pointer font-semibold text-accent">{t('docs.body')}</summary>
          <Sideways label={t('docs.bodyOf', { call: `${method.toUpperCase()} ${path}` })}>
            <pre className="mt-2 rounded-md bg-sunken p-3 text-sm">
              {JSON.stringify(schema, null, 2)}
            </pre>
          </Sideways>
        </details>
      )}
      <p className="mt-3 text-sm text-quiet">
        {t('docs.answers', {
          statuses: Object.keys(answers).join(between),
          problems: problems.join(between) || '—',
        })}
      </p>
    </Panel>
  )
}
