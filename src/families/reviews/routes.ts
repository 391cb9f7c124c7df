import { warnedAbout } from '#families/register/index.ts';
import { signedInFamily } from '#platform/people/index.ts';
import { get, post } from '#platform/web/route.ts';
import { holdReview } from './actions/hold-review.ts';
import { writeViews } from './actions/write-views.ts';
import { childReviewsPage } from './pages/child-reviews-page.ts';
import { holdReviewPage } from './pages/hold-review-page.ts';
import { ownReviewPage } from './pages/own-review-page.ts';
import { reviewListPage } from './pages/review-list-page.ts';
import { reviewPage } from './pages/review-page.ts';
import { childOfReviews, reviewers, reviewersOfAward, reviewersOfChild } from './policy.ts';
import { reviewsCsv } from './reviews-csv.ts';

const ofAward = '/practitioners/awards/:award/review';
const policy = reviewersOfAward;
// A review is named by its award: of each, one at a time is to be held.
const own = '/account/reviews/:review';

export const routes = warnedAbout(childOfReviews, [
  get('/practitioners/reviews', { policy: reviewers, audit: 'reviews.listed', show: reviewListPage }),
  get('/practitioners/reviews.csv', { policy: reviewers, audit: 'reviews.exported', show: reviewsCsv }),
  get('/practitioners/children/:child/reviews', {
    policy: reviewersOfChild,
    audit: 'review.viewed',
    show: childReviewsPage,
  }),
  get(ofAward, { policy, audit: 'review.viewed', show: reviewPage }),
  get(`${ofAward}/record`, { policy, audit: 'review.viewed', show: holdReviewPage }),
  post(`${ofAward}/record`, { policy, audit: 'review.recorded', act: holdReview, again: holdReviewPage }),
  get(own, { policy: signedInFamily, audit: 'review.viewed', show: ownReviewPage }),
  post(own, { policy: signedInFamily, audit: 'review.views-written', act: writeViews, again: ownReviewPage }),
]);
