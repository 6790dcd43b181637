import type { UseFormReturnType } from '@mantine/form'
import type { Settings } from '../../../../shared/domain/settings'

export type SettingsFormType = UseFormReturnType<Settings>
