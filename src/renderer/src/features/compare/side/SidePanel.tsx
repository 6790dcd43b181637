import { Tabs } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Separator } from './Separator'
import classes from '../compare.module.css'

export interface PanelTab {
  name: string
  label: string
  icon: Icon
  content: ReactNode
}

interface SidePanelProps {
  tabs: readonly PanelTab[]
  /** Name of the open one; null: collapsed. */
  open: string | null
  onOpen: (name: string | null) => void
}

/** CSS pixels; the usual width grows with the type. */
const WIDTH = { least: 320, most: 760, usual: (): number => 25 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize) }

/** Tabs along the window's right edge; the open one can be made wider, or closed by pressing it again. */
export function SidePanel({ tabs, open, onOpen }: SidePanelProps) {
  const [width, setWidth] = useLocalStorage({ key: 'vidimus.compare.panel', defaultValue: WIDTH.usual(), getInitialValueInEffect: false })
  return (
    <>
      {open !== null && <Separator width={width} least={WIDTH.least} most={WIDTH.most} onChange={setWidth} />}
      <Tabs className={classes.side} orientation="vertical" placement="right" variant="pills" value={open} onChange={onOpen} allowTabDeactivation>
        <Tabs.List className={classes.rail} aria-label="Panels of the comparison">
          {tabs.map(({ name, label, icon: TabIcon }) => (
            <Tabs.Tab key={name} value={name} className={classes.tab}>
              <span className={classes.tabLabel}>
                <TabIcon size={19} stroke={1.6} aria-hidden />
                {label}
              </span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ name, content }) => (
          <Tabs.Panel key={name} value={name} className={classes.panel} w={width} px="sm" tabIndex={0}>
            {content}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}
