// What a browser complains of by itself, while a visitor does other things.
import type { Page, Response } from 'playwright-core';

/**
 * Gives a list that fills with what goes wrong in a page: errors on its console (what the content policy blocks is
 * among them), errors of its scripts, requests that fail, and requests to anybody but the service.
 */
export function problemsOf(page: Page, address: string): string[] {
  const problems: string[] = [];
  const refusedDocuments = new Set<string>();
  const { origin, port } = new URL(address);
  page.on('request', (request) => {
    const url = new URL(request.url());
    // Each council is at an address of its own on this machine, all of them the same service.
    const isCouncil = url.port === port && url.hostname.endsWith('.localhost');
    const isOwn = url.origin === origin || isCouncil || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isOwn) problems.push(`it asked somebody else: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() < 400) return;
    if (isDocumentOf(page, response)) refusedDocuments.add(response.url());
    else problems.push(`${response.url()} answered ${response.status()}`);
  });
  page.on('requestfailed', (request) => {
    problems.push(`${request.url()} failed: ${request.failure()?.errorText ?? 'no reason given'}`);
  });
  page.on('pageerror', (error) => problems.push(`a script failed: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // The browser says of every document with a status of 400 or more that it failed; the journey asks for those.
    const isDocument =
      message.text().startsWith('Failed to load resource') && refusedDocuments.has(message.location().url);
    if (!isDocument) problems.push(`the browser said: ${message.text()}`);
  });
  return problems;
}

function isDocumentOf(page: Page, response: Response): boolean {
  return response.request().isNavigationRequest() && response.frame() === page.mainFrame();
}
