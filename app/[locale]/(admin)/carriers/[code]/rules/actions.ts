'use server'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { narrowingText, ruleText } from '@/components/rules/rule-text'
import { ruleWords } from '@/components/rules/rule-words'
import { staffAction } from '@/lib/auth/action'
import { changeRulebook } from '@/lib/carriers/rulebook/commands'
import { differenceOf } from '@/lib/carriers/rulebook/difference'
import { readRulebook } from '@/lib/carriers/rulebook/file'
import { rulebookOf } from '@/lib/carriers/rulebook/queries'
import { ruleFormSchema } from '@/lib/carriers/rulebook/rule-form'
import type { CarrierRule } from '@/lib/carriers/rulebook/rules'
import { rulebookSetting, rulebookSettingSchema } from '@/lib/carriers/rulebook/setting'
import { fingerprint } from '@/lib/db/audit'
import { changeSetting } from '@/lib/db/setting'
import { dayOf } from '@/lib/domain/days'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'

type By = { id: string }

/** Writes the rulebook that `change` makes of the one that was seen, and goes back to the list. */
async function changeRules(
  { id }: By,
  form: FormData,
  change: (rules: CarrierRule[], place: number) => CarrierRule[],
): Promise<FormState> {
  const code = hiddenField(form, '$code')
  const place = Number(hiddenField(form, '$place') || '-1')
  const seen = hiddenField(form, '$seen')
  const rules = await rulebookOf(code)
  if (fingerprint(rules) !== seen) return refusedForm('setting_changed')
  const written = await changeRulebook(id, code, change(rules, place), seen, new Date())
  if (!written.ok) return refusedBy(written.refusal)
  return redirect({ href: `/carriers/${code}/rules?saved=1`, locale: await getLocale() })
}

/** Adds a rule, or replaces the one at its place. */
export const saveRule = staffAction(
  'settings.edit',
  () => ruleFormSchema,
  (viewer, rule, form) =>
    changeRules(viewer, form, (rules, place) =>
      place < 0 ? [...rules, rule] : rules.with(place, rule),
    ),
)

/** Removes a rule. */
export const removeRule = staffAction(
  'settings.edit',
  () => z.strictObject({}),
  (viewer, _, form) => changeRules(viewer, form, (rules, place) => rules.toSpliced(place, 1)),
)

/** Notes that somebody looked today and the rule still holds. */
export const confirmRule = staffAction(
  'settings.edit',
  () => z.strictObject({}),
  (viewer, _, form) =>
    changeRules(viewer, form, (rules, place) => {
      const rule = rules[place]
      return rule ? rules.with(place, { ...rule, checkedOn: dayOf(new Date()) }) : rules
    }),
)

/** Reads a file; says what it would change, or with `$apply` changes it. */
export const importRules = staffAction(
  'settings.edit',
  () => z.strictObject({ text: z.string('required').min(1, 'required').max(400_000, 'too_long') }),
  async (viewer, { text }, form): Promise<FormState> => {
    const code = hiddenField(form, '$code')
    const read = readRulebook(text)
    if (!read.ok) return refusedForm('rulebook_malformed', { since: read.faults })
    if (read.carrier !== code) return refusedForm('rulebook_of_another')
    if (hiddenField(form, '$apply') === 'true') return changeRules(viewer, form, () => read.rules)
    const changes = differenceOf(await rulebookOf(code), read.rules)
    const words = await ruleWords()
    const t = await getTranslations('rules')
    const said = (rule: CarrierRule) =>
      `${words.words(`ruleTopic.${rule.topic}`)} (${narrowingText(rule, words) || t('everywhere')})${t('colon')}` +
      ruleText(rule, words)
    const lines = changes.map(({ before, after }) => {
      if (!before) return t('change.added', { rule: said(after as CarrierRule) })
      if (!after) return t('change.removed', { rule: said(before) })
      const [was, is] = [ruleText(before, words), ruleText(after, words)]
      return was === is
        ? t('change.source', { rule: said(after) })
        : t('change.changed', { rule: said(before), is })
    })
    return { status: 'looked', count: lines.length, lines }
  },
)

/** Changes after how many days a rule has to be checked again. */
export const saveRulebookSetting = staffAction(
  'settings.edit',
  () => rulebookSettingSchema,
  async (viewer, change, form): Promise<FormState> => {
    const seen = hiddenField(form, '$seen')
    const saved = await changeSetting(rulebookSetting, viewer.id, change, seen, new Date())
    if (!saved.ok) return refusedBy(saved.refusal)
    return redirect({ href: '/carriers?saved=1', locale: await getLocale() })
  },
)
