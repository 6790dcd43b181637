import type { RuleCases } from '../ruleCases'

export const cases: RuleCases = {
  claims: [
    'It is 500 times more likely that they are the same person.', 'The same-source proposition is very probable.', 'It is more likely than not the same source.', 'The chance that he is innocent is small.', 'The hypothesis is therefore probably true, the hypothesis is true.', 'The probability of a coincidental match is negligible.', 'It is a thousand times more probable that the suspect was there.',
    'It is more likely that he is the same man.', 'Es ist 500-mal wahrscheinlicher, dass es dieselbe Person ist.', 'Die Hypothese gleicher Herkunft ist sehr wahrscheinlich.', 'Es ist wahrscheinlicher als nicht.'
  ],
  harmless: [
    'The findings are 500 times more likely if the sources are the same than if they are different.', 'Such a score is more likely to be observed under the same-source proposition.', 'It cannot be said which proposition is more likely.', 'How probable the proposition is, is for the court.', 'The observations are more probable given the same source.', 'Blur is more likely than noise here.',
    'Ein solcher Score ist wahrscheinlicher, wenn die Herkunft gleich ist.', 'Wie wahrscheinlich die Hypothese ist, wird nicht gesagt.'
  ]
}
