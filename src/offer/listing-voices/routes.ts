import { get, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { commentOnListing, commentOnOffer, reportProblem } from './actions/say.ts';
import { answerComment, publishComment, refuseComment, takeDownComment } from './actions/work-on-comment.ts';
import { workOnProblem } from './actions/work-on-problem.ts';
import { commentsPage } from './pages/comments.ts';
import { deskCommentPage, deskCommentsPage } from './pages/desk-comments.ts';
import { deskProblemPage, deskProblemsPage } from './pages/desk-problems.ts';
import { commentOnListingPage, commentOnOfferPage, reportProblemPage } from './pages/say-pages.ts';
import { anybody, voicesDesk } from './policy.ts';

const comment = '/practitioners/listings/comments/:comment';
const problem = '/practitioners/listings/problems/:problem';

/**
 * What anybody may send without an account comes so often in an hour from one address: a whole group at a family
 * centre's computer, and no flood that hides what others say.
 */
const mostAnHour = 20;

/** Each step has a path of its own; who was signed out in between comes back to the comment. */
const steps: readonly Route[] = (
  [
    ['publish', 'comment.published', publishComment],
    ['not-publish', 'comment.not-published', refuseComment],
    ['answer', 'comment.answered', answerComment],
    ['take-down', 'comment.taken-down', takeDownComment],
  ] as const
).flatMap(([path, audit, act]) => [
  get(`${comment}/${path}`, { policy: voicesDesk, audit: 'comment.viewed', show: deskCommentPage }),
  post(`${comment}/${path}`, { policy: voicesDesk, audit, act, again: deskCommentPage }),
]);

export const routes: readonly Route[] = [
  get('/comments', { policy: anybody, audit: nothingPersonal, show: commentsPage }),
  get('/comments/new', { policy: anybody, audit: nothingPersonal, show: commentOnOfferPage }),
  post('/comments/new', {
    policy: anybody,
    audit: 'comment.made',
    act: commentOnOffer,
    again: commentOnOfferPage,
    mostAnHour,
  }),
  get('/find/:slug/comment', { policy: anybody, audit: nothingPersonal, show: commentOnListingPage }),
  post('/find/:slug/comment', {
    policy: anybody,
    audit: 'comment.made',
    act: commentOnListing,
    again: commentOnListingPage,
    mostAnHour,
  }),
  get('/find/:slug/problem', { policy: anybody, audit: nothingPersonal, show: reportProblemPage }),
  post('/find/:slug/problem', {
    policy: anybody,
    audit: 'problem.reported',
    act: reportProblem,
    again: reportProblemPage,
    mostAnHour,
  }),
  get('/practitioners/listings/comments', {
    policy: voicesDesk,
    audit: 'comments.listed',
    show: deskCommentsPage,
  }),
  get(comment, { policy: voicesDesk, audit: 'comment.viewed', show: deskCommentPage }),
  ...steps,
  get('/practitioners/listings/problems', {
    policy: voicesDesk,
    audit: 'problems.listed',
    show: deskProblemsPage,
  }),
  get(problem, { policy: voicesDesk, audit: 'problem.viewed', show: deskProblemPage }),
  post(problem, {
    policy: voicesDesk,
    audit: 'problem.worked-on',
    act: workOnProblem,
    again: deskProblemPage,
  }),
];
