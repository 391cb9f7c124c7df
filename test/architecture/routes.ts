/** What the rules for routes read of a route; src/modules.ts lists them all. */
export type RouteLike = { method: string; path: string; policy?: unknown; audit?: unknown };

/** Every route without a policy or an audit event, and every URL that two routes answer. */
export function routeFindings(routes: readonly RouteLike[]): string[] {
  const name = ({ method, path }: RouteLike) => `${method} ${path}`;
  const isMissing = (value: unknown) => value === undefined || value === null || value === '';
  const counted = Map.groupBy(routes, name);
  return [
    ...routes.filter(({ policy }) => isMissing(policy)).map((route) => `${name(route)} has no policy`),
    ...routes.filter(({ audit }) => isMissing(audit)).map((route) => `${name(route)} has no audit event`),
    ...routes
      .filter(({ path }) => !path.startsWith('/'))
      .map((route) => `${name(route)} does not begin with /`),
    ...[...counted].filter(([, same]) => same.length > 1).map(([url]) => `${url} is answered by two routes`),
  ];
}
