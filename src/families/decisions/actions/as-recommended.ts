/** The choice of following the recommendation, without a word of one's own. */
export const asRecommended = {
  kind: 'recommended',
  bandId: null,
  amount: null,
  minutes: null,
  nights: null,
  because: '',
  wordsForFamily: '',
} as const;
