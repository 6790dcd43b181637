import { List, Stack, Text, Title } from '@mantine/core'

const principles = [
  'A score is a lead. A person concludes.',
  'A map shows where the model’s score is sensitive. It proves nothing.',
  'A cosine is not a percentage, nor a probability of identity.',
  'Photos stay on this machine, untouched. Nothing is sent anywhere.'
]

/** What Vidimus is, and what it never claims. */
export function Introduction() {
  return (
    <Stack gap="lg">
      <Title order={1} size={34} lh={1.15}>
        Which parts of each face argued for, and against?
      </Title>
      <Text size="lg" c="dimmed">
        Vidimus compares a pair of photos with a face recognition model. It shows the score and the decision at a threshold whose origin is known, and
        which parts of both faces moved the score up or down.
      </Text>
      <List spacing="xs" size="md" withPadding>
        {principles.map(text => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Stack>
  )
}
