import type { StepFieldsProps } from '../step-fields-props'

export type FieldsProps = StepFieldsProps & { errorAt(path: string): string | undefined }
