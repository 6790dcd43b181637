import { Button, Container, Group, Stack, Text } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { toErrorData, type ErrorData } from '../../../shared/errors'
import { ErrorNote } from './ErrorNote'

interface Props {
  /** A new place in the window is a new try. */
  place: string
  children: ReactNode
}

/** Keeps a fault of one screen to that screen: navigation, jobs and undo stay alive, and what was saved is saved. */
export class ErrorBoundary extends Component<Props, { error: ErrorData | null }> {
  override state: { error: ErrorData | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: ErrorData } {
    return { error: toErrorData(error) }
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.error) this.setState({ error: null })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <Container size="sm" py="xl">
        <Stack>
          <ErrorNote title="This screen broke" error={error} />
          <Text size="sm">What was saved is saved, and everything else of the window goes on.</Text>
          <Group>
            <Button onClick={() => this.setState({ error: null })}>Show it again</Button>
            <Button variant="default" onClick={() => location.reload()}>
              Reload the window
            </Button>
            <Button variant="default" onClick={() => location.assign('#/cases')}>
              Back to the cases
            </Button>
          </Group>
        </Stack>
      </Container>
    )
  }
}
