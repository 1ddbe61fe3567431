'use client'
import { type ChangeEvent, type ComponentProps, useEffect, useRef } from 'react'
import { TextField } from '@/components/ui/field'
import { type Grouping, grouped, groupedAt, plainNumber } from '@/lib/domain/identifiers/grouped'

type Props = Omit<ComponentProps<typeof TextField>, 'onChange' | 'ref' | 'value'> & {
  grouping: Grouping
}

function regroup(event: ChangeEvent<HTMLInputElement>, grouping: Grouping) {
  const field = event.currentTarget
  // An input method has not finished: its text is not the field's yet.
  if ((event.nativeEvent as InputEvent).isComposing) return
  const { text, caret } = groupedAt(field.value, field.selectionStart ?? 0, grouping)
  if (text === field.value) return
  field.value = text
  if (document.activeElement === field) field.setSelectionRange(caret, caret)
}

/** A number's field: shown in groups as it is typed, sent plain. */
export function GroupedField({ grouping, defaultValue, ...field }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const here = input.current
    const form = here?.form
    const sendPlain = ({ formData }: FormDataEvent) => {
      if (here && formData.has(here.name)) formData.set(here.name, plainNumber(here.value))
    }
    form?.addEventListener('formdata', sendPlain)
    return () => form?.removeEventListener('formdata', sendPlain)
  }, [])
  return (
    <TextField
      {...field}
      ref={input}
      defaultValue={defaultValue && grouped(String(defaultValue), grouping)}
      onChange={(event) => regroup(event, grouping)}
    />
  )
}
