import { ruleOf } from '../rule'

/** P(score | same) is not P(same | score). */
export const transposed = ruleOf({
  rule: 'transposed',
  phrases: [
    '#|times|thousand|fold times|more likely|probable ..6 that|than', 'times more likely|probable', 'times as likely|probable', 'more likely|probable ..2 than not', 'more likely|probable that ..5 same|identical|him|{accused}|{person}', 'more likely|probable to be ..3 {person}|him',
    'proposition|propositions|hypothesis {be} ..4 likely|probable|true|certain', 'same source ..4 {be} ..4 likely|probable|true|certain|proven', 'gleiche|gleicher herkunft ..3 wahrscheinlich|wahrscheinlicher|sicher|gewiss', '{chance} that ..3 {be} ..1 innocent|guilty|unrelated|coincidence', '{chance} of ..2 coincidence|innocence|guilt', '{chance} ..2 coincidental match',
    'rate ..8 means|implies|so|therefore|hence ..7 certain|sure|{chance}|likely|identity', 'match rate ..8 {chance} of ..3 identity|error|innocence', 'given the score|similarity|evidence|findings ..4 likely|probable|{chance}', 'only one|1|# in # ..8 so|therefore|hence|must ..4 {person}|him',
    'mal|fach|*mal|*fach wahrscheinlicher', 'wahrscheinlicher ..3 dass', 'wahrscheinlicher ..2 als nicht', 'annahme|hypothese|proposition ..4 wahrscheinlicher|wahr|wahrscheinlich', 'nur # % ..7 daher|also|somit|mit ..5 {accusedDe}|{sameDe}', 'wahrscheinlichkeit ..4 zufall*|zufaellig* ..3 uebereinstimmung|treffer', 'wahrscheinlichkeit ..1 dass ..6 unschuldig|schuldig'
  ],
  unless: ['likely|probable ..5 if|under|assuming|observe|observed|obtain|see|find|seen|when', 'findings|observation|observations|score|scores|evidence {be} ..4 likely|probable', 'wahrscheinlicher ..4 wenn|unter|falls|zu', 'befunde|beobachtung|befund ..6 wahrscheinlicher ..8 wenn|unter|falls'],
  maySuppose: false,
  why: {
    en: 'It turns the condition round: how often a score occurs among the same (or different) sources does not say how probable the same source is when that score is seen.',
    de: 'Der Satz vertauscht die Bedingung: Wie oft ein Score bei gleicher (oder verschiedener) Herkunft vorkommt, sagt nicht, wie wahrscheinlich gleiche Herkunft ist, wenn dieser Score vorliegt.'
  },
  neutral: {
    en: 'A score like this is seen more often with pictures of one source than with pictures of two; how probable one source is can\u2019t be said from that alone.',
    de: 'Ein solcher Score kommt bei Bildern einer Herkunft \u00f6fter vor als bei Bildern zweier; wie wahrscheinlich eine Herkunft ist, l\u00e4sst sich daraus allein nicht sagen.'
  }
})
