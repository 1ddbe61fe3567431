import type { ComponentType } from 'react'
import type { NotedKind } from '@/lib/domain/step-kinds'
import { AdviceFields } from './advice'
import { AftercareFields } from './aftercare'
import { ApplicationFormFields } from './application-form'
import { BalanceFields } from './balance'
import { CardReturnFields } from './card-return'
import { CarrierSubmissionFields } from './carrier-submission'
import { DeviceFields } from './device'
import type { FieldsProps } from './fields-props'
import { IdentityFields } from './identity'
import { InstructionFields } from './instruction'
import { MaterialsFields } from './materials'
import { ObligationsFields } from './obligations'
import { ReceiptFields } from './receipt'

/** The fields of each kind of step that is noted. */
export const fieldsOfKind: Record<NotedKind, ComponentType<FieldsProps>> = {
  instruction: InstructionFields,
  materials: MaterialsFields,
  identity_check: IdentityFields,
  obligations: ObligationsFields,
  balance: BalanceFields,
  advice: AdviceFields,
  application_form: ApplicationFormFields,
  card_return: CardReturnFields,
  device_unlock: DeviceFields,
  carrier_submission: CarrierSubmissionFields,
  device_check: DeviceFields,
  receipt: ReceiptFields,
  aftercare: AftercareFields,
}
